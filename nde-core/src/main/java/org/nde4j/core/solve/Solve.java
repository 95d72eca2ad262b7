package org.nde4j.core.solve;

import java.util.List;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;

/**
 * How to solve: a method, its steps, what may happen on the way and what is kept. A recipe; {@link #open} gives the bench.
 *
 * <pre>{@code
 * Solve solve = Solve.with(new Tsit5(), PidController.of(1e-6, 1e-9)).saving(SaveAt.times(0, 1, 2));
 * Solution s = solve.run(field, 0, 2, Array.matrix(new double[][] {{1, 0}})).orThrow();
 * }</pre>
 *
 * @param method the method
 * @param controller how long the steps are
 * @param saveAt what is kept
 * @param stops where steps must end
 * @param events what may happen
 * @param consistent whether a start that violates algebraic equations is changed so that it satisfies them
 * @param maxSteps the greatest number of attempts
 * @param checkpoints the greatest number of states kept for gradients; 0 for none
 */
public record Solve(
        Method method,
        StepController controller,
        SaveAt saveAt,
        Stops stops,
        List<Event> events,
        boolean consistent,
        int maxSteps,
        int checkpoints) {
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
        events = List.copyOf(events);
    }

    /** The state at the end, in at most 100,000 steps, without checkpoints. */
    public static Solve with(Method method, StepController controller) {
        return new Solve(method, controller, SaveAt.end(), Stops.NONE, List.of(), false, 100_000, 0);
    }

    /** The same, keeping something else. */
    public Solve saving(SaveAt what) {
        return new Solve(method, controller, what, stops, events, consistent, maxSteps, checkpoints);
    }

    /** The same with another limit on the number of attempts. */
    public Solve atMost(int steps) {
        return new Solve(method, controller, saveAt, stops, events, consistent, steps, checkpoints);
    }

    /** The same with checkpoints. */
    public Solve checkpointing(int states) {
        return new Solve(method, controller, saveAt, stops, events, consistent, maxSteps, states);
    }

    /** The same with steps that end at exactly these times, in any order; those outside the solve are passed over. */
    public Solve stoppingAt(double... times) {
        return stopping(new Stops(times, stops.jumps()));
    }

    /**
     * The same for a field that is discontinuous at these times, in any order. A step ends there, in which the field is only
     * evaluated before the time; then the method starts anew, where it is only evaluated after it.
     */
    public Solve jumpingAt(double... times) {
        return stopping(new Stops(stops.at(), times));
    }

    private Solve stopping(Stops others) {
        return new Solve(method, controller, saveAt, others, events, consistent, maxSteps, checkpoints);
    }

    /** The same with these events and no others; a single trajectory only. */
    public Solve handling(Event... all) {
        return new Solve(method, controller, saveAt, stops, List.of(all), consistent, maxSteps, checkpoints);
    }

    /** The same that changes a start which violates algebraic equations, see {@link ConsistentStart}. */
    public Solve findingConsistentStart() {
        return new Solve(method, controller, saveAt, stops, events, true, maxSteps, checkpoints);
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

    /**
     * Goes on from where another solve with the same method and step control stood, to the same bits as if it had not
     * stopped: as if the time were one of {@link #stoppingAt}.
     *
     * @param field the field
     * @param snapshot where it stood
     * @param to where it ends
     * @param parameters one array for each parameter of the field
     */
    public Outcome resume(Field field, Snapshot snapshot, double to, double[]... parameters) {
        int batch = snapshot.state().length / field.size();
        return open(field, batch).resume(snapshot, to, new Ledger(checkpoints), parameters);
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

    /** The buffers of a solve. One per thread. */
    public static final class Bench {
        private final Solve solve;
        private final int size;
        private final Stepper stepper;
        private final Watch watch;
        private final ConsistentStart consistent;
        private final List<SaveAt> outputs;
        private final Readout[] functions;
        private StepObserver observer = (start, length, end, at) -> {};

        private Bench(Solve solve, Field field, int batch, Recording recording) {
            if (!solve.events.isEmpty() && batch != 1) {
                throw new IllegalArgumentException("events happen to single trajectories, but there are " + batch
                        + "; solve them one by one, as an Ensemble does");
            }
            if (solve.controller.tolerance() != null) {
                solve.controller.tolerance().check(field.size());
            }
            this.solve = solve;
            this.size = batch * field.size();
            this.watch = solve.events.isEmpty() ? null : new Watch(solve.events, field);
            boolean dense = solve.saveAt.interpolates() || watch != null && watch.interpolates();
            Output output = new Output(solve.controller.needsError(), false, dense);
            this.stepper = recording == Recording.NONE
                    ? solve.tuned().open(field, batch, output)
                    : new ProgramStepper(solve.solver(), field, batch, output, recording);
            this.consistent = ConsistentStart.of(field);
            this.outputs = solve.saveAt.each();
            this.functions = outputs.stream()
                    .map(o -> o instanceof SaveAt.Of of
                            ? new Readout(Readout.program(field, batch, of.function()))
                            : null)
                    .toArray(Readout[]::new);
        }

        /** Tells an observer of every step that is taken from now on. */
        public Bench watching(StepObserver newObserver) {
            observer = newObserver;
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
            checkTimes(from, to);
            outputs.forEach(o -> checkSaves(o, from, to));
            return march(from, to, ledger, parameters).from(from, start);
        }

        /**
         * Goes on from where another bench of the same solve stood.
         *
         * @param snapshot where it stood
         * @param to where it ends
         * @param ledger cleared and written
         * @param parameters one array for each parameter of the field
         */
        public Outcome resume(Snapshot snapshot, double to, Ledger ledger, double[]... parameters) {
            checkTimes(snapshot.time(), to);
            if (snapshot.state().length != size) {
                throw new IllegalArgumentException("the snapshot holds " + snapshot.state().length
                        + " numbers, this bench has " + size + "; resume the field that it was taken of");
            }
            return march(snapshot.time(), to, ledger, parameters).from(snapshot);
        }

        private static void checkTimes(double from, double to) {
            if (!Double.isFinite(from) || !Double.isFinite(to)) {
                throw new IllegalArgumentException("a solve needs finite times, got " + from + " to " + to);
            }
        }

        private static void checkSaves(SaveAt output, double from, double to) {
            SaveAt at = output instanceof SaveAt.Of of ? of.at() : output;
            double[] times = at instanceof SaveAt.Times given ? given.times() : new double[0];
            double sign = to < from ? -1 : 1;
            for (int i = 0; i < times.length; i++) {
                boolean inside = sign * times[i] >= sign * from && sign * times[i] <= sign * to;
                if (!inside || i > 0 && sign * times[i] <= sign * times[i - 1]) {
                    throw new IllegalArgumentException("time " + times[i] + " to save at (number " + i
                            + ") is not on the way from " + from + " to " + to
                            + "; give times between the ends, in the order in which they are reached");
                }
            }
        }

        private March march(double from, double to, Ledger ledger, double[]... parameters) {
            ledger.clear();
            stepper.parameters(parameters);
            for (Readout function : functions) {
                if (function != null) {
                    function.parameters(parameters);
                }
            }
            if (consistent != null) {
                consistent.parameters(parameters);
            }
            if (watch != null) {
                watch.open(from, to, parameters);
            }
            return new March(
                    solve,
                    stepper,
                    consistent,
                    watch,
                    agenda(from, to),
                    recorders(ledger, from, to),
                    observer,
                    ledger,
                    to);
        }

        private Agenda agenda(double from, double to) {
            double[] stops =
                    Timetable.join(Timetable.join(solve.stops.at(), solve.controller.stops()), stepper.stops(from, to));
            return new Agenda(from, to, stops, solve.stops.jumps(), solve.events);
        }

        private List<Recorder> recorders(Ledger ledger, double from, double to) {
            Recorder[] all = new Recorder[functions.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = Recorder.of(outputs.get(i), functions[i], ledger, from, to);
            }
            return List.of(all);
        }
    }
}
