package org.nde4j.core.solve;

import java.util.Arrays;

/**
 * Steps from one given time to the next. Times outside the solve are passed over; from the last one a step goes to the
 * end of the solve.
 *
 * @param times where steps end, finite, in any order
 */
public record GivenSteps(double... times) implements StepController {
    /** Copies and checks. */
    public GivenSteps {
        times = Timetable.checked("the end of a step", times);
    }

    @Override
    public Judge open() {
        return new Unjudged(Double.POSITIVE_INFINITY);
    }

    @Override
    public Tolerance tolerance() {
        return null;
    }

    @Override
    public double[] stops() {
        return times.clone();
    }

    @Override
    public double first(Stepper stepper, double[] derivative, double start, double end, int order) {
        return end - start;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GivenSteps that && Arrays.equals(times, that.times);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(times);
    }
}
