package org.nde4j.experiments.problem;

import static org.nde4j.experiments.problem.Equations.field;

import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.equation.Split;

/**
 * A wave of u_t = u_xx + u (1 - u), the equation of Fisher, Kolmogorov, Petrovsky and Piskunov, that is known in closed
 * form: u = (1 + exp((x - c t) / sqrt(6)))^-2 with the speed c = 5 / sqrt(6). It runs along [-15, 30] for a time of 8;
 * the ends are held at what the wave has there.
 *
 * <p>M. J. Ablowitz, A. Zeppetella, <em>Explicit solutions of Fisher's equation for a special wave speed</em>, Bull.
 * Math. Biol. 41 (1979), doi:10.1007/BF02462380.
 *
 * @param cells how many cells the grid has, at least 2; the states are u at the points between them
 */
public record FisherWave(int cells) {
    /** How fast the wave is. */
    public static final double SPEED = 5 / Math.sqrt(6);

    /** When it ends. */
    public static final double END = 8;

    private static final double LEFT = -15;
    private static final double RIGHT = 30;

    /** Checks the number of cells. */
    public FisherWave {
        if (cells < 2) {
            throw new IllegalArgumentException("a wave on " + cells + " cells; give at least 2");
        }
    }

    /** The length of a cell. */
    public double spacing() {
        return (RIGHT - LEFT) / cells;
    }

    /** The places of the states. */
    public double[] places() {
        return IntStream.range(1, cells).mapToDouble(i -> LEFT + i * spacing()).toArray();
    }

    /** The wave at the places of the states. */
    public double[] at(double time) {
        double[] x = places();
        for (int i = 0; i < x.length; i++) {
            double e = 1 + StrictMath.exp((x[i] - SPEED * time) / Math.sqrt(6));
            x[i] = 1 / (e * e);
        }
        return x;
    }

    /** The greatest difference between states and the wave. */
    public double error(double time, double[] states) {
        double[] wave = at(time);
        return IntStream.range(0, wave.length)
                .mapToDouble(i -> Math.abs(states[i] - wave[i]))
                .max()
                .orElse(0);
    }

    /** Where the states fall below 1/2, between two places on a straight line; NaN if they do not. */
    public double front(double[] states) {
        double[] x = places();
        for (int i = 1; i < x.length; i++) {
            if (states[i - 1] >= 0.5 && states[i] < 0.5) {
                return x[i - 1] + spacing() * (states[i - 1] - 0.5) / (states[i - 1] - states[i]);
            }
        }
        return Double.NaN;
    }

    /** The equation on the grid: growth, and diffusion as its stiff part. */
    public TestProblem problem() {
        int n = cells - 1;
        Grid rod = Grid.rod(n);
        double diffusion = 1 / (spacing() * spacing());
        Split split = new Split(
                field(n, s -> List.of(s.all().times(s.all().from(1)))),
                field(
                        n,
                        s -> List.of(s.all()
                                .differences(rod, wave(s.t(), LEFT), wave(s.t(), RIGHT))
                                .times(diffusion))));
        return TestProblem.of("fisher-wave-" + cells, "Fisher's equation on " + cells + " cells", split, END, at(0))
                .asStiff();
    }

    /** The wave at a place, as a function of time. */
    private static Columns wave(Columns t, double x) {
        Columns e = t.times(-SPEED / Math.sqrt(6)).plus(x / Math.sqrt(6)).exp().plus(1);
        return e.squared().under(1);
    }
}
