package org.nde4j.core.program;

import org.nde4j.core.kernel.Binary;

/** A function of two numbers, with its loops, its derivative, its transpose where it is linear, and its cost. */
public enum BinaryFunction {
    /** a + b. */
    ADD(Binary.ADD, 1) {
        @Override
        Scalar scalar(Scalars s, Scalar a, Scalar b) {
            return s.add(a, b);
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
    SUB(Binary.SUBTRACT, 1) {
        @Override
        Scalar scalar(Scalars s, Scalar a, Scalar b) {
            return s.sub(a, b);
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
    MUL(Binary.MULTIPLY, 1) {
        @Override
        Scalar scalar(Scalars s, Scalar a, Scalar b) {
            return s.mul(a, b);
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
    DIV(Binary.DIVIDE, 4) {
        @Override
        Scalar scalar(Scalars s, Scalar a, Scalar b) {
            return s.div(a, b);
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
    MIN(Binary.MINIMUM, 1) {
        @Override
        Scalar scalar(Scalars s, Scalar a, Scalar b) {
            return s.min(a, b);
        }

        @Override
        Value tangent(Trace t, Value da, Value db, Value a, Value b, Value y) {
            return choose(t, t.less(b, a), db, da);
        }
    },
    /** The greater; NaN if either is. */
    MAX(Binary.MAXIMUM, 1) {
        @Override
        Scalar scalar(Scalars s, Scalar a, Scalar b) {
            return s.max(a, b);
        }

        @Override
        Value tangent(Trace t, Value da, Value db, Value a, Value b, Value y) {
            return choose(t, t.less(a, b), db, da);
        }
    },
    /** a to the power b. */
    POW(Binary.POWER, 60) {
        @Override
        Scalar scalar(Scalars s, Scalar a, Scalar b) {
            return s.elementary("pow", a, b);
        }

        @Override
        Value tangent(Trace t, Value da, Value db, Value a, Value b, Value y) {
            return t.plus(
                    da == null ? null : t.mul(da, t.mul(b, t.pow(a, t.shift(b, -1)))),
                    db == null ? null : t.mul(db, t.mul(y, t.log(a))));
        }
    },
    /** The angle of the point (b, a). */
    ATAN2(Binary.ATAN2, 60) {
        @Override
        Scalar scalar(Scalars s, Scalar a, Scalar b) {
            return s.elementary("atan2", a, b);
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
    LESS(Binary.LESS, 1) {
        @Override
        Scalar scalar(Scalars s, Scalar a, Scalar b) {
            return s.less(a, b);
        }

        @Override
        Value tangent(Trace t, Value da, Value db, Value a, Value b, Value y) {
            return null;
        }
    };

    private final Binary kernel;
    private final double flops;

    BinaryFunction(Binary kernel, double flops) {
        this.kernel = kernel;
        this.flops = flops;
    }

    private static Value choose(Trace t, Value condition, Value yes, Value no) {
        Value zero = t.fill(0, condition.shape());
        return t.select(condition, yes == null ? zero : yes, no == null ? zero : no);
    }

    /** The loops of the function. */
    public Binary kernel() {
        return kernel;
    }

    /** How a compiled program applies it to two numbers. */
    abstract Scalar scalar(Scalars s, Scalar a, Scalar b);

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
