package org.nde4j.core.train;

import java.util.List;

/** The learning rate as a function of the number of steps taken before. */
public sealed interface Schedule {
    /**
     * The learning rate of a step.
     *
     * @param step how many steps were taken before, from 0
     */
    double at(long step);

    /** Always the same rate. */
    static Schedule constant(double rate) {
        return new Constant(rate);
    }

    /** From a rate to zero along half a cosine. */
    static Schedule cosine(double rate, long steps) {
        return new Cosine(rate, 0, steps);
    }

    /** This schedule, begun later, after a straight rise from (nearly) zero to its first rate. */
    default Schedule warmup(long steps) {
        return new Warmup(steps, this);
    }

    /**
     * Always the same rate.
     *
     * @param rate the rate, positive
     */
    record Constant(double rate) implements Schedule {
        /** Checks the rate. */
        public Constant {
            Checks.positive("rate", rate);
        }

        @Override
        public double at(long step) {
            return rate;
        }
    }

    /**
     * Half a cosine from one rate to another, which stays thereafter: I. Loshchilov, F. Hutter, ICLR 2017,
     * arXiv:1608.03983, without restarts.
     *
     * @param from the first rate, positive
     * @param to the last rate, not negative
     * @param steps after how many steps it is reached, positive
     */
    record Cosine(double from, double to, long steps) implements Schedule {
        /** Checks the ranges. */
        public Cosine {
            Checks.positive("from", from);
            Checks.notNegative("to", to);
            Checks.positive("steps", steps);
        }

        @Override
        public double at(long step) {
            return blend(from, to, Math.min(1, (double) step / steps));
        }

        /* From a at 0 to b at 1 along half a cosine. */
        static double blend(double a, double b, double share) {
            return b + (a - b) * 0.5 * (1 + StrictMath.cos(Math.PI * share));
        }
    }

    /**
     * {@code rate factor^(step / every)}, a smooth decay.
     *
     * @param rate the first rate, positive
     * @param factor the factor over {@code every} steps, positive
     * @param every how many steps that takes, positive
     */
    record Exponential(double rate, double factor, long every) implements Schedule {
        /** Checks the ranges. */
        public Exponential {
            Checks.positive("rate", rate);
            Checks.positive("factor", factor);
            Checks.positive("every", every);
        }

        @Override
        public double at(long step) {
            return rate * StrictMath.pow(factor, (double) step / every);
        }
    }

    /**
     * Constant between given steps.
     *
     * @param steps where the rate changes, ascending
     * @param rates the rate before the first of them, between each two, and from the last on: one more than steps
     */
    record Piecewise(List<Long> steps, List<Double> rates) implements Schedule {
        /** Checks order and number. */
        public Piecewise {
            steps = List.copyOf(steps);
            rates = List.copyOf(rates);
            if (rates.size() != steps.size() + 1) {
                throw new IllegalArgumentException(steps.size() + " steps part " + (steps.size() + 1) + " rates, got "
                        + rates.size() + "; give one rate more than steps");
            }
            for (int i = 1; i < steps.size(); i++) {
                if (steps.get(i) <= steps.get(i - 1)) {
                    throw new IllegalArgumentException("the steps " + steps + " do not ascend; sort them");
                }
            }
            rates.forEach(r -> Checks.positive("rate", r));
        }

        @Override
        public double at(long step) {
            int i = 0;
            while (i < steps.size() && step >= steps.get(i)) {
                i++;
            }
            return rates.get(i);
        }
    }

    /**
     * A straight rise to the first rate of another schedule, which begins after it.
     *
     * @param steps how long the rise takes; step i has (i + 1) / (steps + 1) of that rate
     * @param then what follows
     */
    record Warmup(long steps, Schedule then) implements Schedule {
        /** Checks the number of steps. */
        public Warmup {
            Checks.notNegative("steps", steps);
        }

        @Override
        public double at(long step) {
            return step < steps ? then.at(0) * (step + 1) / (steps + 1) : then.at(step - steps);
        }
    }

    /**
     * Up along half a cosine and down along another, far below where it began, as PyTorch's {@code OneCycleLR}: L.
     * Smith, N. Topin, 2017, arXiv:1708.07120.
     *
     * @param top the highest rate, positive
     * @param steps the number of steps in all, at least 2
     * @param rise the share of steps that go up, in (0, 1)
     * @param start the first rate is {@code top / start}
     * @param end the last rate is {@code top / start / end}
     */
    record OneCycle(double top, long steps, double rise, double start, double end) implements Schedule {
        /** Checks the ranges. */
        public OneCycle {
            Checks.positive("top", top);
            Checks.positive("steps", steps - 1);
            Checks.unit("rise", rise);
            Checks.positive("rise", rise);
            Checks.positive("start", start);
            Checks.positive("end", end);
        }

        /** PyTorch's defaults: 30 % up from a 25th, down to a 10,000th of that. */
        public OneCycle(double top, long steps) {
            this(top, steps, 0.3, 25, 1e4);
        }

        @Override
        public double at(long step) {
            double peak = Math.max(rise * steps - 1, 0);
            double last = steps - 1;
            double first = top / start;
            return step <= peak && peak > 0
                    ? Cosine.blend(first, top, step / peak)
                    : Cosine.blend(top, first / end, Math.min(1, (step - peak) / (last - peak)));
        }
    }
}
