package org.nde4j.core.train;

import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/** How far a prediction is from its target: writes itself into a trace as a single number. */
public sealed interface Loss {
    /** The mean square of the errors. */
    Loss MSE = new Mse();

    /** The mean size of the errors. */
    Loss MAE = new Mae();

    /** Writes what one error costs, element by element. */
    Value cost(Trace t, Value error);

    /** What an element counts beyond its mask: of the shape of {@code like}; null for 1 everywhere. */
    default Value weights(Trace t, Shape like) {
        return null;
    }

    /** The mean cost over all elements. */
    default Value write(Trace t, Value prediction, Value target) {
        return write(t, prediction, target, t.fill(1, target.shape()));
    }

    /**
     * The mean cost, weighted by a mask: Σ mask cost / Σ mask, and 0 if the mask is 0 everywhere.
     *
     * <p>Where the mask is 0 the target is not looked at and may be NaN: that is how missing data are said. Masks
     * between 0 and 1, or above, are weights.
     *
     * @param t the trace
     * @param prediction any shape
     * @param target the same shape
     * @param mask the same shape, not negative
     * @return a single number
     */
    default Value write(Trace t, Value prediction, Value target, Value mask) {
        Value none = t.fill(0, target.shape());
        Value error = t.select(mask, t.sub(prediction, target), none);
        Value own = weights(t, target.shape());
        Value weight = own == null ? mask : t.mul(mask, own);
        Value all = t.max(t.sum(weight), t.constant(Double.MIN_NORMAL));
        return t.div(t.sum(t.mul(weight, cost(t, error))), all);
    }

    /** This loss with a weight for each index along the last axis (a state), for instance 1 / its variance. */
    default Loss weighted(double... weights) {
        return new Weighted(this, Arrays.stream(weights).boxed().toList());
    }

    /** The square of the error. */
    record Mse() implements Loss {
        @Override
        public Value cost(Trace t, Value error) {
            return t.mul(error, error);
        }
    }

    /** The size of the error. */
    record Mae() implements Loss {
        @Override
        public Value cost(Trace t, Value error) {
            return t.abs(error);
        }
    }

    /**
     * Half the square of small errors and {@code delta (|e| - delta / 2)} of great ones: P. Huber, Ann. Math. Statist.
     * 35, 1964, doi:10.1214/aoms/1177703732.
     *
     * @param delta where the great ones begin, positive
     */
    record Huber(double delta) implements Loss {
        /** Checks delta. */
        public Huber {
            Checks.positive("delta", delta);
        }

        @Override
        public Value cost(Trace t, Value error) {
            Value size = t.abs(error);
            Value small = t.scale(t.mul(error, error), 0.5);
            Value great = t.affine(size, delta, -0.5 * delta * delta);
            return t.select(t.less(size, t.fill(delta, error.shape())), small, great);
        }
    }

    /**
     * Another loss with a weight for each index along the last axis; the mean is over the weights.
     *
     * @param loss the other loss
     * @param weights as many as the last axis is long, not negative
     */
    record Weighted(Loss loss, List<Double> weights) implements Loss {
        /** Checks the weights. */
        public Weighted {
            weights = List.copyOf(weights);
            weights.forEach(w -> Checks.notNegative("a weight", w));
        }

        @Override
        public Value cost(Trace t, Value error) {
            return loss.cost(t, error);
        }

        @Override
        public Value weights(Trace t, Shape like) {
            int last = like.rank() - 1;
            if (last < 0 || like.dim(last) != weights.size()) {
                throw new IllegalArgumentException(weights.size() + " weights for a loss on shape " + like
                        + "; give one for each index along the last axis");
            }
            Value[] each = weights.stream().map(w -> t.fill(w, Shape.of(1))).toArray(Value[]::new);
            Value own = t.spread(t.concat(0, each), like, last);
            Value inner = loss.weights(t, like);
            return inner == null ? own : t.mul(own, inner);
        }
    }
}
