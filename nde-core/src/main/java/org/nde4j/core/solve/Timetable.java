package org.nde4j.core.solve;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Times that steps must end at, one after another in the direction of a solve. */
abstract class Timetable {
    /** The next time; infinite if there is none. */
    abstract double next();

    /** The next time was reached. */
    abstract void pass();

    /** Given times strictly between the ends or, if they are events, at the ends too. */
    static Timetable of(double[] times, double from, double to, boolean inclusive) {
        double sign = to < from ? -1 : 1;
        if (times.length == 0) {
            return new Listed(times, sign);
        }
        double[] sorted = Arrays.stream(times)
                .filter(t -> sign * t > sign * from && sign * t < sign * to || inclusive && (t == from || t == to))
                .map(t -> sign * t)
                .sorted()
                .distinct()
                .map(t -> sign * t)
                .toArray();
        return new Listed(sorted, sign);
    }

    /** Every period: origin + k period for all whole k, beginning at {@code from}. */
    static Timetable every(double period, double origin, double from, double to) {
        return new Periodic(period, origin, from, to < from ? -1 : 1);
    }

    /** A copy of finite times. */
    static double[] checked(String what, double[] times) {
        for (double t : times) {
            if (!Double.isFinite(t)) {
                throw new IllegalArgumentException(what + " must be at a finite time, got " + t);
            }
        }
        return times.clone();
    }

    static double[] join(double[] a, double[] b) {
        if (a.length == 0 || b.length == 0) {
            return a.length == 0 ? b : a;
        }
        return DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
    }

    private static final class Listed extends Timetable {
        private final double[] times;
        private final double never;
        private int at;

        Listed(double[] times, double sign) {
            this.times = times;
            this.never = sign * Double.POSITIVE_INFINITY;
        }

        @Override
        double next() {
            return at < times.length ? times[at] : never;
        }

        @Override
        void pass() {
            at++;
        }
    }

    private static final class Periodic extends Timetable {
        private final double period;
        private final double origin;
        private final int sign;
        private double count;

        Periodic(double period, double origin, double from, int sign) {
            this.period = period;
            this.origin = origin;
            this.sign = sign;
            this.count = Math.rint((from - origin) / period) - sign;
            while (sign * time() < sign * from) {
                count += sign;
            }
            count = sign > 0 ? Math.max(count, 0) : count;
        }

        private double time() {
            return Math.fma(count, period, origin);
        }

        @Override
        double next() {
            return count >= 0 ? time() : Double.NEGATIVE_INFINITY;
        }

        @Override
        void pass() {
            count += sign;
        }
    }
}
