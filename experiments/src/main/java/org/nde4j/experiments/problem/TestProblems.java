package org.nde4j.experiments.problem;

import java.util.List;
import java.util.stream.Stream;
import org.nde4j.experiments.config.Nearest;

/** The catalog of test problems. */
public final class TestProblems {
    private TestProblems() {}

    /** All problems, each under a name of its own. */
    public static List<TestProblem> all() {
        return Stream.of(
                        detest(),
                        Orbits.all(),
                        Oscillators.all(),
                        Oscillators.stiff(),
                        Reactions.all(),
                        Circuits.all(),
                        Diffusion.all())
                .flatMap(List::stream)
                .toList();
    }

    /** DETEST: A1 to A5 and so on to F5, on [0, 20]. */
    public static List<TestProblem> detest() {
        return Stream.of(Detest.all(), DetestJumps.all()).flatMap(List::stream).toList();
    }

    /** The problems that ask for an implicit method, those with a mass matrix among them. */
    public static List<TestProblem> stiff() {
        return all().stream().filter(TestProblem::stiff).toList();
    }

    /** The problems that an explicit method can solve. */
    public static List<TestProblem> nonStiff() {
        return all().stream().filter(p -> !p.stiff()).toList();
    }

    /**
     * The problem of a name.
     *
     * @param name as in {@code hires} or {@code detest-a1}
     * @throws IllegalArgumentException if there is none; the message says which are near
     */
    public static TestProblem named(String name) {
        List<TestProblem> all = all();
        return all.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no test problem " + name
                        + Nearest.advice(
                                name, all.stream().map(TestProblem::name).toList())));
    }

    /** Heat in a rod at n inner points; its end is known for every n. */
    public static TestProblem heat(int n) {
        return Diffusion.heat(n);
    }

    /** Heat in a square at n x n inner points; its end is known for every n. */
    public static TestProblem heatOnSquare(int n) {
        return Diffusion.heatOnSquare(n);
    }

    /** The Brusselator with diffusion at n points of [0, 1]; its end is known for n = 40. */
    public static TestProblem brusselator(int n) {
        return Diffusion.brusselator(n);
    }

    /** The Brusselator with diffusion at n x n points of a torus; its end is known for n = 16. */
    public static TestProblem brusselatorOnTorus(int n) {
        return Diffusion.brusselatorOnTorus(n);
    }

    /** Medical Akzo Nobel at n places, 2 n states; its end is known for n = 200. */
    public static TestProblem medicalAkzo(int n) {
        return Diffusion.medicalAkzo(n);
    }
}
