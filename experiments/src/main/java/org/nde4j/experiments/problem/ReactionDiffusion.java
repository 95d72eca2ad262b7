package org.nde4j.experiments.problem;

import static org.nde4j.experiments.problem.Equations.field;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.nde4j.core.equation.Field;
import org.nde4j.core.equation.Split;

/**
 * Substances that react and spread on the torus [0, 1] x [0, 1], at n x n points (x runs fastest): all of the first, and
 * then all of the next. Its field is a {@link Split}: the reactions, and diffusion as the stiff part.
 *
 * @param problem the equations on the grid, from start to end
 * @param side n
 * @param substances what they are called
 */
public record ReactionDiffusion(TestProblem problem, int side, List<String> substances) {

    /**
     * Gray and Scott's autocatalysis u + 2 v -> 3 v with inflow of u: spots that grow and divide, or stripes, by feed and
     * kill. Diffusion is 4e-5 and 2e-5; it ends at 4000.
     *
     * <p>J. E. Pearson, <em>Complex patterns in a simple system</em>, Science 261 (1993),
     * doi:10.1126/science.261.5118.189.
     *
     * @param n points a side
     * @param feed how fast u flows in, and all out
     * @param kill how fast v decays
     */
    public static ReactionDiffusion grayScott(int n, double feed, double kill) {
        Split field = split(n, new double[] {4e-5, 2e-5}, s -> {
            Columns u = s.all().slice(0, n * n);
            Columns v = s.all().slice(n * n, 2 * n * n);
            Columns eaten = u.times(v.squared());
            return List.of(u.from(1).times(feed).minus(eaten), eaten.minus(v.times(feed + kill)));
        });
        double[] start = start(n, (x, y) -> 1 - 0.5 * drops(x, y, 0.05), (x, y) -> 0.25 * drops(x, y, 0.05));
        return of(
                "gray-scott-" + n,
                "Gray and Scott's autocatalysis u + 2 v -> 3 v",
                n,
                List.of("u", "v"),
                field,
                4000,
                start);
    }

    /** Fisher's equation: what is there grows to 1 and spreads, with diffusion 2e-4, from three drops; it ends at 12. */
    public static ReactionDiffusion fisher(int n) {
        Split field =
                split(n, new double[] {2e-4}, s -> List.of(s.all().times(s.all().from(1))));
        return of(
                "fisher-" + n,
                "Fisher's equation",
                n,
                List.of("u"),
                field,
                12,
                start(n, (x, y) -> 0.5 * drops(x, y, 0.03)));
    }

    /**
     * The Brusselator with diffusion 1/10, with an inflow into a disk from t = 1.1 on; it ends at 11.5.
     *
     * <p>E. Hairer, G. Wanner, <em>Solving Ordinary Differential Equations II</em>, 1996, IV.10.
     */
    public static ReactionDiffusion brusselator(int n) {
        int all = n * n;
        int[] inDisk = IntStream.range(0, all)
                .map(i -> square(i % n / (double) n - 0.3) + square(i / n / (double) n - 0.6) <= 0.01 ? 1 : 0)
                .toArray();
        Split field = split(n, new double[] {0.1, 0.1}, s -> {
            Columns u = s.all().slice(0, all);
            Columns v = s.all().slice(all, 2 * all);
            Columns inflow = s.t().below(1.1, s.constant(0), s.constant(5));
            Columns grown = u.squared().times(v);
            return List.of(
                    grown.minus(u.times(4.4))
                            .plus(1)
                            .plus(s.constant(0).followedBy(inflow).gather(inDisk)),
                    u.times(3.4).minus(grown));
        });
        double[] start = start(
                n,
                (x, y) -> 22 * y * (1 - y) * Math.sqrt(y * (1 - y)),
                (x, y) -> 27 * x * (1 - x) * Math.sqrt(x * (1 - x)));
        ReactionDiffusion plain = of(
                Diffusion.named("brusselator-2d", n, 16),
                "The Brusselator with diffusion (Hairer and Wanner 1996, IV.10)",
                n,
                List.of("u", "v"),
                field,
                11.5,
                start);
        return new ReactionDiffusion(plain.problem.jumpingAt(1.1), n, plain.substances);
    }

    /** Reactions, and the diffusion of each substance. */
    private static Split split(int n, double[] diffusion, Equations reactions) {
        Diffusion.atLeast(2, n);
        Grid torus = Grid.torus(n);
        int all = n * n;
        Field spreading = field(all * diffusion.length, s -> {
            List<Columns> rates = new ArrayList<>();
            for (int k = 0; k < diffusion.length; k++) {
                Columns substance = s.all().slice(k * all, (k + 1) * all);
                rates.add(substance.differences(torus).times(diffusion[k] * n * n));
            }
            return rates;
        });
        return new Split(field(all * diffusion.length, reactions), spreading);
    }

    private static ReactionDiffusion of(
            String name, String what, int n, List<String> substances, Split field, double end, double[] start) {
        String source = what + " on a torus, " + n + " x " + n + " points";
        return new ReactionDiffusion(
                TestProblem.of(name, source, field, end, start).asStiff(), n, substances);
    }

    private static double[] start(int n, DoubleBinaryOperator... substances) {
        int all = n * n;
        return IntStream.range(0, substances.length * all)
                .mapToDouble(i -> substances[i / all].applyAsDouble(i % n / (double) n, i % all / n / (double) n))
                .toArray();
    }

    /** Three round drops, 1 at their centers. */
    private static double drops(double x, double y, double radius) {
        return drop(x, y, 0.35, 0.4, radius) + drop(x, y, 0.7, 0.3, radius) + drop(x, y, 0.55, 0.75, radius);
    }

    private static double drop(double x, double y, double centerX, double centerY, double radius) {
        return StrictMath.exp(-(square(x - centerX) + square(y - centerY)) / square(radius));
    }

    private static double square(double x) {
        return x * x;
    }
}
