package org.nde4j.core.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Neighboring lets on few numbers, written out number by number; free lets between them may belong to none. */
final class Stretch {
    /** What takes more than so many numbers or operations is faster in loops. */
    private static final int SMALL = 64;

    private static final int READ = 1024;
    private static final double OPERATIONS = 1024;
    private static final int LARGEST = 1 << 14;

    /** A let that is interpreted takes about as long as so many operations that are compiled. */
    private static final int WORTH = 40;

    private final Plan plan;
    private final Scalars scalars = new Scalars();
    private final HashMap<Integer, Scalar[]> known = new HashMap<>(); // by value id; looked up only
    private final List<Let> lets = new ArrayList<>();

    private Stretch(Plan plan) {
        this.plan = plan;
    }

    /** By let, the stretch that it belongs to; null for a let that is interpreted. */
    static Stretch[] of(Plan plan) {
        List<Let> lets = plan.program().lets();
        Stretch[] found = new Stretch[lets.size()];
        Stretch open = new Stretch(plan);
        for (int i = 0; i < found.length; i++) {
            if (plan.isFree(lets.get(i))) {
                continue;
            }
            if (open.scalars.all().size() > LARGEST) {
                open = new Stretch(plan);
            }
            if (open.add(lets.get(i))) {
                found[i] = open;
            } else {
                open = new Stretch(plan);
            }
        }
        for (int i = 0; i < found.length; i++) {
            found[i] = found[i] != null && found[i].pays() ? found[i] : null;
        }
        return found;
    }

    /** Whether a let has so few numbers that writing them out is worth while. */
    static boolean isSmall(Let let) {
        return let.result().shape().size() <= SMALL
                && let.op().flops() <= OPERATIONS
                && let.op().operands().stream().allMatch(v -> v.shape().size() <= READ);
    }

    private boolean add(Let let) {
        Scalar[] result = isSmall(let) ? write(let.op()) : null;
        if (result != null) {
            known.put(let.result().id(), result);
            lets.add(let);
        }
        return result != null;
    }

    private Scalar[] write(Op op) {
        return op.scalars(scalars, op.operands().stream().map(this::of).toArray(Scalar[][]::new));
    }

    private Scalar[] of(Value v) {
        Scalar[] result = known.get(v.id());
        if (result == null) {
            int at = v.id() - plan.program().inputs().size();
            boolean free = at >= 0 && plan.isFree(plan.program().lets().get(at));
            result = free
                    ? write(plan.program().lets().get(at).op())
                    : scalars.load(plan.storage(v), v.shape().size());
            known.put(v.id(), result);
        }
        return result;
    }

    private boolean pays() {
        long operations = scalars.all().stream().filter(Scalar::isComputed).count();
        return (long) WORTH * lets.size() > operations;
    }

    /** Whether a let is the last of the stretch. */
    boolean endsWith(Let let) {
        return lets.get(lets.size() - 1) == let;
    }

    /**
     * Its code.
     *
     * @param read by value id, whether something beyond the stretch reads the value
     */
    StraightLine.Unit compile(boolean[] read) {
        List<Code.Store> stores = new ArrayList<>();
        for (Let let : lets) {
            if (read[let.result().id()]) {
                Scalar[] x = known.get(let.result().id());
                for (int i = 0; i < x.length; i++) {
                    stores.add(new Code.Store(plan.storage(let.result()), i, x[i]));
                }
            }
        }
        return StraightLine.compile(scalars.all(), stores);
    }

    /** By let that a stretch ends with, its code. */
    static StraightLine.Unit[] compile(Plan plan, Stretch[] stretches) {
        Program p = plan.program();
        int inputs = p.inputs().size();
        boolean[] read = new boolean[inputs + stretches.length];
        for (int i = 0; i < stretches.length; i++) {
            if (!plan.isFree(p.lets().get(i))) {
                for (Value v : p.lets().get(i).op().operands()) {
                    int root = plan.root(v);
                    read[root] |= root >= inputs && (stretches[i] == null || stretches[i] != stretches[root - inputs]);
                }
            }
        }
        p.outputs().forEach(v -> read[plan.root(v)] = true);
        StraightLine.Unit[] units = new StraightLine.Unit[stretches.length];
        for (int i = 0; i < units.length; i++) {
            if (stretches[i] != null && stretches[i].endsWith(p.lets().get(i))) {
                units[i] = stretches[i].compile(read);
            }
        }
        return units;
    }
}
