package org.nde4j.core.solve;

/** When an event happens. */
public sealed interface Trigger {
    /** Which changes of sign count. */
    enum Direction {
        /** From negative to positive. */
        RISING,
        /** From positive to negative. */
        FALLING,
        /** Both. */
        EITHER;

        boolean includes(double sign) {
            return this == EITHER || sign > 0 == (this == RISING);
        }
    }

    /** The times between two ends at which it happens; null if they are not known beforehand. */
    default Timetable times(double from, double to) {
        return null;
    }

    /**
     * A value changes its sign.
     *
     * @param value writes the value
     * @param direction which changes count
     * @param atStart whether leaving zero at the very start counts
     */
    record Crossing(Formula value, Direction direction, boolean atStart) implements Trigger {
        Crossing in(Direction other) {
            return new Crossing(value, other, atStart);
        }

        Crossing alsoAtStart() {
            return new Crossing(value, direction, true);
        }
    }

    /**
     * A condition holds at the end of a step.
     *
     * @param condition of time and state
     */
    record When(Event.Condition condition) implements Trigger {}

    /**
     * Given times.
     *
     * @param times finite
     */
    record At(double[] times) implements Trigger {
        /** Copies and checks. */
        public At {
            times = Timetable.checked("an event", times);
        }

        @Override
        public Timetable times(double from, double to) {
            return Timetable.of(times, from, to, true);
        }
    }

    /**
     * Every period.
     *
     * @param period positive
     * @param origin the first time
     */
    record Every(double period, double origin) implements Trigger {
        /** Checks the period. */
        public Every {
            if (!(period > 0 && period < Double.POSITIVE_INFINITY) || !Double.isFinite(origin)) {
                throw new IllegalArgumentException(
                        "a periodic event needs a positive, finite period and a finite first time, got " + period
                                + " from " + origin);
            }
        }

        @Override
        public Timetable times(double from, double to) {
            return Timetable.every(period, origin, from, to);
        }
    }

    /**
     * The derivative is small at the end of a step.
     *
     * @param tolerance what it is compared with
     */
    record Steady(Tolerance tolerance) implements Trigger {}
}
