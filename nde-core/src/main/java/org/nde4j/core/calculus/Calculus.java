package org.nde4j.core.calculus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Input;
import org.nde4j.core.program.Let;
import org.nde4j.core.program.Op;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * Derivatives of programs, as programs.
 *
 * <p>Forward mode applies the tangent rule of every op. Reverse mode is forward mode, transposed: the tangent program is
 * linear in the tangents, so walking it backwards with the transposes of its (few) linear ops gives the cotangents. Both
 * may be applied again, to their own results too.
 *
 * <p>A. Radul, A. Paszke, R. Frostig, M. Johnson, D. Maclaurin, <em>You Only Linearize Once: Tangents Transpose to
 * Gradients</em>, Proc. ACM Program. Lang. 7 (POPL), 2023, doi:10.1145/3571236.
 */
public final class Calculus {
    private Calculus() {}

    /**
     * The Jacobian times a vector.
     *
     * @param p a program from inputs x to outputs y
     * @param wrt numbers of the inputs to differentiate by; all if none is given
     * @return a program from (x, tangents of those inputs) to (y, tangents of y)
     */
    public static Program jvp(Program p, int... wrt) {
        Linearization line = new Linearization(p, chosen(p, wrt));
        List<Value> outputs = new ArrayList<>(line.outputs);
        for (Value y : line.outputs) {
            outputs.add(line.tangentOrZero(y));
        }
        return line.trace.program(join(line.arguments, line.directions), outputs);
    }

    /**
     * A vector times the Jacobian.
     *
     * @param p a program from inputs x to outputs y
     * @param wrt numbers of the inputs to differentiate by; all if none is given
     * @return a program from (x, cotangents of y) to (y, cotangents of those inputs)
     */
    public static Program vjp(Program p, int... wrt) {
        Linearization line = new Linearization(p, chosen(p, wrt));
        List<Value> weights = new ArrayList<>();
        for (int i = 0; i < line.outputs.size(); i++) {
            weights.add(line.trace.input("cotangent " + i, line.outputs.get(i).shape()));
        }
        List<Value> gradients = line.transpose(weights);
        Program all = line.trace.program(join(line.arguments, weights), join(line.outputs, gradients));
        return Schedule.late(all, line.outputs.size());
    }

    /**
     * The gradient of a single number.
     *
     * @param p a program whose only output has size 1
     * @param wrt numbers of the inputs to differentiate by; all if none is given
     * @return a program from x to (y, gradients by those inputs)
     */
    public static Program gradient(Program p, int... wrt) {
        if (p.outputs().size() != 1 || p.outputs().get(0).shape().size() != 1) {
            throw new IllegalArgumentException("a gradient needs one output of size 1, got "
                    + p.outputs().stream().map(Value::shape).toList() + "; sum it first, or use vjp");
        }
        Program reverse = vjp(p, wrt);
        Trace t = new Trace();
        List<Value> arguments = new ArrayList<>();
        for (Input in : p.inputs()) {
            arguments.add(t.input(in.name(), in.value().shape()));
        }
        List<Value> withOne = new ArrayList<>(arguments);
        withOne.add(t.fill(1, p.outputs().get(0).shape()));
        return t.program(arguments, t.inline(reverse, withOne));
    }

    /**
     * The Jacobian of one output by one input, by forward mode in all directions at once where there are few, as a
     * program from x to a matrix [size of the output, size of the input].
     *
     * @param p a program
     * @param output the number of the output
     * @param wrt the number of the input
     */
    public static Program jacobian(Program p, int output, int wrt) {
        Program forward = jvp(p, wrt);
        Trace t = new Trace();
        List<Value> arguments = new ArrayList<>();
        for (Input in : p.inputs()) {
            arguments.add(t.input(in.name(), in.value().shape()));
        }
        Shape shape = p.inputs().get(wrt).value().shape();
        int rows = p.outputs().get(output).shape().size();
        List<Value> columns = new ArrayList<>();
        for (int j = 0; j < shape.size(); j++) {
            List<Value> all = new ArrayList<>(arguments);
            all.add(t.reshape(t.pad(t.fill(1, Shape.of(1)), 0, j, shape.size() - 1 - j), shape));
            Value column = t.inline(forward, all).get(p.outputs().size() + output);
            columns.add(t.reshape(column, Shape.of(rows)));
        }
        return t.program(arguments, List.of(t.columns(columns)));
    }

    private static int[] chosen(Program p, int[] wrt) {
        return wrt.length == 0 ? IntStream.range(0, p.inputs().size()).toArray() : wrt;
    }

