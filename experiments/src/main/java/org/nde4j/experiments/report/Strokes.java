package org.nde4j.experiments.report;

/** Turns values into path data: gaps at what cannot be shown, and never more points than a picture can resolve. */
final class Strokes {
    private final Frame frame;

    Strokes(Frame frame) {
        this.frame = frame;
    }

    /** A line; a point without neighbors becomes a dot of a tenth of a pixel, which round caps make visible. */
    String line(double[] x, double[] y) {
        StringBuilder path = new StringBuilder();
        int n = x.length;
        int[] keep = n > 4 * frame.width() ? thinned(x, y) : null;
        int count = keep == null ? n : keep.length;
        boolean pen = false;
        for (int k = 0; k < count; k++) {
            int i = keep == null ? k : keep[k];
            pen = step(path, frame.px(x[i]), frame.py(y[i]), pen);
        }
        return closed(path);
    }

    private static boolean step(StringBuilder path, double px, double py, boolean pen) {
        if (Double.isNaN(px) || Double.isNaN(py)) return false;
        if (!pen) closed(path);
        path.append(pen ? 'L' : 'M').append(Svg.at(px)).append(' ').append(Svg.at(py));
        return true;
    }

    /** Gives a lone move a length. */
    private static String closed(StringBuilder path) {
        int last = path.lastIndexOf("M");
        if (last >= 0 && path.indexOf("L", last) < 0 && path.charAt(path.length() - 1) != 'z') path.append("h.1");
        return path.toString();
    }

    String stairs(double[] x, double[] y) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            double px = frame.px(x[i]);
            double py = frame.py(y[i]);
            if (Double.isNaN(px) || Double.isNaN(py)) continue;
            path.append(path.isEmpty() ? "M" : "H").append(Svg.at(px));
            path.append(path.indexOf("H") < 0 ? " " : "V").append(Svg.at(py));
        }
        return path.toString();
    }

    /** Runs of places where both ends are known, each a closed outline. */
    String band(double[] x, double[] low, double[] high) {
        StringBuilder path = new StringBuilder();
        for (int from = 0; from < x.length; from++) {
            int to = from;
            while (to < x.length && known(x[to], low[to], high[to])) to++;
            if (to - from > 1) outline(path, x, low, high, from, to);
            from = to;
        }
        return path.toString();
    }

    private boolean known(double x, double low, double high) {
        return frame.x().shows(x) && frame.y().shows(low) && frame.y().shows(high);
    }

    private void outline(StringBuilder path, double[] x, double[] low, double[] high, int from, int to) {
        boolean pen = false;
        for (int i = from; i < to; i++) pen = step(path, frame.px(x[i]), frame.py(high[i]), pen);
        for (int i = to - 1; i >= from; i--) pen = step(path, frame.px(x[i]), frame.py(low[i]), pen);
        path.append('z');
    }

    /** First, last, smallest and largest of every run of points in one column of pixels, in their order. */
    private int[] thinned(double[] x, double[] y) {
        java.util.List<Integer> keep = new java.util.ArrayList<>();
        for (int from = 0; from < x.length; ) {
            int to = from + 1;
            while (to < x.length && sameColumn(x[from], x[to])) to++;
            extremes(y, from, to, keep);
            from = to;
        }
        return keep.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean sameColumn(double a, double b) {
        return Math.floor(frame.px(a)) == Math.floor(frame.px(b));
    }

    private static void extremes(double[] y, int from, int to, java.util.List<Integer> keep) {
        int min = from;
        int max = from;
        for (int i = from; i < to; i++) {
            if (y[i] < y[min] || Double.isNaN(y[min])) min = i;
            if (y[i] > y[max] || Double.isNaN(y[max])) max = i;
        }
        java.util.stream.IntStream.of(from, min, max, to - 1)
                .sorted()
                .distinct()
                .forEach(keep::add);
    }
}
