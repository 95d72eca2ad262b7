package org.nde4j.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StreamlinesTest {
    private static final double[] GRID = {-1, 0, 1};
    private static final Frame FRAME =
            new Frame(Axis.of("x"), Axis.of("y"), new Span(-1, 1), new Span(-1, 1), 0, 0, 300, 300);

    private static List<double[][]> lines(double[] dx, double[] dy) {
        return new Streamlines(new Mark.Flow("", Ink.QUIET, GRID, GRID, dx, dy), FRAME).lines();
    }

    @Test
    void rotation_gives_circles_around_the_middle() {
        List<double[][]> lines =
                lines(new double[] {1, 0, -1, 1, 0, -1, 1, 0, -1}, new double[] {-1, -1, -1, 0, 0, 0, 1, 1, 1});
        assertTrue(lines.size() > 4);
        for (double[][] line : lines) {
            double first = radius(line[0]);
            // the midpoint rule at 2.5 pixels a step drifts by (step/radius)^3/8 a step, below a pixel even for small
            // circles
            for (double[] at : line) assertEquals(first, radius(at), 1);
        }
    }

    private static double radius(double[] at) {
        return Math.sqrt((at[0] - 150) * (at[0] - 150) + (at[1] - 150) * (at[1] - 150));
    }

    @Test
    void lines_run_with_the_flow() {
        double[] ones = {1, 1, 1, 1, 1, 1, 1, 1, 1};
        for (double[][] line : lines(ones, new double[9])) assertTrue(line[line.length - 1][0] > line[0][0]);
    }

    @Test
    void rest_and_unknown_fields_give_no_lines() {
        assertTrue(lines(new double[9], new double[9]).isEmpty());
        double[] unknown = {
            Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN
        };
        assertTrue(lines(unknown, unknown).isEmpty());
        double[] huge = new double[9];
        java.util.Arrays.fill(huge, 1e300);
        assertFalse(lines(huge, huge).isEmpty());
    }
}
