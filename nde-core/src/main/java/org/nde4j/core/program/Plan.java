package org.nde4j.core.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * Where the values of a program lie: which ones need a place of their own, and which share one after another. It follows
 * from the program alone.
 */
final class Plan {
    private final Program program;
    private final Operand[] views; // by value id: spreads that no one needs written out, with the storage still unknown
    private final int[] root; // by value id: the value whose storage it uses
    private final int[] storage; // by value id
    private final List<Integer> sizes = new ArrayList<>(); // by storage

    /**
     * A plan.
     *
     * @param program the program
     * @param share whether values may lie where others lie or lay; else every result is written out and stays
     */
    Plan(Program program, boolean share) {
        this.program = program;
        this.views = share
                ? views(program)
                : new Operand[program.inputs().size() + program.lets().size()];
        this.root = roots(program, views);
        this.storage = new int[root.length];
        allocate(share);
    }

    Program program() {
        return program;
    }

    /** Buffers as planned. */
    double[][] memory() {
        return sizes.stream().map(double[]::new).toArray(double[][]::new);
    }

    /** Where a value lies. */
    int storage(Value v) {
        return storage[v.id()];
    }

    /** How a value that is not written out is read, with the storage still unknown; null if it is. */
    Operand view(Value v) {
        return views[v.id()];
    }

    /** The id of the value that is written where this one is read. */
    int root(Value v) {
        return root[v.id()];
    }

    /** Whether a let has nothing to do: its result is read where its operand lies. */
    boolean isFree(Let let) {
        return root[let.result().id()] != let.result().id();
    }

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

    private void allocate(boolean share) {
        Program p = program;
        int inputs = p.inputs().size();
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
        HashMap<Integer, ArrayList<Integer>> free = new HashMap<>(); // by size; looked up only
        for (Input in : p.inputs()) {
            storage[in.value().id()] = sizes.size();
            sizes.add(in.value().shape().size());
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
                release(let, i, lastUse, released, free);
            }
            int size = let.result().shape().size();
            ArrayList<Integer> ready = free.get(size);
            if (ready == null || ready.isEmpty()) {
                storage[id] = sizes.size();
                sizes.add(size);
            } else {
                storage[id] = ready.remove(ready.size() - 1);
            }
            if (share && !inPlace) {
                release(let, i, lastUse, released, free);
            }
        }
    }

    private void release(
            Let let, int now, int[] lastUse, boolean[] released, HashMap<Integer, ArrayList<Integer>> free) {
        int inputs = program.inputs().size();
        for (Value v : let.op().operands()) {
            int r = root[v.id()];
            if (r >= inputs && lastUse[r] <= now && !released[r]) {
                released[r] = true;
                int size = program.lets().get(r - inputs).result().shape().size();
                free.computeIfAbsent(size, s -> new ArrayList<>()).add(storage[r]);
            }
        }
    }
}
