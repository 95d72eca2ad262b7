package org.nde4j.core.program;

import org.nde4j.core.kernel.Elementary;

/** A function of two numbers, with its loops, its derivative, its transpose where it is linear, and its cost. */
public enum BinaryFunction {
    /** a + b. */
    ADD(1) {
        @Override
        public double of(double a, double b) {
            return a + b;
        }

        @Override
        public void apply(double[] a, int ao, double[] b, int bo, double[] y, int yo, int n) {
            for (int i = 0; i < n; i++) {
                y[yo + i] = a[ao + i] + b[bo + i];
            }
        }

        @Override
        public void applyLeft(double a, double[] b, int bo, double[] y, int yo, int n) {
            for (int i = 0; i < n; i++) {
                y[yo + i] = a + b[bo + i];
            }
        }

        @Override
        public void applyRight(double[] a, int ao, double b, double[] y, int yo, int n) {
            applyLeft(b, a, ao, y, yo, n);
        }

        @Override
        Value tangent(Trace t, Value da, Value db, Value a, Value b, Value y) {
            return da == null ? db : db == null ? da : t.add(da, db);
        }

        @Override
        void transpose(Zip op, Op.Cotangents c, Value g) {
            c.add(op.a(), g);
            c.add(op.b(), g);
        }
    },
    /** a - b. */
    SUB(1) {
        @Override
        public double of(double a, double b) {
            return a - b;
        }

        @Override
        public void apply(double[] a, int ao, double[] b, int bo, double[] y, int yo, int n) {
            for (int i = 0; i < n; i++) {
                y[yo + i] = a[ao + i] - b[bo + i];
            }
        }

        @Override
        public void applyLeft(double a, double[] b, int bo, double[] y, int yo, int n) {
            for (int i = 0; i < n; i++) {
                y[yo + i] = a - b[bo + i];
            }
        }

        @Override
        public void applyRight(double[] a, int ao, double b, double[] y, int yo, int n) {
            for (int i = 0; i < n; i++) {
                y[yo + i] = a[ao + i] - b;
            }
        }

        @Override
        Value tangent(Trace t, Value da, Value db, Value a, Value b, Value y) {
            return da == null ? t.neg(db) : db == null ? da : t.sub(da, db);
        }

        @Override
        void transpose(Zip op, Op.Cotangents c, Value g) {
            c.add(op.a(), g);
            if (c.linear(op.b())) {
                c.add(op.b(), c.trace().neg(g));
            }
        }
    },
    /** a b. */
    MUL(1) {
        @Override
        public double of(double a, double b) {
            return a * b;
        }

        @Override
        public void apply(double[] a, int ao, double[] b, int bo, double[] y, int yo, int n) {
            for (int i = 0; i < n; i++) {
                y[yo + i] = a[ao + i] * b[bo + i];
            }
        }

        @Override
        public void applyLeft(double a, double[] b, int bo, double[] y, int yo, int n) {
            for (int i = 0; i < n; i++) {
                y[yo + i] = a * b[bo + i];
            }
        }

        @Override
        public void applyRight(double[] a, int ao, double b, double[] y, int yo, int n) {
            applyLeft(b, a, ao, y, yo, n);
        }

        @Override
        Value tangent(Trace t, Value da, Value db, Value a, Value b, Value y) {
            return t.plus(da == null ? null : t.mul(da, b), db == null ? null : t.mul(a, db));
        }

        @Override
        void transpose(Zip op, Op.Cotangents c, Value g) {
            if (c.linear(op.a())) {
                c.add(op.a(), c.trace().mul(g, op.b()));
            } else {
                c.add(op.b(), c.trace().mul(g, op.a()));
            }
        }
    },
    /** a / b. */
    DIV(4) {
        @Override
        public double of(double a, double b) {
            return a / b;
        }

        @Override
        public void apply(double[] a, int ao, double[] b, int bo, double[] y, int yo, int n) {
            for (int i = 0; i < n; i++) {
                y[yo + i] = a[ao + i] / b[bo + i];
            }
        }

        @Override
        public void applyLeft(double a, double[] b, int bo, double[] y, int yo, int n) {
            for (int i = 0; i < n; i++) {
                y[yo + i] = a / b[bo + i];
            }
        }

        @Override
        public void applyRight(double[] a, int ao, double b, double[] y, int yo, int n) {
            for (int i = 0; i < n; i++) {
                y[yo + i] = a[ao + i] / b;
            }
        }

        @Override
        Value tangent(Trace t, Value da, Value db, Value a, Value b, Value y) {
            return t.plus(da == null ? null : t.div(da, b), db == null ? null : t.neg(t.div(t.mul(db, y), b)));
        }

        @Override
        void transpose(Zip op, Op.Cotangents c, Value g) {
            c.add(op.a(), c.trace().div(g, op.b()));
        }
    },
    /** The lesser; NaN if either is. */
    MIN(1) {
        @Override
        public double of(double a, double b) {
            return Math.min(a, b);
        }

        @Override
        Value tangent(Trace t, Value da, Value db, Value a, Value b, Value y) {
            return choose(t, t.less(b, a), db, da);
        }
    },
    /** The greater; NaN if either is. */
    MAX(1) {
        @Override
        public double of(double a, double b) {
            return Math.max(a, b);
        }

        @Override
        Value tangent(Trace t, Value da, Value db, Value a, Value b, Value y) {
            return choose(t, t.less(a, b), db, da);
        }
    },
    /** a to the power b. */
    POW(60) {
        @Override
        public double of(double a, double b) {
            return Elementary.pow(a, b);
        }

        @Override
        Value tangent(Trace t, Value da, Value db, Value a, Value b, Value y) {
            return t.plus(
                    da == null ? null : t.mul(da, t.mul(b, t.pow(a, t.shift(b, -1)))),
                    db == null ? null : t.mul(db, t.mul(y, t.log(a))));
        }
    },
    /** The angle of the point (b, a). */
    ATAN2(60) {
        @Override
        public double of(double a, double b) {
            return Elementary.atan2(a, b);
        }

        @Override
        Value tangent(Trace t, Value da, Value db, Value a, Value b, Value y) {
            Value square = t.add(t.mul(a, a), t.mul(b, b));
            return t.plus(
                    da == null ? null : t.div(t.mul(da, b), square),
                    db == null ? null : t.neg(t.div(t.mul(db, a), square)));
        }
    },
    /** 1 where a is less than b, else 0. */
    LESS(1) {
        @Override
        public double of(double a, double b) {
            return a < b ? 1 : 0;
        }

        @Override
        Value tangent(Trace t, Value da, Value db, Value a, Value b, Value y) {
            return null;
        }
    };

