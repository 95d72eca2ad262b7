package org.nde4j.core.network;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.random.Stream;

/** How the first values of a weight are drawn. */
public sealed interface Initializer {
    /** PyTorch's choice for the weight and the bias of a linear layer: uniform within ±1/√inputs. */
    Initializer PYTORCH = new Scaled(1.0 / 3, Fan.IN, false);

    /** Uniform within ±√(6 / (inputs + outputs)): X. Glorot, Y. Bengio, AISTATS 2010. */
    Initializer XAVIER_UNIFORM = new Scaled(1, Fan.AVERAGE, false);

    /** Normal of variance 2 / (inputs + outputs): X. Glorot, Y. Bengio, AISTATS 2010. */
    Initializer XAVIER_NORMAL = new Scaled(1, Fan.AVERAGE, true);

    /** Uniform within ±√(6 / inputs): K. He et al., ICCV 2015, doi:10.1109/ICCV.2015.123. */
    Initializer KAIMING_UNIFORM = new Scaled(2, Fan.IN, false);

    /** Normal of variance 2 / inputs: K. He et al., ICCV 2015, doi:10.1109/ICCV.2015.123. */
    Initializer KAIMING_NORMAL = new Scaled(2, Fan.IN, true);

    /** A random matrix with orthonormal rows or columns. */
    Initializer ORTHOGONAL = new Orthogonal(1);

    /** All zeros. */
    Initializer ZEROS = new Constant(0);

    /** There is no such weight. */
    Initializer NONE = new None();

    /**
     * Draws.
     *
     * @param shape the shape of the weight
     * @param inputs the inputs of its layer
     * @param outputs the outputs of its layer
     * @param random where numbers are taken from, in row-major order
     */
    Array draw(Shape shape, int inputs, int outputs, Stream random);

    /** What a variance is divided by. */
    enum Fan {
        /** The number of inputs. */
        IN,
        /** The number of outputs. */
        OUT,
        /** Their mean. */
        AVERAGE;

        double of(int inputs, int outputs) {
            return this == IN ? inputs : this == OUT ? outputs : 0.5 * (inputs + outputs);
        }
    }

    /**
     * Mean 0, variance {@code scale / fan}.
     *
     * @param scale the variance times the fan, positive
     * @param fan what it is divided by
     * @param normal normal, else uniform
     */
    record Scaled(double scale, Fan fan, boolean normal) implements Initializer {
        /** Checks the scale. */
        public Scaled {
            finite("scale", scale, 0);
        }

        @Override
        public Array draw(Shape shape, int inputs, int outputs, Stream random) {
            double variance = scale / fan.of(inputs, outputs);
            double bound = Math.sqrt(3 * variance);
            double deviation = Math.sqrt(variance);
            return fill(shape, normal ? () -> deviation * random.normal() : () -> bound * (2 * random.uniform() - 1));
        }
    }

    /**
     * Normal of mean 0, whatever the layer's size.
     *
     * @param deviation the standard deviation, not negative
     */
    record Normal(double deviation) implements Initializer {
        /** Checks the deviation. */
        public Normal {
            finite("deviation", deviation, 0);
        }

        @Override
        public Array draw(Shape shape, int inputs, int outputs, Stream random) {
            return fill(shape, () -> deviation * random.normal());
        }
    }

    /**
     * One number everywhere.
     *
     * @param value the number, finite
     */
    record Constant(double value) implements Initializer {
        /** Checks the value. */
        public Constant {
            finite("value", value, Double.NEGATIVE_INFINITY);
        }

        @Override
        public Array draw(Shape shape, int inputs, int outputs, Stream random) {
            return fill(shape, () -> value);
        }
    }

    /**
     * {@code gain} times a matrix with orthonormal rows or columns (the shorter ones), uniform among all such: A. Saxe,
     * J. McClelland, S. Ganguli, ICLR 2014, arXiv:1312.6120. For matrices only.
     *
     * @param gain the factor, not negative
     */
    record Orthogonal(double gain) implements Initializer {
        /** Checks the gain. */
        public Orthogonal {
            finite("gain", gain, 0);
        }

        @Override
        public Array draw(Shape shape, int inputs, int outputs, Stream random) {
            if (shape.rank() != 2) {
                throw new IllegalArgumentException(
                        "orthogonal weights need a matrix, got shape " + shape + "; use zeros for a bias");
            }
            return Orthonormal.matrix(shape, gain, random);
        }
    }

    /** Stands for a weight that is not there. */
    record None() implements Initializer {
        @Override
        public Array draw(Shape shape, int inputs, int outputs, Stream random) {
            throw new IllegalStateException("NONE says that there is no such weight, so it cannot be drawn");
        }
    }

    private static Array fill(Shape shape, DoubleSupplier next) {
        Array a = Array.zeros(shape);
        Arrays.setAll(a.values(), i -> next.getAsDouble());
        return a;
    }

    private static void finite(String what, double value, double least) {
        if (!Double.isFinite(value) || value < least) {
            throw new IllegalArgumentException(what + " is " + value + "; it must be finite and at least " + least);
        }
    }
}
