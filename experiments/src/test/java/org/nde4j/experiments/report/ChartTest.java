package org.nde4j.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.NodeList;

class ChartTest {
    private static final double[] ZERO_TO_FOUR = {0, 1, 2, 3, 4};

    private static Chart chart(Mark... marks) {
        return Chart.of("c", "title").with(marks);
    }

    private static Mark line(double... y) {
        return Mark.line(
                "a line",
                Ink.EQUATIONS,
                IntStream.range(0, y.length).asDoubleStream().toArray(),
                y);
    }

    /** The path data of the line in a chart. */
    private static String path(Chart chart) {
        NodeList paths = Golden.parsed(chart.inline()).getElementsByTagName("path");
        return paths.getLength() == 0
                ? ""
                : paths.item(0).getAttributes().getNamedItem("d").getNodeValue();
    }

    private static String sound(Chart chart) {
        String svg = chart.svg();
        Golden.parsed(svg);
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
        return svg;
    }

    @Test
    void every_mark_is_drawn_as_in_the_golden_file() throws IOException {
        double[] up = {1, 2, 4, 8, 16};
        double[] down = {9, 7, Double.NaN, 3, 1};
        Chart chart = chart(
                        new Mark.Stretch("test period", Mark.Part.TEST, 3, 4),
                        new Mark.Band("band", Ink.NETWORK, ZERO_TO_FOUR, new double[] {0, 1, 3, 7, 14}, new double[] {
                            2, 3, 5, 9, 18
                        }),
                        new Mark.Stairs("stairs", Ink.OTHER, ZERO_TO_FOUR, down),
                        new Mark.Line("dashed", Ink.NETWORK, Mark.Stroke.DASHED, ZERO_TO_FOUR, up),
                        new Mark.Diagonal("diagonal"),
                        new Mark.Arrows("arrows", Ink.QUIET, ZERO_TO_FOUR, down, up, down),
                        new Mark.Points("rings", Ink.DATA, Mark.Dot.RING, ZERO_TO_FOUR, down),
                        new Mark.Points("diamonds", Ink.DATA, Mark.Dot.DIAMOND, ZERO_TO_FOUR, up),
                        new Mark.Points("halo", Ink.EQUATIONS, Mark.Dot.HALO, new double[] {2}, new double[] {4}))
                .x(Axis.of("time"))
                .y(Axis.of("amount"));
        Golden.check("marks.svg", sound(chart));
    }

    @Test
    void log_axis_is_drawn_as_in_the_golden_file() throws IOException {
        Golden.check(
                "log.svg",
                sound(chart(line(1e-3, 0.5, 20, 3e4)).y(Axis.of("loss").log())));
    }

    @Test
    void flow_is_drawn_as_in_the_golden_file() throws IOException {
        double[] grid = {-2, -1, 0, 1, 2};
        double[] dx = new double[25];
        double[] dy = new double[25];
        for (int k = 0; k < 25; k++) {
            dx[k] = -grid[k % 5];
            dy[k] = grid[k / 5];
        }
        Mark flow = new Mark.Flow("turning", Ink.QUIET, grid, grid, dx, dy);
        Golden.check("flow.svg", sound(Chart.of("c", "title").with(flow).sized(240, 240)));
    }

    @Test
    void missing_value_breaks_the_line() {
        String d = path(chart(line(1, 2, Double.NaN, 2, 1)));
        assertEquals(2, d.chars().filter(c -> c == 'M').count(), d);
        assertEquals(2, d.chars().filter(c -> c == 'L').count(), d);
    }

    @Test
    void value_between_gaps_stays_visible() {
        String d = path(chart(line(1, Double.NaN, 2, Double.POSITIVE_INFINITY, 1)));
        assertEquals(3, d.split("h\\.1", -1).length - 1, d);
    }

    @Test
    void single_point_sits_inside_the_frame() {
        Frame frame = new Frame(
                Axis.of("x"),
                Axis.of("y"),
                new Extent(false).add(5).span(),
                new Extent(false).add(-3).span(),
                0,
                0,
                100,
                100);
        assertEquals(50, frame.px(5));
        assertEquals(50, frame.py(-3));
        assertEquals(
                1,
                sound(chart(Mark.points("p", Ink.DATA, new double[] {5}, new double[] {-3})))
                                .split("cx=\"2")
                                .length
                        - 1);
    }

    @Test
    void empty_series_says_so() {
        assertTrue(sound(chart(line())).contains("nothing to show"));
        assertTrue(sound(chart(line(Double.NaN, Double.NaN))).contains("nothing to show"));
        assertTrue(sound(Chart.of("c", "t")).contains("nothing to show"));
        assertFalse(sound(chart(line(1, 2))).contains("nothing to show"));
    }

    @Test
    void log_axis_leaves_out_what_is_not_positive() {
        Chart chart = chart(line(1, 0, -5, 10, 100)).y(Axis.of("y").log());
        assertEquals(1, path(chart).chars().filter(c -> c == 'L').count(), path(chart));
        sound(chart);
        assertTrue(sound(chart(line(0, -1)).y(Axis.of("y").log())).contains("nothing to show"));
    }

    @ParameterizedTest
    @CsvSource({
        "-1.7976931348623157E308,1.7976931348623157E308",
        "4.9E-324,1E-323",
        "1E300,1.0000001E300",
        "0,0",
        "-1E-300,1E-300",
        "1E9,1000000001",
        "5,5",
        "-7,-7",
        "4.9E-324,1.7976931348623157E308"
    })
    void any_range_gets_a_picture(double low, double high) {
        for (Axis axis : new Axis[] {Axis.of("y"), Axis.of("y").log()}) {
            String svg = sound(chart(line(low, high, low)).y(axis));
            assertTrue(svg.length() < 20_000, "ticks must stay few");
        }
    }

    @Test
    void long_series_is_thinned_without_losing_its_peaks() {
        double[] x = IntStream.range(0, 200_000).asDoubleStream().toArray();
        double[] y = new double[x.length];
        y[123_456] = 1;
        Chart chart = chart(Mark.line("l", Ink.DATA, x, y)).y(Axis.of("y").over(new Span(0, 1)));
        String d = path(chart);
        assertTrue(d.length() < 50_000, "length " + d.length());
        assertTrue(d.matches(".*L[\\d.]+ 0L.*"), "the peak is at the top of the frame");
    }

    @Test
    void hostile_words_are_escaped() {
        String bad = "</text><script>alert('1')</script>&\"\u0000";
        Chart chart = Chart.of("c", bad)
                .described(bad)
                .x(Axis.of(bad))
                .y(Axis.of(bad))
                .with(Mark.line(bad, Ink.DATA, ZERO_TO_FOUR, ZERO_TO_FOUR));
        assertFalse(sound(chart).contains("<script"));
        assertFalse(chart.inline().contains("<script"));
        Golden.parsed(chart.inline());
    }

    @Test
    void names_of_files_are_checked() {
        assertThrows(IllegalArgumentException.class, () -> Chart.of("../c", "t"));
        assertThrows(IllegalArgumentException.class, () -> Mark.line("l", Ink.DATA, new double[2], new double[3]));
    }
}
