package org.nde4j.core.program;

import java.util.Locale;
import org.nde4j.core.kernel.Elementary;
import org.nde4j.core.kernel.Loops;

/**
 * A function of one number, with its loop, its derivative and its cost.
 *
 * <p>Outside its domain a function gives NaN; derivatives follow the functions there. At the corner of {@link #ABS} and
 * {@link #RELU} the derivative is 0.
 */
public enum UnaryFunction {
    /** The negative; the only linear one. */
    NEG(1) {
        @Override
        public void apply(double[] x, int xo, double[] y, int yo, int n) {
            Loops.negate(x, xo, y, yo, n);
        }

        @Override
        Scalar scalar(Scalars s, Scalar x) {
            return s.neg(x);
        }

        @Override
        Value tangent(Trace t, Value dx, Value x, Value y) {
            return t.neg(dx);
        }
    },
    /** e to the power x. */
    EXP(20) {
        @Override
        public void apply(double[] x, int xo, double[] y, int yo, int n) {
            Elementary.exp(x, xo, y, yo, n);
        }

        @Override
        Value tangent(Trace t, Value dx, Value x, Value y) {
            return t.mul(dx, y);
        }
    },
    /** exp(x) - 1, accurate near 0. */
    EXPM1(20) {
        @Override
        public void apply(double[] x, int xo, double[] y, int yo, int n) {
            Elementary.expm1(x, xo, y, yo, n);
        }

        @Override
        Value tangent(Trace t, Value dx, Value x, Value y) {
            return t.mul(dx, t.shift(y, 1));
        }
    },
    /** The natural logarithm. */
    LOG(25) {
        @Override
        public void apply(double[] x, int xo, double[] y, int yo, int n) {
            Elementary.log(x, xo, y, yo, n);
        }

        @Override
        Value tangent(Trace t, Value dx, Value x, Value y) {
            return t.div(dx, x);
        }
    },
    /** log(1 + x), accurate near 0. */
    LOG1P(25) {
        @Override
        public void apply(double[] x, int xo, double[] y, int yo, int n) {
            Elementary.log1p(x, xo, y, yo, n);
        }

        @Override
        Value tangent(Trace t, Value dx, Value x, Value y) {
            return t.div(dx, t.shift(x, 1));
        }
    },
    /** The square root. */
    SQRT(6) {
        @Override
        public void apply(double[] x, int xo, double[] y, int yo, int n) {
            for (int i = 0; i < n; i++) {
                y[yo + i] = Math.sqrt(x[xo + i]);
            }
        }

        @Override
        Scalar scalar(Scalars s, Scalar x) {
            return s.sqrt(x);
        }

        @Override
        Value tangent(Trace t, Value dx, Value x, Value y) {
            return t.div(dx, t.scale(y, 2));
        }
    },
    /** The absolute value. */
    ABS(1) {
        @Override
        public void apply(double[] x, int xo, double[] y, int yo, int n) {
            for (int i = 0; i < n; i++) {
                y[yo + i] = Math.abs(x[xo + i]);
            }
        }

        @Override
        Scalar scalar(Scalars s, Scalar x) {
            return s.abs(x);
        }

        @Override
        Value tangent(Trace t, Value dx, Value x, Value y) {
            return t.mul(dx, t.map(SIGN, x));
        }
    },
    /** -1, 0 or 1. */
    SIGN(1) {
        @Override
        public void apply(double[] x, int xo, double[] y, int yo, int n) {
            for (int i = 0; i < n; i++) {
                y[yo + i] = Math.signum(x[xo + i]);
            }
        }

        @Override
        Scalar scalar(Scalars s, Scalar x) {
            return s.sign(x);
        }

        @Override
        Value tangent(Trace t, Value dx, Value x, Value y) {
            return null;
        }
    },
    /** Sine. */
    SIN(20) {
        @Override
        public void apply(double[] x, int xo, double[] y, int yo, int n) {
            Elementary.sin(x, xo, y, yo, n);
        }

        @Override
        Value tangent(Trace t, Value dx, Value x, Value y) {
            return t.mul(dx, t.cos(x));
        }
    },
    /** Cosine. */
    COS(20) {
        @Override
        public void apply(double[] x, int xo, double[] y, int yo, int n) {
            Elementary.cos(x, xo, y, yo, n);
        }

        @Override
        Value tangent(Trace t, Value dx, Value x, Value y) {
            return t.neg(t.mul(dx, t.sin(x)));
        }
    },
    /** Tangent. */
    TAN(40) {
        @Override
        public void apply(double[] x, int xo, double[] y, int yo, int n) {
            Elementary.tan(x, xo, y, yo, n);
        }

        @Override
        Value tangent(Trace t, Value dx, Value x, Value y) {
            return t.mul(dx, t.shift(t.mul(y, y), 1));
        }
    },
    /** Inverse sine. */
    ASIN(40) {
        @Override
        public void apply(double[] x, int xo, double[] y, int yo, int n) {
            Elementary.asin(x, xo, y, yo, n);
        }

        @Override
        Value tangent(Trace t, Value dx, Value x, Value y) {
            return t.div(dx, t.sqrt(t.affine(t.mul(x, x), -1, 1)));
        }
    },
    /** Inverse cosine. */
    ACOS(40) {
        @Override
        public void apply(double[] x, int xo, double[] y, int yo, int n) {
            Elementary.acos(x, xo, y, yo, n);
        }

        @Override
        Value tangent(Trace t, Value dx, Value x, Value y) {
            return t.neg(t.div(dx, t.sqrt(t.affine(t.mul(x, x), -1, 1))));
        }
    },
    /** Inverse tangent. */
    ATAN(40) {
        @Override
        public void apply(double[] x, int xo, double[] y, int yo, int n) {
            Elementary.atan(x, xo, y, yo, n);
        }

        @Override
        Value tangent(Trace t, Value dx, Value x, Value y) {
            return t.div(dx, t.shift(t.mul(x, x), 1));
        }
    },
    /** Hyperbolic sine. */
    SINH(25) {
        @Override
        public void apply(double[] x, int xo, double[] y, int yo, int n) {
            Elementary.sinh(x, xo, y, yo, n);
        }

        @Override
        Value tangent(Trace t, Value dx, Value x, Value y) {
            return t.mul(dx, t.map(COSH, x));
        }
    },
    /** Hyperbolic cosine. */
    COSH(25) {
        @Override
        public void apply(double[] x, int xo, double[] y, int yo, int n) {
            Elementary.cosh(x, xo, y, yo, n);
        }

        @Override
        Value tangent(Trace t, Value dx, Value x, Value y) {
            return t.mul(dx, t.map(SINH, x));
        }
    },
    /** Hyperbolic tangent. */
    TANH(25) {
        @Override
        public void apply(double[] x, int xo, double[] y, int yo, int n) {
            Elementary.tanh(x, xo, y, yo, n);
        }

        @Override
        Value tangent(Trace t, Value dx, Value x, Value y) {
            return t.mul(dx, t.affine(t.mul(y, y), -1, 1));
        }
    },
    /** 1 / (1 + exp(-x)). */
    SIGMOID(25) {
        @Override
        public void apply(double[] x, int xo, double[] y, int yo, int n) {
            Elementary.sigmoid(x, xo, y, yo, n);
        }

        @Override
        Value tangent(Trace t, Value dx, Value x, Value y) {
            return t.mul(dx, t.sub(y, t.mul(y, y)));
        }
    },
    /** log(1 + exp(x)). */
    SOFTPLUS(45) {
        @Override
        public void apply(double[] x, int xo, double[] y, int yo, int n) {
            Elementary.softplus(x, xo, y, yo, n);
        }

        @Override
        Value tangent(Trace t, Value dx, Value x, Value y) {
            return t.mul(dx, t.sigmoid(x));
        }
    },
    /** x sigmoid(x), also called swish. */
    SILU(26) {
        @Override
        public void apply(double[] x, int xo, double[] y, int yo, int n) {
            Elementary.silu(x, xo, y, yo, n);
        }

        @Override
        Value tangent(Trace t, Value dx, Value x, Value y) {
            Value s = t.sigmoid(x);
            return t.mul(dx, t.add(s, t.mul(y, t.affine(s, -1, 1))));
        }
    },
    /** max(x, 0). */
    RELU(1) {
        @Override
        public void apply(double[] x, int xo, double[] y, int yo, int n) {
            for (int i = 0; i < n; i++) {
                y[yo + i] = Math.max(x[xo + i], 0);
            }
        }

        @Override
        Scalar scalar(Scalars s, Scalar x) {
            return s.max(x, s.constant(0));
        }

        @Override
        Value tangent(Trace t, Value dx, Value x, Value y) {
            return t.select(t.less(t.fill(0, x.shape()), x), dx, t.fill(0, x.shape()));
        }
    };

    private final double flops;

    UnaryFunction(double flops) {
        this.flops = flops;
    }

    /**
     * Applies it to {@code n} numbers; in place is allowed.
     *
     * @param x the arguments, from index {@code xo}
     * @param y where the results go, from index {@code yo}
     */
    public abstract void apply(double[] x, int xo, double[] y, int yo, int n);

    /** How a compiled program applies it to one number. */
    Scalar scalar(Scalars s, Scalar x) {
        return s.elementary(name().toLowerCase(Locale.ROOT), x);
    }

    /** The tangent of {@code y = f(x)}, linear in {@code dx}; null where it is zero everywhere. */
    abstract Value tangent(Trace t, Value dx, Value x, Value y);

    /** About how many floating point operations an application takes. */
    double flops() {
        return flops;
    }
}
