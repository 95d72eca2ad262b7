package org.nde4j.experiments.study;

import java.util.List;
import org.nde4j.experiments.config.BadConfig;
import org.nde4j.experiments.config.Nearest;

/**
 * The studies that can be run by name.
 *
 * @param all the studies, with distinct names
 */
public record Studies(List<Study<?>> all) {

    /** Keeps its own copy of the list. */
    public Studies {
        all = List.copyOf(all);
    }

    /** The studies that come with the library. A new one is a line here. */
    public static Studies builtIn() {
        return new Studies(List.of(
                new DistillStudy(),
                new RegressStudy(),
                new ThesisStudy(),
                new OdeBenchStudy(),
                new WorkPrecisionStudy(),
                new ReactionDiffusionStudy()));
    }

    /** The names of the studies. */
    public List<String> names() {
        return all.stream().<String>map(Study::name).toList();
    }

    /**
     * The study of this name.
     *
     * @throws BadConfig if there is none
     */
    public Study<?> named(String name) {
        return all.stream()
                .filter(study -> study.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadConfig("there is no study '" + name + "'" + Nearest.advice(name, names())));
    }
}
