package org.nde4j.experiments.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Distillations of the shipped series that are much shorter than good ones, with all the same parts. */
final class Distillations {

    /** About a second of work. */
    static final List<String> SMALL = List.of(
            "members=2",
            "network.width=8",
            "network.smooth.steps=60",
            "network.shoot.steps=6",
            "samples=60",
            "functions=[]",
            "regress.islands.count=2",
            "regress.islands.cycles=15",
            "regress.stop.rounds=4",
            "choice.perState=3",
            "choice.finalists=2",
            "choice.iterations=2");

    /** About five seconds of work. */
    static final List<String> LARGER = List.of(
            "members=2",
            "network.width=16",
            "network.smooth.steps=150",
            "network.shoot.steps=20",
            "samples=100",
            "regress.islands.count=3",
            "regress.islands.cycles=60",
            "regress.stop.rounds=6",
            "choice.perState=4",
            "choice.finalists=2",
            "choice.iterations=3");

    private Distillations() {}

    /** The command line of such a distillation; where results go is to be added. */
    static List<String> arguments(List<String> changes) {
        List<String> arguments = new ArrayList<>(List.of("distill", data().toString()));
        arguments.addAll(changes);
        return arguments;
    }

    static Path data() {
        Path here = Path.of("data/hare_lynx.csv");
        return (here.toFile().exists() ? here : Path.of("experiments").resolve(here)).toAbsolutePath();
    }
}
