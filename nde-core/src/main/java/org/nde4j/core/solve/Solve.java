package org.nde4j.core.solve;

import java.util.Arrays;
import java.util.function.Consumer;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;

/**
 * How to solve: a method, its steps and what is kept. A recipe; {@link #open} gives the bench.
 *
 * <pre>{@code
 * Solve solve = Solve.with(new Tsit5(), PidController.of(1e-6, 1e-9)).saving(SaveAt.times(0, 1, 2));
 * Solution s = solve.run(field, 0, 2, Array.matrix(new double[][] {{1, 0}})).orThrow();
 * }</pre>
 *
 * @param method the method
 * @param controller how long the steps are
 * @param saveAt what is kept
 * @param maxSteps the greatest number of attempts
 * @param checkpoints the greatest number of states kept for gradients; 0 for none
 */
public record Solve(Method method, StepController controller, SaveAt saveAt, int maxSteps, int checkpoints) {
    /** Checks that method and controller fit. */
    public Solve {
        if (controller.needsError() && !method.estimatesError()) {
            throw new IllegalArgumentException(method.name()
                    + " does not estimate its error, which this step control needs; use ConstantSteps, or a method with "
                    + "an error estimate such as Tsit5");
        }
        if (maxSteps < 1) {
            throw new IllegalArgumentException("maxSteps must be at least 1, got " + maxSteps);
        }
    }

    /** The state at the end, in at most 100,000 steps, without checkpoints. */
    public static Solve with(Method method, StepController controller) {
        return new Solve(method, controller, SaveAt.end(), 100_000, 0);
    }

    /** The same, keeping something else. */
    public Solve saving(SaveAt what) {
        return new Solve(method, controller, what, maxSteps, checkpoints);
    }

    /** The same with another limit on the number of attempts. */
    public Solve atMost(int steps) {
        return new Solve(method, controller, saveAt, steps, checkpoints);
    }

    /** The same with checkpoints. */
    public Solve checkpointing(int states) {
        return new Solve(method, controller, saveAt, maxSteps, states);
    }

    /**
     * Solves once.
     *
     * @param field the field
     * @param from where it starts
     * @param to where it ends, before or after
     * @param start the states, [B, n]
     * @param parameters one array for each parameter of the field
     */
    public Outcome run(Field field, double from, double to, Array start, double[]... parameters) {
        if (start.shape().rank() != 2 || start.shape().dim(1) != field.size()) {
            throw new IllegalArgumentException("the start has shape " + start.shape() + ", the field has "
                    + field.size() + " states; give " + Shape.of(1, field.size()) + " for one trajectory");
        }
        return open(field, start.shape().dim(0)).run(from, to, start.values(), new Ledger(checkpoints), parameters);
    }

    /** The method, made accurate enough for what the step control asks for. */
    public Method tuned() {
        return controller.tolerance() == null ? method : method.tuned(controller.tolerance());
    }

    /** The method, whose steps must be programs. */
    public Solver solver() {
        if (tuned() instanceof Solver solver) {
            return solver;
        }
        throw new IllegalArgumentException(method.name()
                + " chooses its order or its stages as it goes, so its steps cannot be transposed; for gradients use a method "
                + "whose step is a program, such as Tsit5 or Kvaerno5");
    }

    /** A bench for a field and a number of trajectories. */
    public Bench open(Field field, int batch) {
        return open(field, batch, Recording.NONE);
    }

    /** A bench for a field and a number of trajectories, whose steps are recorded; the method is a {@link Solver}. */
    public Bench open(Field field, int batch, Recording recording) {
        return new Bench(this, field, batch, recording);
    }

    /** The loop, with its buffers. One per thread. */
    public static final class Bench {
        private final Solve solve;
        private final Stepper stepper;
        private Consumer<double[]> watcher = progress -> {};

        private Bench(Solve solve, Field field, int batch, Recording recording) {
            boolean dense = Recorder.interpolates(solve.saveAt);
            boolean error = solve.controller.needsError();
            Output output = new Output(error, false, dense);
            this.solve = solve;
            this.stepper = recording == Recording.NONE
                    ? solve.tuned().open(field, batch, output)
                    : new ProgramStepper(solve.solver(), field, batch, output, recording);
        }

        /** Tells (time, length of the step) after every accepted step from now on. */
        public Bench watching(Consumer<double[]> newWatcher) {
            watcher = newWatcher;
            return this;
        }

        /**
         * Solves.
         *
         * @param from where it starts
         * @param to where it ends
         * @param start the states, [B, n]
         * @param ledger cleared and written
         * @param parameters one array for each parameter of the field
         */
        public Outcome run(double from, double to, double[] start, Ledger ledger, double[]... parameters) {
            if (!Double.isFinite(from) || !Double.isFinite(to)) {
                throw new IllegalArgumentException("a solve needs finite times, got " + from + " to " + to);
            }
            ledger.clear();
            stepper.parameters(parameters);
            Stepper.Work before = stepper.work();
            Recorder recorder = new Recorder(solve.saveAt, ledger);
            double[] stops = stepper.stops(from, to);
            stepper.start(from, start);
            recorder.start(from, start);
            Run run = new Run(from, to, stops, recorder, ledger, before);
            return run.loop();
        }

