package org.nde4j.core.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.random.Stream;

/**
 * A multilayer perceptron: linear layers with an activation after each. Weights are named as in PyTorch's {@code
 * Sequential(Linear, Tanh, Linear, ...)}: {@code 0.weight}, {@code 0.bias}, {@code 2.weight}, {@code 2.bias}, ...
 *
 * @param sizes the lengths of the rows: inputs, hidden layers, outputs; at least two
 * @param hidden the activation after every linear layer but the last
 * @param output the activation after the last
 * @param weight how weights are drawn
 * @param bias how biases are drawn; {@link Initializer.None} for layers without
 */
public record Mlp(List<Integer> sizes, Activation hidden, Activation output, Initializer weight, Initializer bias)
        implements Layer {
    /** Checks the sizes. */
    public Mlp {
        sizes = List.copyOf(sizes);
        if (sizes.size() < 2) {
            throw new IllegalArgumentException(
                    "an Mlp needs the sizes of its input and its output, got " + sizes + "; give at least two");
        }
        sizes.forEach(s -> Rows.positive("a size of an Mlp", s));
    }

    /** With tanh between, nothing at the end, and weights drawn as PyTorch draws them. */
    public static Mlp of(int... sizes) {
        return new Mlp(
                IntStream.of(sizes).boxed().toList(),
                Activation.TANH,
                Activation.IDENTITY,
                Initializer.PYTORCH,
                Initializer.PYTORCH);
    }

    /** The same with another activation between. */
    public Mlp withHidden(Activation other) {
        return new Mlp(sizes, other, output, weight, bias);
    }

    /** The same with another activation at the end. */
    public Mlp withOutput(Activation other) {
        return new Mlp(sizes, hidden, other, weight, bias);
    }

    /** The same with weights and biases drawn otherwise. */
    public Mlp withInitializers(Initializer weights, Initializer biases) {
        return new Mlp(sizes, hidden, output, weights, biases);
    }

    /** The layers it stands for. */
    public Sequential layers() {
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i < sizes.size(); i++) {
            Activation after = i < sizes.size() - 1 ? hidden : output;
            layers.add(new Linear(sizes.get(i - 1), sizes.get(i), weight, bias));
            if (after != Activation.IDENTITY || i < sizes.size() - 1) {
                layers.add(after.layer(sizes.get(i)));
            }
        }
        return new Sequential(layers);
    }

    @Override
    public int inputs() {
        return sizes.get(0);
    }

    @Override
    public int outputs() {
        return sizes.get(sizes.size() - 1);
    }

    @Override
    public Parameters initialize(Stream random) {
        return layers().initialize(random);
    }

    @Override
    public Value apply(Trace t, Weights w, Value x) {
        return layers().apply(t, w, x);
    }
}
