package org.nde4j.core.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.nde4j.core.array.Shape;

/**
 * The bench of a program: its buffers, preallocated, and its lets bound to them. One per thread.
 *
 * <p>How it runs. Lets are taken in order. Neighboring element-wise lets of one size run together, block by block, so
 * that what one writes the next still finds in the cache. A spread whose readers are all element-wise is never written
 * out. Values that are not needed any more give their buffers to later ones; inputs and outputs keep theirs. All of this
 * moves data only: the numbers are those of running let after let.
 */
public final class Workspace {
    private static final int BLOCK = 1024;

    private final Program program;
    private final double[][] memory;
    private final int[] storage; // by value id
    private final List<Task> tasks = new ArrayList<>();
    private final List<Call.Shared> calls = new ArrayList<>();

    /** The bench of a program, with buffers shared where that is safe. */
    public Workspace(Program program) {
        this(program, true);
    }

    private Workspace(Program program, boolean share) {
        this.program = program;
        int inputs = program.inputs().size();
        Operand[] views = views(program);
        this.storage = new int[inputs + program.lets().size()];
        this.memory = allocate(program, views, share);
        bind(views);
    }

    /** The program it runs. */
    public Program program() {
        return program;
    }

    /** The buffer of an input: fill it before {@link #run}. It keeps its content. */
    public double[] input(int i) {
        return memory[storage[program.inputs().get(i).value().id()]];
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
        memory[storage[v.id()]] = values;
    }

    /** The buffer of an output, valid until the next run; it may be longer than the output only if it is an input's. */
    public double[] output(int i) {
        return memory[storage[program.outputs().get(i).id()]];
    }

    /** Writes an output into the given array from now on, instead of a buffer of the workspace. */
    void bindOutput(int i, double[] values) {
        memory[storage[program.outputs().get(i).id()]] = values;
    }

    /** Evaluates every let. Nothing is allocated, unless by a call. */
    public void run() {
        for (Call.Shared call : calls) {
            call.forget();
        }
        for (Task task : tasks) {
            task.run(memory);
        }
    }

