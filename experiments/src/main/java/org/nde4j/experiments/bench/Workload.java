package org.nde4j.experiments.bench;

import java.util.List;
import java.util.function.Consumer;

/** A task by which speed is judged. Its definition is in its class comment, to the last number. */
public interface Workload {
    /** Its short name, such as W1; parts of a workload have its name, a hyphen and a word. */
    String name();

    /** Measures every setting that is selected and hands on a row for each. */
    void measure(Selection selection, Consumer<Row> rows);

    /** All of them. */
    static List<Workload> all() {
        return List.of(
                new NeuralOdeStep(),
                new PlainSolves(),
                new LorenzEnsemble(),
                new StiffSolves(),
                new StiffGradients(),
                new StiffEnsemble());
    }
}
