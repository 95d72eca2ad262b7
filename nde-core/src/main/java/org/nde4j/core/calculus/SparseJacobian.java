package org.nde4j.core.calculus;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.kernel.Pattern;
import org.nde4j.core.program.Input;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * The Jacobian of a function that treats rows alike, as the entries of a fixed pattern in each row: exact, with one
 * directional derivative for each color of the columns, and without the lines that are zero.
 *
 * @param sparsity the places of a row's Jacobian that may be other than zero, see {@link Sparsity}
 * @param written the pattern whose entries are written; it holds all those places
 */
public record SparseJacobian(Pattern sparsity, Pattern written) {
    /** Checks that the patterns fit. */
    public SparseJacobian {
        if (!sparsity.union(written).equals(written)) {
            throw new IllegalArgumentException("the Jacobian is " + sparsity + ", and not all of them are among the "
                    + written.entries() + " to be written");
        }
    }

    /** Writes just the places that may be other than zero. */
    public SparseJacobian(Pattern sparsity) {
        this(sparsity, sparsity);
    }

    /**
     * Writes the entries.
     *
     * @param p a program
     * @param output the number of an output, [B, rows of the pattern]
     * @param input the number of an input, [B, columns of the pattern]
     * @return a program with the same inputs, to the entries [B, entries]
     */
    public Program program(Program p, int output, int input) {
        Coloring coloring = Coloring.of(sparsity);
        Shape shape = p.inputs().get(input).value().shape();
        Program forward = Calculus.jvp(p.keeping(output), input);
        Trace t = new Trace();
        List<Value> arguments = new ArrayList<>();
        for (Input in : p.inputs()) {
            arguments.add(t.input(in.name(), in.value().shape()));
        }
        List<Value> derivatives = new ArrayList<>();
        for (int color = 0; color < coloring.colors(); color++) {
            int[] columns = coloring.columns(color);
            Value ones = t.fill(1, shape.with(1, columns.length));
            List<Value> all = new ArrayList<>(arguments);
            all.add(t.scatter(ones, 1, columns, shape.dim(1)));
            derivatives.add(t.inline(forward, all).get(1));
        }
        derivatives.add(t.fill(0, shape.with(1, 1)));
        Value side = t.concat(1, derivatives.toArray(Value[]::new));
        return Simplification.of(t.program(arguments, List.of(t.gather(side, 1, places(coloring)))));
    }

    /* Where the entries are in the derivatives of all colors, side by side, with a zero behind them. */
    private int[] places(Coloring coloring) {
        int[] rows = written.rows();
        int[] places = new int[rows.length];
        for (int e = 0; e < places.length; e++) {
            int column = written.column(e);
            boolean zero = sparsity.entry(rows[e], column) < 0;
            int color = zero ? coloring.colors() : coloring.color(column);
            places[e] = color * written.height() + (zero ? 0 : rows[e]);
        }
        return places;
    }
}
