package org.nde4j.core.network;

import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/** A function of one number that stands between the linear layers of a network. */
public enum Activation {
    /** x itself. */
    IDENTITY {
        @Override
        public Value of(Trace t, Value x) {
            return x;
        }
    },
    /** Hyperbolic tangent: smooth, bounded; what the literature on neural ODEs uses most. */
    TANH {
        @Override
        public Value of(Trace t, Value x) {
            return t.tanh(x);
        }
    },
    /** log(1 + exp(x)): smooth, unbounded. */
    SOFTPLUS {
        @Override
        public Value of(Trace t, Value x) {
            return t.softplus(x);
        }
    },
    /** x sigmoid(x), also called swish. */
    SILU {
        @Override
        public Value of(Trace t, Value x) {
            return t.silu(x);
        }
    },
    /** 1 / (1 + exp(-x)). */
    SIGMOID {
        @Override
        public Value of(Trace t, Value x) {
            return t.sigmoid(x);
        }
    },
    /** max(x, 0). Not smooth: a poor choice for a vector field that a high-order solver is to follow. */
    RELU {
        @Override
        public Value of(Trace t, Value x) {
            return t.relu(x);
        }
    },
    /** Sine. */
    SIN {
        @Override
        public Value of(Trace t, Value x) {
            return t.sin(x);
        }
    },
    /** exp(-x²), a radial basis. */
    GAUSSIAN {
        @Override
        public Value of(Trace t, Value x) {
            return t.exp(t.neg(t.mul(x, x)));
        }
    },
    /**
     * x Φ(x) in the tanh form: D. Hendrycks, K. Gimpel, <em>Gaussian Error Linear Units (GELUs)</em>, 2016,
     * arXiv:1606.08415.
     */
    GELU {
        @Override
        public Value of(Trace t, Value x) {
            Value inner = t.scale(t.add(x, t.scale(t.power(x, 3), 0.044715)), Math.sqrt(2 / Math.PI));
            return t.mul(t.scale(x, 0.5), t.shift(t.tanh(inner), 1));
        }
    };

    /** Writes the function, element by element, into a trace. */
    public abstract Value of(Trace t, Value x);

    /** This function as a layer on rows of a given length. */
    public Layer layer(int size) {
        return new Pointwise(this, size);
    }
}
