package org.nde4j.core.kernel;

/**
 * Functions of two numbers over ranges: {@code c[co + i] = f(a[ao + i], b[bo + i])}, 0 &lt;= i &lt; n.
 *
 * <p>Three loops a function are written out - two ranges, a number on the right, a number on the left - each a simple loop
 * that the compiler vectorizes. The broadcast forms go row by row through them: a <em>row</em> repeats (period p, element i
 * meets {@code b[i % p]}), a <em>column</em> stays for the length of a row (width w, element i meets {@code b[i / w]}). The result may
 * be the same range as an operand of full length, and must not overlap an operand otherwise.
 */
public enum Binary {
    /** {@code a + b}. */
    ADD {
        @Override
        public double of(double a, double b) {
            return a + b;
        }

        @Override
        public void full(double[] a, int ao, double[] b, int bo, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = a[ao + i] + b[bo + i];
            }
        }

        @Override
        public void right(double[] a, int ao, double b, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = a[ao + i] + b;
            }
        }

        @Override
        public void left(double a, double[] b, int bo, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = a + b[bo + i];
            }
        }
    },

    /** {@code a - b}. */
    SUBTRACT {
        @Override
        public double of(double a, double b) {
            return a - b;
        }

        @Override
        public void full(double[] a, int ao, double[] b, int bo, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = a[ao + i] - b[bo + i];
            }
        }

        @Override
        public void right(double[] a, int ao, double b, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = a[ao + i] - b;
            }
        }

        @Override
        public void left(double a, double[] b, int bo, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = a - b[bo + i];
            }
        }
    },

    /** {@code a * b}. */
    MULTIPLY {
        @Override
        public double of(double a, double b) {
            return a * b;
        }

        @Override
        public void full(double[] a, int ao, double[] b, int bo, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = a[ao + i] * b[bo + i];
            }
        }

        @Override
        public void right(double[] a, int ao, double b, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = a[ao + i] * b;
            }
        }

        @Override
        public void left(double a, double[] b, int bo, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = a * b[bo + i];
            }
        }
    },

    /** {@code a / b}. */
    DIVIDE {
        @Override
        public double of(double a, double b) {
            return a / b;
        }

        @Override
        public void full(double[] a, int ao, double[] b, int bo, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = a[ao + i] / b[bo + i];
            }
        }

        @Override
        public void right(double[] a, int ao, double b, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = a[ao + i] / b;
            }
        }

        @Override
        public void left(double a, double[] b, int bo, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = a / b[bo + i];
            }
        }
    },

    /** The smaller, as {@link Math#min}: NaN if either is, -0 below 0. */
    MINIMUM {
        @Override
        public double of(double a, double b) {
            return Math.min(a, b);
        }

        @Override
        public void full(double[] a, int ao, double[] b, int bo, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = Math.min(a[ao + i], b[bo + i]);
            }
        }

        @Override
        public void right(double[] a, int ao, double b, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = Math.min(a[ao + i], b);
            }
        }

        @Override
        public void left(double a, double[] b, int bo, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = Math.min(a, b[bo + i]);
            }
        }
    },

    /** The larger, as {@link Math#max}: NaN if either is, 0 above -0. */
    MAXIMUM {
        @Override
        public double of(double a, double b) {
            return Math.max(a, b);
        }

        @Override
        public void full(double[] a, int ao, double[] b, int bo, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = Math.max(a[ao + i], b[bo + i]);
            }
        }

        @Override
        public void right(double[] a, int ao, double b, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = Math.max(a[ao + i], b);
            }
        }

        @Override
        public void left(double a, double[] b, int bo, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = Math.max(a, b[bo + i]);
            }
        }
    },

    /** 1 where {@code a < b}, else 0, also for NaN. */
    LESS {
        @Override
        public double of(double a, double b) {
            return a < b ? 1.0 : 0.0;
        }

        @Override
        public void full(double[] a, int ao, double[] b, int bo, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = a[ao + i] < b[bo + i] ? 1.0 : 0.0;
            }
        }

        @Override
        public void right(double[] a, int ao, double b, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = a[ao + i] < b ? 1.0 : 0.0;
            }
        }

        @Override
        public void left(double a, double[] b, int bo, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = a < b[bo + i] ? 1.0 : 0.0;
            }
        }
    },

    /** {@code a} to the power {@code b}. */
    POWER {
        @Override
        public double of(double a, double b) {
            return Elementary.pow(a, b);
        }

        @Override
        public void full(double[] a, int ao, double[] b, int bo, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = Elementary.pow(a[ao + i], b[bo + i]);
            }
        }

        @Override
        public void right(double[] a, int ao, double b, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = Elementary.pow(a[ao + i], b);
            }
        }

        @Override
        public void left(double a, double[] b, int bo, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = Elementary.pow(a, b[bo + i]);
            }
        }
    },

    /** Angle of the point (b, a). */
    ATAN2 {
        @Override
        public double of(double a, double b) {
            return Elementary.atan2(a, b);
        }

        @Override
        public void full(double[] a, int ao, double[] b, int bo, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = Elementary.atan2(a[ao + i], b[bo + i]);
            }
        }

        @Override
        public void right(double[] a, int ao, double b, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = Elementary.atan2(a[ao + i], b);
            }
        }

        @Override
        public void left(double a, double[] b, int bo, double[] c, int co, int n) {
            for (int i = 0; i < n; i++) {
                c[co + i] = Elementary.atan2(a, b[bo + i]);
            }
        }
    };

    /** The function of two numbers. */
    public abstract double of(double a, double b);

    /** Two ranges of n. */
    public abstract void full(double[] a, int ao, double[] b, int bo, double[] c, int co, int n);

    /** A range and the number b. */
    public abstract void right(double[] a, int ao, double b, double[] c, int co, int n);

    /** The number a and a range. */
    public abstract void left(double a, double[] b, int bo, double[] c, int co, int n);

    /** A range of n and, on the right, a row that repeats every p elements; p divides n. */
    public final void rowRight(double[] a, int ao, double[] b, int bo, int p, double[] c, int co, int n) {
        for (int i = 0; i < n; i += p) {
            full(a, ao + i, b, bo, c, co + i, p);
        }
    }

    /** On the left a row that repeats every p elements, and a range of n; p divides n. */
    public final void rowLeft(double[] a, int ao, int p, double[] b, int bo, double[] c, int co, int n) {
        for (int i = 0; i < n; i += p) {
            full(a, ao, b, bo + i, c, co + i, p);
        }
    }

    /** A range of n and, on the right, a column of n / w numbers that each serve w elements; w divides n. */
    public final void columnRight(double[] a, int ao, double[] b, int bo, int w, double[] c, int co, int n) {
        for (int i = 0, row = bo; i < n; i += w, row++) {
            right(a, ao + i, b[row], c, co + i, w);
        }
    }

    /** On the left a column of n / w numbers that each serve w elements, and a range of n; w divides n. */
    public final void columnLeft(double[] a, int ao, int w, double[] b, int bo, double[] c, int co, int n) {
        for (int i = 0, row = ao; i < n; i += w, row++) {
            left(a[row], b, bo + i, c, co + i, w);
        }
    }
}
