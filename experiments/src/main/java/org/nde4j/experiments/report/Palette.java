package org.nde4j.experiments.report;

/**
 * Colors for a range of values, from dark violet to bright yellow: even steps look even, also without color. The anchors are
 * those of viridis (N. Smith, S. van der Walt, 2015).
 */
final class Palette {
    /** How many colors there are; the number after the last stands for no value. */
    static final int COLORS = 255;

    private static final int[] ANCHORS = {
        0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725
    };

    private Palette() {}

    /** The number of the color of a value in a range; values beyond get the color of the end. */
    static int number(double value, Span range) {
        if (Double.isNaN(value)) return COLORS;
        return (int) Math.rint(Math.max(0, Math.min(1, range.place(value))) * (COLORS - 1));
    }

    /** A color as red, green and blue. */
    static int color(int number) {
        double place = (ANCHORS.length - 1) * (double) number / (COLORS - 1);
        int left = Math.min((int) place, ANCHORS.length - 2);
        double share = place - left;
        int color = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = ANCHORS[left] >> shift & 255;
            int to = ANCHORS[left + 1] >> shift & 255;
            color |= (int) Math.rint(from + share * (to - from)) << shift;
        }
        return color;
    }
}
