package org.nde4j.core.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * The bench of a program: its buffers, preallocated, and its lets bound to them. One per thread.
 *
 * <p>How it runs. Lets are taken in order. Neighboring element-wise lets of one size run together, block by block, so
 * that what one writes the next still finds in the cache. A spread whose readers are all element-wise is never written
 * out. Values that are not needed any more give their buffers to later ones; inputs and outputs keep theirs. All of this
 * moves data only: the numbers are those of running let after let.
 *
 * <p>A workspace that runs often is compiled: once its runs have taken about a millisecond, counting {@value #LET}
 * nanoseconds a let and one a number, neighboring lets on few numbers become bytecode, whose numbers are local variables.
 * Its bits are the same. {@code -Dnde.compile=off} keeps everything interpreted, {@code -Dnde.compile=now} compiles at the
 * first run.
 */
public final class Workspace {
    private static final int BLOCK = 1024;
    private static final long LET = 16;
    private static final long PATIENCE = 1_000_000;
    private static final String WHEN = System.getProperty("nde.compile", "often");

    private final Plan plan;
    private final Program program;
    private final double[][] memory;
    private final List<Call.Shared> calls = new ArrayList<>();
    private final HashMap<List<Object>, Call.Shared> shared = new HashMap<>(); // looked up only
    private Task[] tasks;
    private long runs; // until it is compiled; 0 for never

    /** The bench of a program, with buffers shared where that is safe. */
    public Workspace(Program program) {
        this(program, true, patience(program));
    }

    /** The bench of a program that is compiled at a certain run, from 1; 0 for never. */
    Workspace(Program program, boolean share, long runs) {
        this.plan = new Plan(program, share);
        this.program = program;
        this.memory = plan.memory();
        this.tasks = interpreted();
        this.runs = runs;
    }

    /** The run at which a program is compiled; 0 for none. */
    static long patience(Program program) {
        return switch (WHEN) {
            case "off" -> 0;
            case "now" -> 1;
            case "often" -> 1 + PATIENCE / (1 + LET * program.lets().size() + program.doubles());
            default ->
                throw new IllegalStateException(
                        "nde.compile is " + WHEN + "; set it to off, often or now, or drop the setting");
        };
    }

    /** The program it runs. */
    public Program program() {
        return program;
    }

    /** The buffer of an input: fill it before {@link #run}. It keeps its content. */
    public double[] input(int i) {
        return memory[plan.storage(program.inputs().get(i).value())];
    }

    /**
     * Reads an input from the given array from now on, instead of a buffer of the workspace. The array is not modified.
     *
     * @param i which input
     * @param values as many as the input's size, or more (the rest is not read)
     */
    public void bind(int i, double[] values) {
        Value v = program.inputs().get(i).value();
        if (values.length < v.shape().size()) {
            throw new IllegalArgumentException(
                    "input " + program.inputs().get(i).name() + " has shape " + v.shape() + ", got " + values.length
                            + " values");
        }
        memory[plan.storage(v)] = values;
    }

    /** The buffer of an output, valid until the next run; it may be longer than the output only if it is an input's. */
    public double[] output(int i) {
        return memory[plan.storage(program.outputs().get(i))];
    }

    /** Writes an output into the given array from now on, instead of a buffer of the workspace. */
    void bindOutput(int i, double[] values) {
        memory[plan.storage(program.outputs().get(i))] = values;
    }

    /** Evaluates every let. Nothing is allocated, unless by a call. */
    public void run() {
        if (runs > 0 && --runs == 0) {
            tasks = compiled();
        }
        for (Call.Shared call : calls) {
            call.forget();
        }
        for (Task task : tasks) {
            task.run(memory);
        }
    }

    /** How many iterations its calls have made so far. */
    public long iterations() {
        long sum = 0;
        for (Call.Shared call : calls) {
            sum += call.iterations();
        }
        return sum;
    }

    /**
     * Runs the program on the inputs as they stand and tells what each let gave.
     *
     * @return a line each: the let, its least and greatest element, and how many are not finite
     */
    public String explain() {
        Workspace full = new Workspace(program, false, 0);
        for (int i = 0; i < program.inputs().size(); i++) {
            full.bind(i, input(i));
        }
        full.run();
        StringBuilder text = new StringBuilder();
        for (Let let : program.lets()) {
            double[] x = full.memory[full.plan.storage(let.result())];
            int n = let.result().shape().size();
            double min = Arrays.stream(x, 0, n).min().orElse(Double.NaN);
            double max = Arrays.stream(x, 0, n).max().orElse(Double.NaN);
            long bad = Arrays.stream(x, 0, n).filter(v -> !Double.isFinite(v)).count();
            text.append(let)
                    .append("   in [")
                    .append(min)
                    .append(", ")
                    .append(max)
                    .append(']');
            text.append(bad == 0 ? "\n" : "   " + bad + " not finite\n");
        }
        return text.toString();
    }

    /** The first let whose result is not finite on the inputs as they stand; null if all are. */
    public Let firstNonFinite() {
        Workspace full = new Workspace(program, false, 0);
        for (int i = 0; i < program.inputs().size(); i++) {
            full.bind(i, input(i));
        }
        full.run();
        for (Let let : program.lets()) {
            double[] x = full.memory[full.plan.storage(let.result())];
            if (!Arrays.stream(x, 0, let.result().shape().size()).allMatch(Double::isFinite)) {
                return let;
            }
        }
        return null;
    }

    private Task[] interpreted() {
        int lets = program.lets().size();
        return tasks(new Stretch[lets], new StraightLine.Unit[lets]);
    }

    private Task[] compiled() {
        Stretch[] stretches = Stretch.of(plan);
        return tasks(stretches, Stretch.compile(plan, stretches));
    }

    private Task[] tasks(Stretch[] stretches, StraightLine.Unit[] units) {
        List<Task> all = new ArrayList<>();
        Group group = new Group();
        for (int i = 0; i < units.length; i++) {
            Let let = program.lets().get(i);
            if (plan.isFree(let)) {
                continue;
            }
            int size = let.op() instanceof Op.Elementwise ? let.result().shape().size() : 0;
            if (stretches[i] != null || !group.takes(size, unit(let.op()))) {
                group.close(all);
                group = new Group();
            }
            if (units[i] != null) {
                all.add(units[i]::run);
            } else if (stretches[i] == null) {
                group.add(let.op().bind(new Places(let)), size, unit(let.op()));
            }
        }
        group.close(all);
        return all.toArray(Task[]::new);
    }

    /* What a block must be a whole number of, so that the views that an op reads begin anew in each. */
    private int unit(Op op) {
        return op.operands().stream()
                .map(plan::view)
                .filter(view -> view != null && !view.isScalar())
                .mapToInt(Operand::unit)
                .max()
                .orElse(1);
    }

    /* Something to do in a run. */
    private interface Task {
        void run(double[][] memory);
    }

    /* Interpreted steps on their way to a task: element-wise ones of one size, or a single one (size 0). */
    private static final class Group {
        private final List<Op.Step> steps = new ArrayList<>();
        private int size;
        private int unit = 1;

        boolean takes(int ownSize, int ownUnit) {
            return steps.isEmpty() || ownSize > 0 && ownSize == size && (unit % ownUnit == 0 || ownUnit % unit == 0);
        }

        void add(Op.Step step, int ownSize, int ownUnit) {
            steps.add(step);
            size = ownSize;
            unit = Math.max(unit, ownUnit);
        }

        void close(List<Task> all) {
            if (!steps.isEmpty()) {
                int block = unit * Math.max(1, BLOCK / unit);
                all.add(new Steps(steps.toArray(Op.Step[]::new), size, block));
            }
        }
    }

    /* Steps that run one after another: element-wise ones block by block (size > 0), or a single one (size 0). */
    private record Steps(Op.Step[] steps, int size, int block) implements Task {
        @Override
        public void run(double[][] memory) {
            int from = 0;
            do {
                int to = Math.min(size, from + block);
                for (Op.Step step : steps) {
                    step.run(memory, from, to);
                }
                from = to;
            } while (from < size);
        }
    }

    private final class Places implements Binding {
        private final Let let;

        Places(Let let) {
            this.let = let;
        }

        @Override
        public Operand operand(int i) {
            Value v = let.op().operands().get(i);
            Operand view = plan.view(v);
            int size = v.shape().size();
            return view == null
                    ? new Operand(plan.storage(v), 1, size, size)
                    : new Operand(plan.storage(v), view.width(), view.period(), view.size());
        }

        @Override
        public int result() {
            return plan.storage(let.result());
        }

        @Override
        public Call.Shared shared(Differentiable f, List<Value> operands) {
            return shared.computeIfAbsent(List.of(f, operands), key -> {
                Call.Shared made = new Call.Shared(f);
                calls.add(made);
                return made;
            });
        }
    }
}
