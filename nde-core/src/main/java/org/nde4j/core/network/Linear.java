package org.nde4j.core.network;

import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.random.Stream;

/**
 * x Wᵀ + b, with {@code weight} [outputs, inputs] and {@code bias} [outputs], as PyTorch's {@code Linear}.
 *
 * @param inputs the length of a row it takes
 * @param outputs the length of a row it gives
 * @param weight how the weight is drawn
 * @param bias how the bias is drawn; {@link Initializer.None} for a layer without one
 */
public record Linear(int inputs, int outputs, Initializer weight, Initializer bias) implements Layer {
    /** Checks the sizes. */
    public Linear {
        Rows.positive("inputs", inputs);
        Rows.positive("outputs", outputs);
    }

    /** With weight and bias drawn as PyTorch draws them: uniform within ±1/√inputs. */
    public static Linear of(int inputs, int outputs) {
        return new Linear(inputs, outputs, Initializer.PYTORCH, Initializer.PYTORCH);
    }

    /** The same layer without a bias. */
    public Linear withoutBias() {
        return new Linear(inputs, outputs, weight, Initializer.NONE);
    }

    private boolean hasBias() {
        return !bias.equals(Initializer.NONE);
    }

    @Override
    public Parameters initialize(Stream random) {
        Parameters p = Parameters.of("weight", weight.draw(Shape.of(outputs, inputs), inputs, outputs, random));
        return hasBias() ? p.with("bias", bias.draw(Shape.of(outputs), inputs, outputs, random)) : p;
    }

    @Override
    public Value apply(Trace t, Weights w, Value x) {
        Rows.check("Linear", inputs, x, w);
        Value y = t.matmul(x, false, w.get("weight", Shape.of(outputs, inputs)), true);
        return hasBias() ? t.add(y, t.spread(w.get("bias", Shape.of(outputs)), y.shape(), 1)) : y;
    }
}