    private static List<Value> join(List<Value> a, List<Value> b) {
        List<Value> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    /* A program written out together with its tangents, in one trace. */
    private static final class Linearization implements Op.Tangents {
        private final Trace trace = new Trace();
        private final List<Value> arguments = new ArrayList<>();
        private final List<Value> directions = new ArrayList<>();
        private final List<Value> outputs;
        private final HashMap<Value, Value> tangents = new HashMap<>(); // looked up only

        Linearization(Program p, int[] wrt) {
            for (Input in : p.inputs()) {
                arguments.add(trace.input(in.name(), in.value().shape()));
            }
            for (int i : wrt) {
                Value direction = trace.input(
                        "tangent of " + p.inputs().get(i).name(),
                        arguments.get(i).shape());
                directions.add(direction);
                tangents.put(arguments.get(i), direction);
            }
            outputs = write(p);
        }

        private List<Value> write(Program p) {
            Value[] here = new Value[p.inputs().size() + p.lets().size()];
            for (int i = 0; i < arguments.size(); i++) {
                here[p.inputs().get(i).value().id()] = arguments.get(i);
            }
            for (Let let : p.lets()) {
                Op op = let.op()
                        .with(let.op().operands().stream()
                                .map(v -> here[v.id()])
                                .toList());
                Value y = trace.emit(op);
                here[let.result().id()] = y;
                if (!tangents.containsKey(y)) {
                    tangents.put(y, op.tangent(this, y));
                }
            }
            return p.outputs().stream().map(v -> here[v.id()]).toList();
        }

        @Override
        public Trace trace() {
            return trace;
        }

        @Override
        public Value of(Value value) {
            return tangents.get(value);
        }

        Value tangentOrZero(Value y) {
            Value dy = of(y);
            return dy == null ? trace.fill(0, y.shape()) : dy;
        }

        /* The cotangents of the directions, given weights of the outputs. */
        List<Value> transpose(List<Value> weights) {
            Program tangentLines = trace.program(
                    join(join(arguments, directions), weights),
                    outputs.stream().map(this::tangentOrZero).toList());
            return new Transposition(this, tangentLines, weights).gradients();
        }
    }

    /* The tangent part of a linearization, walked backwards. */
    private static final class Transposition implements Op.Cotangents {
        private final Trace trace;
        private final List<Value> directions;
        private final List<Let> lets = new ArrayList<>(); // those that depend on a direction
        private final HashSet<Value> linear = new HashSet<>(); // their results, and the directions
        private final HashMap<Value, Value> cotangents = new HashMap<>(); // looked up only

        Transposition(Linearization line, Program tangentLines, List<Value> weights) {
            trace = line.trace;
            directions = line.directions;
            linear.addAll(directions);
            List<Value> outputs = replay(tangentLines, join(join(line.arguments, directions), weights));
            for (int i = 0; i < outputs.size(); i++) {
                add(outputs.get(i), weights.get(i));
            }
        }

        /* The lines are in the trace already, so emitting them again finds them. */
        private List<Value> replay(Program p, List<Value> arguments) {
            Value[] here =
                    arguments.toArray(new Value[arguments.size() + p.lets().size()]);
            for (Let let : p.lets()) {
                List<Value> operands =
                        let.op().operands().stream().map(v -> here[v.id()]).toList();
                Op op = let.op().with(operands);
                Value y = trace.emit(op);
                here[let.result().id()] = y;
                if (operands.stream().anyMatch(linear::contains)) {
                    linear.add(y);
                    lets.add(new Let(y, op));
                }
            }
            return p.outputs().stream().map(v -> here[v.id()]).toList();
        }

        List<Value> gradients() {
            for (int i = lets.size() - 1; i >= 0; i--) {
                Value g = cotangents.get(lets.get(i).result());
                if (g != null) {
                    lets.get(i).op().transpose(this, g);
                }
            }
            return directions.stream()
                    .map(v -> cotangents.containsKey(v) ? cotangents.get(v) : trace.fill(0, v.shape()))
                    .toList();
        }

        @Override
        public Trace trace() {
            return trace;
        }

        @Override
        public boolean linear(Value value) {
            return linear.contains(value);
        }

        @Override
        public void add(Value value, Value cotangent) {
            if (linear(value)) {
                Value before = cotangents.get(value);
                cotangents.put(value, before == null ? cotangent : trace.add(before, cotangent));
            }
        }
    }
}