        private final class Run {
            private final double end;
            private final double[] stops; // where steps must end, the last is the end
            private int stop;
            private final Recorder recorder;
            private final Ledger ledger;
            private final Stepper.Work before;
            private double time;
            private int rejected;

            Run(double from, double to, double[] stops, Recorder recorder, Ledger ledger, Stepper.Work before) {
                this.time = from;
                this.end = to;
                this.stops = Arrays.copyOf(stops, stops.length + 1);
                this.stops[stops.length] = to;
                this.recorder = recorder;
                this.ledger = ledger;
                this.before = before;
            }

            Outcome loop() {
                double[] derivative = stepper.derivative();
                int bad = firstBad(stepper.state(), derivative);
                if (bad >= 0) {
                    return fail(
                            Outcome.Reason.NON_FINITE,
                            "the state or its derivative is not finite at the start, t = " + time + ", " + where(bad)
                                    + "; check the start values and the domain of the field");
                }
                if (time == end) {
                    return new Outcome.Finished(solution());
                }
                StepController.Judge judge = solve.controller.open();
                double length = solve.controller.first(stepper, derivative, time, end, stepper.order());
                for (int attempt = 0; attempt < solve.maxSteps; attempt++) {
                    boolean last = Math.abs(length) * (1 + 1e-12) >= Math.abs(stops[stop] - time);
                    double tried = last ? stops[stop] - time : length;
                    if (Math.abs(tried) < 4 * Math.ulp(time) && !last) {
                        return tooSmall(tried);
                    }
                    stepper.attempt(tried);
                    double cut = stepper.cut();
                    if (!Double.isNaN(cut)) {
                        length = cut;
                        continue;
                    }
                    StepController.Verdict verdict = judge.judge(stepper, tried);
                    length = verdict.accepted() && last
                            ? Math.max(Math.abs(length), Math.abs(verdict.next())) * Math.signum(tried)
                            : verdict.next();
                    if (!verdict.accepted()) {
                        rejected++;
                        continue;
                    }
                    bad = firstBad(stepper.next(), stepper.next());
                    if (bad >= 0) {
                        return fail(
                                Outcome.Reason.NON_FINITE,
                                "the state is not finite after the step from t = " + time
                                        + " of length " + tried + ", " + where(bad) + "; first operation that is not: "
                                        + stepper.firstNonFinite()
                                        + "; shorten the steps or check the domain of the field");
                    }
                    accept(tried, last ? stops[stop] : time + tried);
                    stop += last ? 1 : 0;
                    if (stop == stops.length) {
                        return new Outcome.Finished(solution());
                    }
                }
                return fail(
                        Outcome.Reason.MAX_STEPS,
                        "not finished after " + solve.maxSteps + " attempts at steps, at t = "
                                + time + " of " + end + " (" + rejected + " were rejected, the last length was "
                                + length
                                + "); allow more steps, loosen the tolerances, or use a stiff method if the step stays short "
                                + "where the solution is smooth");
            }

            private void accept(double length, double to) {
                ledger.step(time, length, stepper.state(), stepper.memory());
                recorder.accepted(time, length, to, stepper);
                stepper.accept(to);
                time = to;
                watcher.accept(new double[] {time, length});
            }

            private Outcome tooSmall(double tried) {
                String tooShort =
                        "the step length " + tried + " at t = " + time + " is below the spacing of doubles there; ";
                if (!stepper.trouble().isEmpty()) {
                    return fail(Outcome.Reason.STEP_TOO_SMALL, tooShort + stepper.trouble());
                }
                int worst = 0;
                double[] e = stepper.error();
                double[] y = stepper.state();
                for (int i = 1; i < y.length; i++) {
                    boolean worse =
                            !(Math.abs(e[i]) / (1 + Math.abs(y[i])) <= Math.abs(e[worst]) / (1 + Math.abs(y[worst])));
                    worst = worse && !Double.isNaN(e[worst]) ? i : worst;
                }
                return fail(
                        Outcome.Reason.STEP_TOO_SMALL,
                        tooShort + where(worst) + " (value " + y[worst]
                                + ") has the greatest error; the solution may blow up, or the field may be discontinuous or "
                                + "stiff there: stop before, rescale that state, or use a stiff method");
            }

            private String where(int i) {
                int n = stepper.states();
                return "state " + i % n + (stepper.batch() > 1 ? " of trajectory " + i / n : "");
            }

            private Outcome fail(Outcome.Reason reason, String message) {
                return new Outcome.Failed(reason, time, message, solution());
            }

            private Solution solution() {
                Stepper.Work work = stepper.work().since(before);
                return recorder.solution(
                        time, stepper.state(), new Solution.Statistics(ledger.steps(), rejected, work));
            }
        }

        private static int firstBad(double[] a, double[] b) {
            for (int i = 0; i < a.length; i++) {
                if (!Double.isFinite(a[i]) || !Double.isFinite(b[i])) {
                    return i;
                }
            }
            return -1;
        }
    }
}
