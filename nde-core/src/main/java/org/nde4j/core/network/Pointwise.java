package org.nde4j.core.network;

import java.util.Locale;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.random.Stream;

/** An activation as a layer without weights. */
record Pointwise(Activation activation, int size) implements Layer {
    Pointwise {
        Rows.positive("size", size);
    }

    @Override
    public int inputs() {
        return size;
    }

    @Override
    public int outputs() {
        return size;
    }

    @Override
    public Parameters initialize(Stream random) {
        return Parameters.NONE;
    }

    @Override
    public Value apply(Trace t, Weights w, Value x) {
        Rows.check(activation.name().toLowerCase(Locale.ROOT), size, x, w);
        return activation.of(t, x);
    }
}
