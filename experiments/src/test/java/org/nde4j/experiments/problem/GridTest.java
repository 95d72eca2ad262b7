package org.nde4j.experiments.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;
import org.nde4j.core.equation.Split;
import org.nde4j.core.program.Value;
import org.nde4j.core.program.Workspace;
import org.nde4j.core.solve.stiff.Rodas5P;

class GridTest {
    private static final int N = 12;

    /* Polynomials of degree 2 have exact second differences; the values outside are theirs. */
    @Test
    void differences_ofAParabolaAreConstant() {
        double[] u = IntStream.range(0, N).mapToDouble(i -> i * (i + 3.0)).toArray();
        for (double d : differences(Grid.rod(N), u, -2, N * (N + 3.0))) {
            assertEquals(2, d, 1e-12); // roundings of numbers up to 180
        }
    }

    @Test
    void differences_onASquareSeeItsSides() {
        double[] d = differences(Grid.square(3), new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1}, 0);
        assertEquals(
                DoubleStream.of(-2, -1, -2, -1, 0, -1, -2, -1, -2).boxed().toList(),
                DoubleStream.of(d).boxed().toList());
    }

    @Test
    void differences_onATorusHaveWavesAsEigenfunctions() {
        double[] u = new double[N * N];
        for (int i = 0; i < u.length; i++) {
            u[i] = StrictMath.cos(2 * Math.PI * (2 * (i % N) + 3 * (i / N)) / N);
        }
        double eigenvalue = 2 * StrictMath.cos(4 * Math.PI / N) + 2 * StrictMath.cos(6 * Math.PI / N) - 4;
        double[] d = differences(Grid.torus(N), u);
        for (int i = 0; i < u.length; i++) {
            assertEquals(eigenvalue * u[i], d[i], 1e-13); // roundings of numbers up to 4
        }
    }

    @Test
    void differences_needEveryValueOutside() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> differences(Grid.rod(N), new double[N], 1));
        assertTrue(e.getMessage().contains("2 values outside, got 1"), e.getMessage());
    }

    @Test
    void diffusion_isAllOfTheStiffPart() {
        ReactionDiffusion pattern = ReactionDiffusion.grayScott(N, 0.037, 0.06);
        Split split = (Split) pattern.problem().field();
        double[] spread = rates(split.implicit(), pattern.problem().start());
        assertEquals(0, DoubleStream.of(spread).limit(N * N).sum(), 1e-15); // roundings: nothing is lost on a torus
        double[] even = new double[2 * N * N];
        Arrays.fill(even, 0.5);
        assertEquals(
                0,
                DoubleStream.of(rates(split.implicit(), even))
                        .map(Math::abs)
                        .max()
                        .orElseThrow());
        double[] grown = rates(split.explicit(), even);
        assertEquals(0.037 * 0.5 - 0.125, grown[0], 1e-16); // a rounding
        assertEquals(0.125 - 0.097 * 0.5, grown[N * N], 1e-16); // a rounding
    }

    /* The example of Grid, as a user writes it. */
    @Test
    void field_thatIsWrittenByHandIsTheSame() {
        int n = N;
        Grid torus = Grid.torus(n);
        int all = torus.points();
        Field reaction = Field.of(2 * all, List.of(), (trace, t, y, p) -> {
            Value u = trace.slice(y, 1, 0, all);
            Value v = trace.slice(y, 1, all, 2 * all);
            Value eaten = trace.mul(u, trace.mul(v, v));
            Value fed = trace.affine(u, -0.037, 0.037);
            return trace.concat(1, trace.sub(fed, eaten), trace.sub(eaten, trace.scale(v, 0.097)));
        });
        Field diffusion = Field.of(
                2 * all,
                List.of(),
                (trace, t, y, p) -> trace.concat(
                        1,
                        trace.scale(torus.differences(trace, trace.slice(y, 1, 0, all)), 4e-5 * n * n),
                        trace.scale(torus.differences(trace, trace.slice(y, 1, all, 2 * all)), 2e-5 * n * n)));
        TestProblem ready = ReactionDiffusion.grayScott(n, 0.037, 0.06).problem();
        double[] ours = rates(new Split(reaction, diffusion), ready.start());
        assertArrayEquals(rates(ready.field(), ready.start()), ours, 1e-16); // roundings of rates of about 0.01
    }

    /* The solves are a thousand times better than the grids, so what is left is the error of the grid. */
    @Test
    void wave_isMetToOrderTwo() {
        double coarse = waveError(64);
        double fine = waveError(128);
        double finest = waveError(256);
        assertEquals(4, coarse / fine, 0.2); // 1 + O(h^2) of the ratio
        assertEquals(4, fine / finest, 0.05); // a quarter of it
        assertTrue(finest < 3e-4, "off by " + finest); // c h^2 / 12 with h = 0.18 and derivatives below 0.1
    }

    private static double waveError(int cells) {
        FisherWave wave = new FisherWave(cells);
        Trial.Result result =
                Trial.of(wave.problem(), new Rodas5P(), 1e-8, 10_000).run();
        assertEquals("", result.failure());
        return wave.error(FisherWave.END, result.end());
    }

    @Test
    void front_ofTheWaveRunsAtItsSpeed() {
        FisherWave wave = new FisherWave(4000);
        double way = wave.front(wave.at(7)) - wave.front(wave.at(3));
        assertEquals(4 * FisherWave.SPEED, way, 1e-4); // a line between places 0.01 apart
        assertTrue(Double.isNaN(wave.front(new double[3999])));
    }

    private static double[] differences(Grid grid, double[] u, double... outside) {
        Field field = Field.of(grid.points(), List.of(), (trace, t, y, p) -> {
            Value[] known = DoubleStream.of(outside)
                    .mapToObj(v -> trace.fill(v, Shape.of(1, 1)))
                    .toArray(Value[]::new);
            return grid.differences(trace, y, known);
        });
        return rates(field, u);
    }

    private static double[] rates(Field field, double[] states) {
        Workspace w = new Workspace(field.program(1));
        w.bind(1, states);
        w.run();
        return w.output(0).clone();
    }
}
