package org.nde4j.core.solve;

/**
 * Limits of the lengths of steps. A step that is to end at a given time may be shorter.
 *
 * @param first the length of the first step; NaN to find one
 * @param least the least length; 0 for none but the spacing of the time
 * @param greatest the greatest length
 * @param forced whether a step of the least length is taken even if its error is too great; else the solve fails there
 */
public record StepLimits(double first, double least, double greatest, boolean forced) {
    /** No limits. */
    public static final StepLimits NONE = new StepLimits(Double.NaN, 0, Double.POSITIVE_INFINITY, false);

    /** Checks the lengths. */
    public StepLimits {
        if (first <= 0 || !(least >= 0 && least <= greatest && greatest > 0)) {
            throw new IllegalArgumentException(
                    "lengths of steps must be positive, the least not above the greatest; got first " + first
                            + ", least " + least + ", greatest " + greatest);
        }
    }

    /** The same with a given first step. */
    public StepLimits withFirst(double length) {
        return new StepLimits(length, least, greatest, forced);
    }

    /** The same with another greatest length. */
    public StepLimits withGreatest(double length) {
        return new StepLimits(first, least, length, forced);
    }

    /** The same with another least length, below which a solve fails. */
    public StepLimits withLeast(double length) {
        return new StepLimits(first, length, greatest, false);
    }

    /** The same with another least length, which is taken whatever the error. */
    public StepLimits forcing(double length) {
        return new StepLimits(first, length, greatest, true);
    }

    /** A signed length within the limits; one below the least is left as it is unless it is forced. */
    double clip(double length) {
        double size = Math.abs(length);
        if (size > greatest) {
            return Math.copySign(greatest, length);
        }
        return forced && size < least ? Math.copySign(least, length) : length;
    }
}
