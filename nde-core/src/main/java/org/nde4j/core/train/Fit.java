package org.nde4j.core.train;

import java.util.Arrays;
import java.util.Locale;
import org.nde4j.core.network.Parameters;
import org.nde4j.core.work.Codec;
import org.nde4j.core.work.Journal;

/**
 * Training: steps of an optimizer down the gradient of an objective.
 *
 * <p>A step whose loss, gradient or result is not finite is not taken: training goes back to the last parameters where
 * all was finite and halves the learning rate for good. After {@code halvings} of these it gives up.
 *
 * <pre>{@code
 * Fit fit = Fit.of(Adam.DEFAULT, 1e-3, 5000).validating(100).stopping(EarlyStopping.after(10));
 * Fit.Outcome outcome = fit.run(objective, start, journal, "fit");
 * Parameters trained = start.withValues(outcome.state().best().parameters());
 * }</pre>
 *
 * @param optimizer how a gradient becomes a step
 * @param schedule the learning rate
 * @param clipping what is done with a gradient that is too long
 * @param steps how many steps are taken, not negative
 * @param every after how many steps each the loss is noted and the model validated, positive
 * @param stopping when to stop before
 * @param halvings how often the learning rate may be halved, not negative
 */
public record Fit(
        Optimizer optimizer,
        Schedule schedule,
        Clipping clipping,
        long steps,
        long every,
        EarlyStopping stopping,
        int halvings) {

    /** Checks the ranges. */
    public Fit {
        Checks.notNegative("steps", steps);
        Checks.positive("every", every);
        Checks.notNegative("halvings", halvings);
    }

    /** A constant rate, no clipping, a row of history every 100 steps, at most 8 halvings. */
    public static Fit of(Optimizer optimizer, double rate, long steps) {
        return new Fit(optimizer, Schedule.constant(rate), Clipping.NONE, steps, 100, EarlyStopping.NEVER, 8);
    }

    /** The same with another schedule. */
    public Fit scheduled(Schedule other) {
        return new Fit(optimizer, other, clipping, steps, every, stopping, halvings);
    }

    /** The same with another clipping. */
    public Fit clipping(Clipping other) {
        return new Fit(optimizer, schedule, other, steps, every, stopping, halvings);
    }

    /** The same with a row of history, and a validation, after every so many steps. */
    public Fit validating(long interval) {
        return new Fit(optimizer, schedule, clipping, steps, interval, stopping, halvings);
    }

    /** The same with another rule to stop early. */
    public Fit stopping(EarlyStopping other) {
        return new Fit(optimizer, schedule, clipping, steps, every, other, halvings);
    }

    /** The state before the first step. */
    public State start(double[][] parameters) {
        int[] lengths = Arrays.stream(parameters).mapToInt(p -> p.length).toArray();
        double[][] own = Arrays.stream(parameters).map(double[]::clone).toArray(double[][]::new);
        Point point = new Point(own, optimizer.open(lengths).state());
        Best best = new Best(0, Double.POSITIVE_INFINITY, own, 0);
        Status status = steps == 0 ? Status.FINISHED : Status.RUNNING;
        return new State(0, point, point, 0, 0, Double.NaN, best, History.EMPTY, status);
    }

    /** The bench for an objective. */
    public Trainer open(Objective objective) {
        return new Trainer(this, objective);
    }

    /**
     * Trains to the end, kept by a journal: a run that was killed goes on from where it was to the same bits.
     *
     * @param objective what is made small
     * @param start the first parameters
     * @param journal where the state is kept
     * @param name the name of the training in the journal
     */
    public Outcome run(Objective objective, Parameters start, Journal journal, String name) {
        Trainer trainer = open(objective);
        State last = journal.loop(name, State.CODEC, start(start.values()), State::over, state -> {
            journal.progress(name, state.step(), steps, state.summary());
            return trainer.next(state);
        });
        return outcome(last);
    }

    /** {@link #run(Objective, Parameters, Journal, String)} without keeping anything. */
    public Outcome run(Objective objective, Parameters start) {
        return run(objective, start, Journal.inMemory(), "fit");
    }

    private Outcome outcome(State s) {
        return switch (s.status) {
            case RUNNING -> throw new IllegalStateException("the training is not over, at step " + s.step);
            case FINISHED -> new Outcome.Finished(s);
            case STOPPED -> new Outcome.Stopped(s);
            case FAILED -> failed(s);
        };
    }

    private Outcome failed(State s) {
        String what = Double.isFinite(s.last) ? "the gradient or the step was not finite" : "the loss was " + s.last;
        String where = s.step == 0 ? " at the first parameters" : "";
        return new Outcome.Failed(
                s,
                what + " after " + s.step + " steps" + where + ", also after halving the learning rate " + s.halvings
                        + " times",
                s.step == 0
                        ? "look at the data and the first weights: run the loss program and ask its workspace to explain"
                        : "lower the learning rate, clip the gradient, or shorten the time span that is fitted");
    }

    /** Whether a training goes on, and why not. */
    public enum Status {
        /** It goes on. */
        RUNNING,
        /** All steps were taken. */
        FINISHED,
        /** Nothing got better for too long. */
        STOPPED,
        /** No finite step could be taken. */
        FAILED
    }

    /**
     * Parameters and what the optimizer remembers there.
     *
     * @param parameters one array a parameter; not to be modified
     * @param memory the optimizer's
     */
    public record Point(double[][] parameters, Optimizer.State memory) {
        static final Codec<Point> CODEC = Codec.record(Point.class, Codec.MATRIX, Optimizer.State.CODEC);
    }

    /**
     * The best so far: by validation, or if nothing is held out, by the mean loss between two rows of history.
     *
     * @param step how many steps had been taken
     * @param loss the loss there
     * @param parameters one array a parameter; not to be modified
     * @param since how many validations ago
     */
    public record Best(long step, double loss, double[][] parameters, int since) {
        static final Codec<Best> CODEC = Codec.record(Best.class, Codec.LONG, Codec.DOUBLE, Codec.MATRIX, Codec.INT);
    }

    /**
     * All there is to know about a training between two steps. Immutable.
     *
     * @param step how many steps were taken
     * @param now where the next step begins
     * @param sound the last point where loss and gradient were finite
     * @param halvings how often the learning rate was halved
     * @param sum the sum of the losses since the last row of history
     * @param last the last loss
     * @param best the best parameters so far
     * @param history one row a validation
     * @param status whether it goes on
     */
    public record State(
            long step,
            Point now,
            Point sound,
            int halvings,
            double sum,
            double last,
            Best best,
            History history,
            Status status) {
        /** All components, to the bit. */
        public static final Codec<State> CODEC = Codec.record(
                State.class,
                Codec.LONG,
                Point.CODEC,
                Point.CODEC,
                Codec.INT,
                Codec.DOUBLE,
                Codec.DOUBLE,
                Best.CODEC,
                History.CODEC,
                Codec.constant(Status.class));

        /** Whether no step follows. */
        public boolean over() {
            return status != Status.RUNNING;
        }

        /** The last losses in a few words, for a progress line. */
        public String summary() {
            String loss = Double.isNaN(last) ? "" : String.format(Locale.ROOT, "loss %.4g", last);
            return best.loss < Double.POSITIVE_INFINITY
                    ? String.format(Locale.ROOT, "%s, best %.4g", loss, best.loss)
                    : loss;
        }
    }

    /** How a training ended. */
    public sealed interface Outcome {
        /** The last state, with the best parameters. */
        State state();

        /**
         * All steps were taken.
         *
         * @param state the last state
         */
        record Finished(State state) implements Outcome {}

        /**
         * Nothing got better for too long.
         *
         * @param state the last state
         */
        record Stopped(State state) implements Outcome {}

        /**
         * No finite step could be taken.
         *
         * @param state the last state; its best parameters are still good if its best loss is finite
         * @param reason what happened
         * @param advice what to do
         */
        record Failed(State state, String reason, String advice) implements Outcome {}
    }
}