    private final double flops;

    BinaryFunction(double flops) {
        this.flops = flops;
    }

    private static Value choose(Trace t, Value condition, Value yes, Value no) {
        Value zero = t.fill(0, condition.shape());
        return t.select(condition, yes == null ? zero : yes, no == null ? zero : no);
    }

    /** The function of two numbers. */
    public abstract double of(double a, double b);

    /**
     * Applies it to {@code n} pairs; in place is allowed.
     *
     * @param a the first arguments, from index {@code ao}
     * @param b the second arguments, from index {@code bo}
     * @param y where the results go, from index {@code yo}
     */
    public void apply(double[] a, int ao, double[] b, int bo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = of(a[ao + i], b[bo + i]);
        }
    }

    /** Applies it to one first argument and {@code n} second ones. */
    public void applyLeft(double a, double[] b, int bo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = of(a, b[bo + i]);
        }
    }

    /** Applies it to {@code n} first arguments and one second one. */
    public void applyRight(double[] a, int ao, double b, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = of(a[ao + i], b);
        }
    }

    /** The tangent of {@code y = f(a, b)}; one of {@code da} and {@code db} may be null for zero. */
    abstract Value tangent(Trace t, Value da, Value db, Value a, Value b, Value y);

    /** The transpose, where the function is linear in the operands that cotangents are collected for. */
    void transpose(Zip op, Op.Cotangents c, Value g) {
        throw new IllegalStateException("not linear, so it has no transpose: " + op.text());
    }

    /** About how many floating point operations an application takes. */
    double flops() {
        return flops;
    }
}
