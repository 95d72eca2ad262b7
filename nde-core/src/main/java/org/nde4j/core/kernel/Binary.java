package org.nde4j.core.kernel;

/**
 * Functions of two numbers over ranges: {@code c[co + i] = f(a[ao + i], b[bo + i])} for {@code 0 <= i < n}.
 *
 * <p>Each function is three loops over one index, which the compiler vectorizes. With different offsets it would not; so
 * ranges that start at different places, and operands that repeat, go through blocks of the thread's own. A <em>row</em>
 * repeats with period p (element i meets {@code b[i % p]}), a <em>column</em> stays for the width w of a row (element i meets
 * {@code b[i / w]}). The result may be the same range as an operand of full length, and must not overlap an operand
 * otherwise.
 */
public enum Binary {
    /** {@code a + b}. */
    ADD {
        @Override
        public double of(double a, double b) {
            return a + b;
        }

        @Override
        void loop(double[] a, double[] b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = a[i] + b[i];
            }
        }

        @Override
        void loopRight(double[] a, double b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = a[i] + b;
            }
        }

        @Override
        void loopLeft(double a, double[] b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = a + b[i];
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
        void loop(double[] a, double[] b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = a[i] - b[i];
            }
        }

        @Override
        void loopRight(double[] a, double b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = a[i] - b;
            }
        }

        @Override
        void loopLeft(double a, double[] b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = a - b[i];
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
        void loop(double[] a, double[] b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = a[i] * b[i];
            }
        }

        @Override
        void loopRight(double[] a, double b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = a[i] * b;
            }
        }

        @Override
        void loopLeft(double a, double[] b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = a * b[i];
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
        void loop(double[] a, double[] b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = a[i] / b[i];
            }
        }

        @Override
        void loopRight(double[] a, double b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = a[i] / b;
            }
        }

        @Override
        void loopLeft(double a, double[] b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = a / b[i];
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
        void loop(double[] a, double[] b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = Math.min(a[i], b[i]);
            }
        }

        @Override
        void loopRight(double[] a, double b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = Math.min(a[i], b);
            }
        }

        @Override
        void loopLeft(double a, double[] b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = Math.min(a, b[i]);
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
        void loop(double[] a, double[] b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = Math.max(a[i], b[i]);
            }
        }

        @Override
        void loopRight(double[] a, double b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = Math.max(a[i], b);
            }
        }

        @Override
        void loopLeft(double a, double[] b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = Math.max(a, b[i]);
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
        void loop(double[] a, double[] b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = a[i] < b[i] ? 1.0 : 0.0;
            }
        }

        @Override
        void loopRight(double[] a, double b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = a[i] < b ? 1.0 : 0.0;
            }
        }

        @Override
        void loopLeft(double a, double[] b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = a < b[i] ? 1.0 : 0.0;
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
        void loop(double[] a, double[] b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = Elementary.pow(a[i], b[i]);
            }
        }

        @Override
        void loopRight(double[] a, double b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = Elementary.pow(a[i], b);
            }
        }

        @Override
        void loopLeft(double a, double[] b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = Elementary.pow(a, b[i]);
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
        void loop(double[] a, double[] b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = Elementary.atan2(a[i], b[i]);
            }
        }

        @Override
        void loopRight(double[] a, double b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = Elementary.atan2(a[i], b);
            }
        }

        @Override
        void loopLeft(double a, double[] b, double[] c, int from, int to) {
            for (int i = from; i < to; i++) {
                c[i] = Elementary.atan2(a, b[i]);
            }
        }
    };

    /** From this length of a row on, rows are run through one by one. */
    private static final int LONG = 128;

    /** The function of two numbers. */
    public abstract double of(double a, double b);

    abstract void loop(double[] a, double[] b, double[] c, int from, int to);

    abstract void loopRight(double[] a, double b, double[] c, int from, int to);

    abstract void loopLeft(double a, double[] b, double[] c, int from, int to);

    /** Two ranges of n. */
    public final void full(double[] a, int ao, double[] b, int bo, double[] c, int co, int n) {
        if (ao == co && bo == co) {
            loop(a, b, c, co, co + n);
            return;
        }
        Block own = Block.own();
        for (int i = 0; i < n; i += Block.SIZE) {
            int m = Math.min(Block.SIZE, n - i);
            System.arraycopy(a, ao + i, own.x, 0, m);
            System.arraycopy(b, bo + i, own.k, 0, m);
            loop(own.x, own.k, own.x, 0, m);
            System.arraycopy(own.x, 0, c, co + i, m);
        }
    }

    /** A range and the number b. */
    public final void right(double[] a, int ao, double b, double[] c, int co, int n) {
        if (ao != co) {
            System.arraycopy(a, ao, c, co, n);
        }
        loopRight(ao == co ? a : c, b, c, co, co + n);
    }

    /** The number a and a range. */
    public final void left(double a, double[] b, int bo, double[] c, int co, int n) {
        if (bo != co) {
            System.arraycopy(b, bo, c, co, n);
        }
        loopLeft(a, bo == co ? b : c, c, co, co + n);
    }

    /** A range of n and, on the right, a row that repeats every p elements; p divides n. */
    public final void rowRight(double[] a, int ao, double[] b, int bo, int p, double[] c, int co, int n) {
        if (p >= LONG) {
            for (int i = 0; i < n; i += p) {
                full(a, ao + i, b, bo, c, co + i, p);
            }
            return;
        }
        Block own = Block.own();
        int size = own.tile(b, bo, p, n);
        for (int i = 0; i < n; i += size) {
            int m = Math.min(size, n - i);
            System.arraycopy(a, ao + i, own.x, 0, m);
            loop(own.x, own.k, own.x, 0, m);
            System.arraycopy(own.x, 0, c, co + i, m);
        }
    }

    /** On the left a row that repeats every p elements, and a range of n; p divides n. */
    public final void rowLeft(double[] a, int ao, int p, double[] b, int bo, double[] c, int co, int n) {
        if (p >= LONG) {
            for (int i = 0; i < n; i += p) {
                full(a, ao, b, bo + i, c, co + i, p);
            }
            return;
        }
        Block own = Block.own();
        int size = own.tile(a, ao, p, n);
        for (int i = 0; i < n; i += size) {
            int m = Math.min(size, n - i);
            System.arraycopy(b, bo + i, own.x, 0, m);
            loop(own.k, own.x, own.x, 0, m);
            System.arraycopy(own.x, 0, c, co + i, m);
        }
    }

    /** A range of n and, on the right, a column of n / w numbers that each serve w elements; w divides n. */
    public final void columnRight(double[] a, int ao, double[] b, int bo, int w, double[] c, int co, int n) {
        if (w >= LONG) {
            for (int i = 0, row = bo; i < n; i += w, row++) {
                right(a, ao + i, b[row], c, co + i, w);
            }
            return;
        }
        Block own = Block.own();
        int size = Block.SIZE / w * w;
        for (int i = 0; i < n; i += size) {
            int m = Math.min(size, n - i);
            own.widen(b, bo + i / w, w, m);
            System.arraycopy(a, ao + i, own.x, 0, m);
            loop(own.x, own.k, own.x, 0, m);
            System.arraycopy(own.x, 0, c, co + i, m);
        }
    }

    /** On the left a column of n / w numbers that each serve w elements, and a range of n; w divides n. */
    public final void columnLeft(double[] a, int ao, int w, double[] b, int bo, double[] c, int co, int n) {
        if (w >= LONG) {
            for (int i = 0, row = ao; i < n; i += w, row++) {
                left(a[row], b, bo + i, c, co + i, w);
            }
            return;
        }
        Block own = Block.own();
        int size = Block.SIZE / w * w;
        for (int i = 0; i < n; i += size) {
            int m = Math.min(size, n - i);
            own.widen(a, ao + i / w, w, m);
            System.arraycopy(b, bo + i, own.x, 0, m);
            loop(own.k, own.x, own.x, 0, m);
            System.arraycopy(own.x, 0, c, co + i, m);
        }
    }
}
