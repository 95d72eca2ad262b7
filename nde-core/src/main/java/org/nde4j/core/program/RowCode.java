package org.nde4j.core.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** A program for one row, compiled for many: every row is a row of its inputs and outputs, in whole arrays. */
final class RowCode {
    /** More operations a row than this are faster in loops over lets. */
    private static final int LARGEST = 1 << 13;

    private final RowLoops.Unit unit;
    private final double[][] memory; // inputs, outputs, and what is the same for all rows

    private RowCode(RowLoops.Unit unit, int arrays) {
        this.unit = unit;
        this.memory = new double[arrays + 1][];
    }

    /**
     * Compiles a program.
     *
     * @param one the program for one row
     * @param whole by input, whether it is the same for all rows
     * @return null if it is too large or has an op that cannot be compiled
     */
    static RowCode of(Program one, boolean[] whole) {
        Scalars scalars = new Scalars();
        HashMap<Value, Scalar[]> known = new HashMap<>(); // looked up only
        for (int i = 0; i < one.inputs().size(); i++) {
            Value v = one.inputs().get(i).value();
            known.put(v, scalars.load(i, v.shape().size()));
        }
        for (Let let : one.lets()) {
            Scalar[] result = Stretch.isSmall(let) ? write(let.op(), scalars, known) : null;
            if (result == null || scalars.all().size() > LARGEST) {
                return null;
            }
            known.put(let.result(), result);
        }
        int arrays = one.inputs().size() + one.outputs().size();
        int[] width = new int[arrays];
        List<Code.Store> stores = new ArrayList<>();
        for (int i = 0; i < arrays; i++) {
            int output = i - one.inputs().size();
            Value v = output < 0 ? one.inputs().get(i).value() : one.outputs().get(output);
            width[i] = v.shape().size();
            for (int j = 0;
                    j < width[i] && output >= 0 && v.id() >= one.inputs().size();
                    j++) {
                stores.add(new Code.Store(i, j, known.get(v)[j]));
            }
        }
        return new RowCode(RowLoops.compile(scalars.all(), stores, width, i -> !whole[i]), arrays);
    }

    private static Scalar[] write(Op op, Scalars scalars, HashMap<Value, Scalar[]> known) {
        return op.scalars(scalars, op.operands().stream().map(known::get).toArray(Scalar[][]::new));
    }

    /** Where the arrays of the inputs, then of the outputs are named. An output that is an input is not written. */
    double[][] memory() {
        return memory;
    }

    /** Runs the rows from {@code first} on. */
    void run(int first, int rows) {
        unit.run(memory, first, rows);
    }
}
