package org.nde4j.core.calculus;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.nde4j.core.program.Input;
import org.nde4j.core.program.Let;
import org.nde4j.core.program.Op;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Reshape;
import org.nde4j.core.program.Spread;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * Reverse mode in two programs, so that the way back can be taken long after the way forward: the second gets what it needs
 * of the first handed over. Together they are {@link Calculus#vjp}, bit for bit.
 *
 * <p>What is quicker to compute again than to keep is computed again: other shapes of a value, and functions of one value of
 * a few operations an element.
 *
 * @param ahead from x to y and the values to keep
 * @param back from x, the kept values and the cotangents of y to the cotangents of the chosen inputs
 * @param kept how many values are kept
 */
public record Pullback(Program ahead, Program back, int kept) {
    private static final int FEW = 4;

    /**
     * The two ways of a program.
     *
     * @param p a program from inputs x to outputs y
     * @param wrt numbers of the inputs to differentiate by; all if none is given
     */
    public static Pullback of(Program p, int... wrt) {
        return new Cut(Calculus.vjp(p, wrt), p.inputs().size(), p.outputs().size()).pullback();
    }

    /* A program that goes forward and back, cut in two. */
    private static final class Cut {
        private final Program both;
        private final int arguments;
        private final int results;
        private final boolean[] late; // by value id: depends on a cotangent
        private final boolean[] again; // by value id: does not, but is computed again
        private final LinkedHashSet<Value> kept = new LinkedHashSet<>();

        Cut(Program both, int arguments, int results) {
            this.both = both;
            this.arguments = arguments;
            this.results = results;
            this.late = new boolean[both.inputs().size() + both.lets().size()];
            this.again = new boolean[late.length];
            for (int i = arguments; i < both.inputs().size(); i++) {
                late[i] = true;
            }
            for (Let let : both.lets()) {
                List<Value> operands = let.op().operands();
                if (operands.stream().anyMatch(v -> late[v.id()])) {
                    late[let.result().id()] = true;
                    operands.forEach(this::need);
                }
            }
            both.outputs().subList(results, both.outputs().size()).forEach(this::need);
        }

        private void need(Value v) {
            if (v.id() < both.inputs().size() || late[v.id()]) {
                return;
            }
            Op op = both.lets().get(v.id() - both.inputs().size()).op();
            if (quick(op)) {
                again[v.id()] = true;
                op.operands().forEach(this::need);
            } else {
                kept.add(v);
            }
        }

        private static boolean quick(Op op) {
            boolean few = op instanceof Op.Elementwise
                    && op.flops() <= FEW * op.shape().size();
            return op instanceof Reshape
                    || op instanceof Spread
                    || few && op.operands().stream().distinct().count() <= 1;
        }

        Pullback pullback() {
            List<Value> values = List.copyOf(kept);
            Trace ahead = new Trace();
            Value[] here = arguments(ahead);
            write(ahead, here, false);
            List<Value> outputs = new ArrayList<>(both.outputs().subList(0, results));
            outputs.addAll(values);
            Program first = program(ahead, here, outputs);
            Trace back = new Trace();
            here = arguments(back);
            for (Value v : values) {
                here[v.id()] = back.input("kept " + v, v.shape());
            }
            for (Input in : both.inputs().subList(arguments, both.inputs().size())) {
                here[in.value().id()] = back.input(in.name(), in.value().shape());
            }
            write(back, here, true);
            outputs = both.outputs().subList(results, both.outputs().size());
            return new Pullback(first, program(back, here, outputs), values.size());
        }

        private Value[] arguments(Trace trace) {
            Value[] here = new Value[late.length];
            for (Input in : both.inputs().subList(0, arguments)) {
                here[in.value().id()] = trace.input(in.name(), in.value().shape());
            }
            return here;
        }

        private void write(Trace trace, Value[] here, boolean back) {
            for (Let let : both.lets()) {
                int id = let.result().id();
                if (back ? late[id] || again[id] : !late[id]) {
                    here[id] = trace.emit(let.op()
                            .with(let.op().operands().stream()
                                    .map(v -> here[v.id()])
                                    .toList()));
                }
            }
        }

        private static Program program(Trace trace, Value[] here, List<Value> outputs) {
            return trace.program(outputs.stream().map(v -> here[v.id()]).toArray(Value[]::new));
        }
    }
}
