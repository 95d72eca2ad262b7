package org.nde4j.experiments.report;

import java.util.List;

/**
 * Something drawn in a chart, in the units of its axes. NaN and infinite values are gaps. A mark with an empty label is not
 * in the legend; marks that share a label share an entry.
 */
public sealed interface Mark {
    /** What the legend says, perhaps empty. */
    String label();

    /** How a line is drawn. */
    enum Stroke {
        /** Without gaps. */
        SOLID("line"),
        /** Dashed. */
        DASHED("line dash"),
        /** Dotted. */
        DOTTED("line dots"),
        /** Without gaps, thin: one of many. */
        THIN("thin"),
        /** Dashed and thin. */
        THIN_DASHED("thin dash");

        final String names;

        Stroke(String names) {
            this.names = names;
        }
    }

    /** How a point is drawn. */
    enum Dot {
        /** A filled disk. */
        DISK,
        /** A circle. */
        RING,
        /** A diamond outline. */
        DIAMOND,
        /** A large circle around something. */
        HALO
    }

    /** Which share of the data a stretch belongs to. */
    enum Part {
        /** Used to choose between models. */
        VALIDATION,
        /** Seen by nothing before the end. */
        TEST;

        String key() {
            return this == VALIDATION ? "validation" : "test";
        }
    }

    /** Words to the right of a chart, tied to a place in it by a thin line. */
    record Tag(String text, Ink ink, double x, double y) implements Mark {
        @Override
        public String label() {
            return "";
        }
    }

    /** A line through points in the order given. */
    record Line(String label, Ink ink, Stroke stroke, double[] x, double[] y) implements Mark {
        /** Checks the lengths. */
        public Line {
            same(x, y);
        }
    }

    /** A line that keeps its value until the next point. */
    record Stairs(String label, Ink ink, double[] x, double[] y) implements Mark {
        /** Checks the lengths. */
        public Stairs {
            same(x, y);
        }
    }

    /** Separate points. */
    record Points(String label, Ink ink, Dot dot, double[] x, double[] y) implements Mark {
        /** Checks the lengths. */
        public Points {
            same(x, y);
        }
    }

    /** The space between two lines over the same places. */
    record Band(String label, Ink ink, double[] x, double[] low, double[] high) implements Mark {
        /** Checks the lengths. */
        public Band {
            same(x, low);
            same(x, high);
        }
    }

    /** A shaded stretch of the x axis behind everything else. */
    record Stretch(String label, Part part, double from, double to) implements Mark {}

    /** A vector field at the crossings of a grid, {@code dx[i * y.length + j]} at {@code (x[i], y[j])}; drawn as flow lines. */
    record Flow(String label, Ink ink, double[] x, double[] y, double[] dx, double[] dy) implements Mark {
        /** Checks the lengths. */
        public Flow {
            same(dx, dy);
            if (dx.length != x.length * y.length) {
                throw new IllegalArgumentException("a flow over " + x.length + " x " + y.length
                        + " places needs as many arrows, but got " + dx.length + "; give one for each place");
            }
        }
    }

    /** Separate arrows, each from a place along a direction; their lengths are scaled to fit. */
    record Arrows(String label, Ink ink, double[] x, double[] y, double[] dx, double[] dy) implements Mark {
        /** Checks the lengths. */
        public Arrows {
            same(x, y);
            same(x, dx);
            same(x, dy);
        }
    }

    /**
     * Values at the crossings of a grid as colors, {@code values[j * x.length + i]} at {@code (x[i], y[j])}. Places are evenly
     * spaced, upward; the label names the range.
     */
    record Heat(String label, double[] x, double[] y, double[] values, Span range) implements Mark {
        /** Checks the lengths. */
        public Heat {
            if (x.length == 0 || values.length != x.length * y.length) {
                throw new IllegalArgumentException("a picture of " + x.length + " x " + y.length
                        + " places needs as many values, but got " + values.length + "; give one for each place");
            }
        }
    }

    /** The line y = x. */
    record Diagonal(String label) implements Mark {}

    /** A solid line. */
    static Mark line(String label, Ink ink, double[] x, double[] y) {
        return new Line(label, ink, Stroke.SOLID, x, y);
    }

    /** Filled points. */
    static Mark points(String label, Ink ink, double[] x, double[] y) {
        return new Points(label, ink, Dot.DISK, x, y);
    }

    /** The marks that the legend lists: the first of each label, what matters most first. */
    static List<Mark> legend(List<Mark> marks) {
        java.util.Map<String, Mark> first = new java.util.LinkedHashMap<>();
        for (Mark m : marks) if (!m.label().isEmpty()) first.putIfAbsent(m.label(), m);
        return first.values().stream()
                .sorted(java.util.Comparator.comparing(Mark::rank))
                .toList();
    }

    private static int rank(Mark m) {
        if (m instanceof Points p) return p.ink().ordinal();
        if (m instanceof Line l) return l.ink().ordinal();
        return m instanceof Stretch ? 2 * Ink.values().length : Ink.values().length;
    }

    private static void same(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "a mark needs as many x as y values, but got " + a.length + " and " + b.length + "; pair them up");
        }
    }
}