    /**
     * Runs the program on the inputs as they stand and tells what each let gave.
     *
     * @return a line each: the let, its least and greatest element, and how many are not finite
     */
    public String explain() {
        Workspace full = new Workspace(program, false);
        for (int i = 0; i < program.inputs().size(); i++) {
            full.bind(i, input(i));
        }
        full.run();
        StringBuilder text = new StringBuilder();
        for (Let let : program.lets()) {
            double[] x = full.memory[full.storage[let.result().id()]];
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
        Workspace full = new Workspace(program, false);
        for (int i = 0; i < program.inputs().size(); i++) {
            full.bind(i, input(i));
        }
        full.run();
        for (Let let : program.lets()) {
            double[] x = full.memory[full.storage[let.result().id()]];
            if (!Arrays.stream(x, 0, let.result().shape().size()).allMatch(Double::isFinite)) {
                return let;
            }
        }
        return null;
    }

    /* Which values are spreads that no one needs written out: by value id, with the storage still unknown. */
    private static Operand[] views(Program p) {
        Operand[] views = new Operand[p.inputs().size() + p.lets().size()];
        for (Let let : p.lets()) {
            if (let.op() instanceof Spread spread) {
                Operand view = spread.view(-1);
                boolean long_ = view != null && (view.isScalar() || Math.max(view.width(), view.period()) >= 16);
                boolean rows = long_ && (view.isScalar() || view.width() == 1 || view.width() >= 16);
                views[let.result().id()] = rows ? view : null;
            }
        }
        for (Let let : p.lets()) {
            if (!(let.op() instanceof Zip)) {
                let.op().operands().forEach(v -> views[v.id()] = null);
            }
        }
        p.outputs().forEach(v -> views[v.id()] = null);
        return views;
    }

    /* Which value's storage a value uses: its own, or that of what it is a view or another shape of. */
    private static int[] roots(Program p, Operand[] views) {
        int[] root = new int[p.inputs().size() + p.lets().size()];
        Arrays.setAll(root, i -> i);
        for (Let let : p.lets()) {
            boolean shared = let.op() instanceof Reshape || views[let.result().id()] != null;
            if (shared) {
                root[let.result().id()] = root[let.op().operands().get(0).id()];
            }
        }
        return root;
    }

    private double[][] allocate(Program p, Operand[] views, boolean share) {
        int inputs = p.inputs().size();
        int[] root = roots(p, views);
        int[] lastUse = new int[root.length];
        for (int i = 0; i < p.lets().size(); i++) {
            for (Value v : p.lets().get(i).op().operands()) {
                lastUse[root[v.id()]] = i;
            }
            lastUse[root[inputs + i]] = Math.max(lastUse[root[inputs + i]], i);
        }
        for (Value v : p.outputs()) {
            lastUse[root[v.id()]] = Integer.MAX_VALUE;
        }
        List<double[]> buffers = new ArrayList<>();
        HashMap<Integer, ArrayList<Integer>> free = new HashMap<>(); // by size; looked up only
        for (Input in : p.inputs()) {
            storage[in.value().id()] = buffers.size();
            buffers.add(new double[in.value().shape().size()]);
        }
        boolean[] released = new boolean[root.length];
        for (int i = 0; i < p.lets().size(); i++) {
            Let let = p.lets().get(i);
            int id = inputs + i;
            if (root[id] != id) {
                storage[id] = storage[root[id]];
                continue;
            }
            boolean inPlace = let.op() instanceof Op.Elementwise && !(let.op() instanceof Combine);
            if (share && inPlace) {
                release(let, i, root, lastUse, released, inputs, free);
            }
            int size = let.result().shape().size();
            ArrayList<Integer> ready = free.get(size);
            if (ready == null || ready.isEmpty()) {
                storage[id] = buffers.size();
                buffers.add(new double[size]);
            } else {
                storage[id] = ready.remove(ready.size() - 1);
            }
            if (share && !inPlace) {
                release(let, i, root, lastUse, released, inputs, free);
            }
        }
        return buffers.toArray(double[][]::new);
    }

    private void release(
            Let let,
            int now,
            int[] root,
            int[] lastUse,
            boolean[] released,
            int inputs,
            HashMap<Integer, ArrayList<Integer>> free) {
        for (Value v : let.op().operands()) {
            int r = root[v.id()];
            if (r >= inputs && lastUse[r] <= now && !released[r]) {
                released[r] = true;
                int size = program.lets().get(r - inputs).result().shape().size();
                free.computeIfAbsent(size, s -> new ArrayList<>()).add(storage[r]);
            }
        }
    }

    private void bind(Operand[] views) {
        HashMap<List<Object>, Call.Shared> shared = new HashMap<>(); // looked up only
        List<Op.Step> group = new ArrayList<>();
        int size = 0;
        int unit = 1;
        for (Let let : program.lets()) {
            if (let.op() instanceof Reshape || views[let.result().id()] != null) {
                continue;
            }
            int own = let.op() instanceof Op.Elementwise ? let.result().shape().size() : 0;
            int ownUnit = unit(let.op(), views);
            boolean joins = own > 0 && own == size && (unit % ownUnit == 0 || ownUnit % unit == 0);
            if (!joins && !group.isEmpty()) {
                tasks.add(new Task(group.toArray(Op.Step[]::new), size, block(unit)));
                group.clear();
                unit = 1;
            }
            group.add(let.op().bind(new Places(let, views, shared)));
            size = own;
            unit = Math.max(unit, ownUnit);
        }
        if (!group.isEmpty()) {
            tasks.add(new Task(group.toArray(Op.Step[]::new), size, block(unit)));
        }
    }

    /* What a block must be a whole number of, so that the views that an op reads begin anew in each. */
    private static int unit(Op op, Operand[] views) {
        return op.operands().stream()
                .map(v -> views[v.id()])
                .filter(view -> view != null && !view.isScalar())
                .mapToInt(Operand::unit)
                .max()
                .orElse(1);
    }

    private static int block(int unit) {
        return unit * Math.max(1, BLOCK / unit);
    }

    /* Steps that run one after another: element-wise ones block by block (size > 0), or a single one (size 0). */
    private record Task(Op.Step[] steps, int size, int block) {
        void run(double[][] memory) {
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
        private final Operand[] views;
        private final HashMap<List<Object>, Call.Shared> shared;

        Places(Let let, Operand[] views, HashMap<List<Object>, Call.Shared> shared) {
            this.let = let;
            this.views = views;
            this.shared = shared;
        }

        @Override
        public Operand operand(int i) {
            Value v = let.op().operands().get(i);
            Operand view = views[v.id()];
            Shape shape = v.shape();
            return view == null
                    ? new Operand(storage[v.id()], 1, shape.size(), shape.size())
                    : new Operand(storage[v.id()], view.width(), view.period(), view.size());
        }

        @Override
        public int result() {
            return storage[let.result().id()];
        }

        @Override
        public Call.Shared shared(Differentiable f, List<Value> operands) {
            return shared.computeIfAbsent(List.of(f, operands), key -> {
                Call.Shared made = new Call.Shared();
                calls.add(made);
                return made;
            });
        }
    }
}
