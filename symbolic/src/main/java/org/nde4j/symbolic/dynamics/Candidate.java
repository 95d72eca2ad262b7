package org.nde4j.symbolic.dynamics;

import java.util.List;
import org.nde4j.core.work.Codec;

/**
 * A system that was fitted and compared.
 *
 * @param system with its constants fitted to the training data
 * @param starts the fitted start of each trajectory
 * @param training mean squared error of the training data, in units of the noise
 * @param validation mean squared error of the forecast of the validation data, in units of the noise
 * @param criterion what systems are compared by, less is better
 */
public record Candidate(
        EquationSystem system, List<double[]> starts, double training, double validation, double criterion) {
    static final Codec<Candidate> CODEC = Codec.record(
            Candidate.class, EquationSystem.CODEC, Codec.list(Codec.DOUBLES), Codec.DOUBLE, Codec.DOUBLE, Codec.DOUBLE);

    double[][] startArrays() {
        return starts.toArray(double[][]::new);
    }
}
