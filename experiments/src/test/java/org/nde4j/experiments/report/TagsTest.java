package org.nde4j.experiments.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TagsTest {
    @Test
    void tags_thatAreApartStayWhereTheyAre() {
        double[] at = {10, 30, 100};
        Tags.apart(at, 200);
        assertArrayEquals(new double[] {10, 30, 100}, at);
    }

    @Test
    void tags_thatMeetShareTheRoomAroundTheirMean() {
        double[] at = {50, 50, 56, 120};
        Tags.apart(at, 200);
        assertArrayEquals(new double[] {39, 52, 65, 120}, at, 1e-12); // rounding
    }

    @Test
    void tags_stayInside() {
        double[] at = {0, 1, 199, 200};
        Tags.apart(at, 200);
        assertArrayEquals(new double[] {0, 13, 187, 200}, at, 1e-12); // rounding
    }

    @Test
    void axisDown_beginsWithTheLargest() {
        Axis axis = Axis.of("error").logDown();
        Span span = new Span(1e-8, 1);
        assertEquals(0, axis.place(1, span));
        assertEquals(0.25, axis.place(1e-2, span), 1e-15); // rounding
        assertTrue(Double.isNaN(axis.place(0, span)));
    }

    @Test
    void tag_isWrittenBesideTheFrame() {
        Chart bare = Chart.of("a", "a").with(Mark.line("", Ink.DATA, new double[] {0, 1}, new double[] {0, 1}));
        String svg = bare.with(new Mark.Tag("a method", Ink.NETWORK, 1, 1)).svg();
        assertTrue(svg.contains(">a method</text>"), svg);
        assertTrue(plotWidth(svg) < plotWidth(bare.svg()) - 50);
    }

    private static double plotWidth(String svg) {
        String plot = svg.substring(svg.indexOf("class=\"plot\""));
        int from = plot.indexOf("width=\"") + 7;
        return Double.parseDouble(plot.substring(from, plot.indexOf('"', from)));
    }
}
