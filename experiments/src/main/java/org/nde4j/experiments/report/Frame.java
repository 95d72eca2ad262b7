package org.nde4j.experiments.report;

/** The rectangle that marks are drawn in, and how values find their place there; origin at its top left corner. */
record Frame(Axis x, Axis y, Span spanX, Span spanY, double left, double top, double width, double height) {
    private static final double FAR = 1e4;

    double px(double v) {
        return near(x.place(v, spanX) * width);
    }

    double py(double v) {
        return near(height - y.place(v, spanY) * height);
    }

    /** Cuts places far outside, which keeps paths valid for viewers with small numbers; NaN stays. */
    private static double near(double p) {
        return Math.max(-FAR, Math.min(FAR, p));
    }

    boolean shows(double vx, double vy) {
        double a = px(vx);
        double b = py(vy);
        return a >= -6 && a <= width + 6 && b >= -6 && b <= height + 6;
    }
}
