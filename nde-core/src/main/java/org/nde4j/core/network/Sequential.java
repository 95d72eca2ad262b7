package org.nde4j.core.network;

import java.util.List;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.random.Stream;

/**
 * Layers one after another; the weights of layer i are named {@code i.*}, as in PyTorch.
 *
 * @param layers at least one, each taking what the one before gives
 */
public record Sequential(List<Layer> layers) implements Layer {
    /** Checks that the layers fit. */
    public Sequential {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("Sequential has no layers; give at least one");
        }
        for (int i = 1; i < layers.size(); i++) {
            if (layers.get(i).inputs() != layers.get(i - 1).outputs()) {
                throw new IllegalArgumentException("layer " + (i - 1) + " gives "
                        + layers.get(i - 1).outputs() + " numbers, but layer " + i + " expects "
                        + layers.get(i).inputs() + "; make them equal");
            }
        }
    }

    /** Layers one after another. */
    public static Sequential of(Layer... layers) {
        return new Sequential(List.of(layers));
    }

    @Override
    public int inputs() {
        return layers.get(0).inputs();
    }

    @Override
    public int outputs() {
        return layers.get(layers.size() - 1).outputs();
    }

    @Override
    public Parameters initialize(Stream random) {
        Parameters all = Parameters.NONE;
        for (int i = 0; i < layers.size(); i++) {
            all = all.and(layers.get(i).initialize(random).scoped(Integer.toString(i)));
        }
        return all;
    }

    @Override
    public Value apply(Trace t, Weights w, Value x) {
        Value y = x;
        for (int i = 0; i < layers.size(); i++) {
            y = layers.get(i).apply(t, w.at(Integer.toString(i)), y);
        }
        return y;
    }
}
