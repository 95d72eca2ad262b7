package org.nde4j.core.calculus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Affine;
import org.nde4j.core.program.BinaryFunction;
import org.nde4j.core.program.Combine;
import org.nde4j.core.program.Concat;
import org.nde4j.core.program.Fill;
import org.nde4j.core.program.Gather;
import org.nde4j.core.program.Input;
import org.nde4j.core.program.Let;
import org.nde4j.core.program.Map;
import org.nde4j.core.program.MatMul;
import org.nde4j.core.program.Op;
import org.nde4j.core.program.Pad;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Reshape;
import org.nde4j.core.program.Scatter;
import org.nde4j.core.program.Select;
import org.nde4j.core.program.Slice;
import org.nde4j.core.program.Spread;
import org.nde4j.core.program.Sum;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Transpose;
import org.nde4j.core.program.UnaryFunction;
import org.nde4j.core.program.Value;
import org.nde4j.core.program.Workspace;
import org.nde4j.core.program.Zip;

/**
 * The same function in fewer lines: what is known to be zero or one disappears, and what is cut out of arrays that were
 * just put together is taken from their parts. Derivatives along unit vectors shrink to what is not zero.
 *
 * <p>A zero stands for itself: 0 times x is 0 even where x is not finite. All other results keep their bits, but for the
 * sign of zeros.
 */
public final class Simplification {
    private final Trace trace = new Trace();
    private final HashMap<Value, Op> ops = new HashMap<>(); // looked up only

    private Simplification() {}

    /** The simplified program, with the same inputs and outputs. */
    public static Program of(Program p) {
        return new Simplification().write(p);
    }

    private Program write(Program p) {
        Value[] here = new Value[p.inputs().size() + p.lets().size()];
        for (Input in : p.inputs()) {
            here[in.value().id()] = trace.input(in.name(), in.value().shape());
        }
        for (Let let : p.lets()) {
            List<Value> operands =
                    let.op().operands().stream().map(v -> here[v.id()]).toList();
            here[let.result().id()] = simple(let.op().with(operands));
        }
        return trace.program(p.outputs().stream().map(v -> here[v.id()]).toArray(Value[]::new));
    }

    private Value emit(Op op) {
        Value v = trace.emit(op);
        ops.putIfAbsent(v, op);
        return v;
    }

    private Value fill(double value, Shape shape) {
        return emit(new Fill(value, shape));
    }

    private boolean is(Value v, double value) {
        return ops.get(v) instanceof Fill f && f.value() == value;
    }

    private boolean filled(Value v) {
        return ops.get(v) instanceof Fill;
    }

    private Value simple(Op op) {
        if (op instanceof Fill || op.operands().isEmpty()) {
            return emit(op);
        }
        boolean constant = op.operands().stream().allMatch(this::filled);
        Value found = constant ? constant(op) : null;
        found = found == null ? rule(op) : found;
        return found == null ? emit(op) : found;
    }

    /* Of operands that are the same number everywhere: the number, where the result is so too. */
    private Value constant(Op op) {
        if (op instanceof Op.Elementwise) {
            return fill(evaluate(op), op.shape());
        }
        Value a = op.operands().get(0);
        boolean same = op.operands().stream().allMatch(v -> is(v, ((Fill) ops.get(a)).value()));
        boolean moved = op instanceof Spread
                || op instanceof Reshape
                || op instanceof Transpose
                || op instanceof Slice
                || op instanceof Gather
                || op instanceof Concat;
        boolean zero = is(a, 0) && (op instanceof Pad || op instanceof Scatter || op instanceof Sum);
        return same && (moved || zero) ? fill(((Fill) ops.get(a)).value(), op.shape()) : null;
    }

    private double evaluate(Op op) {
        Trace one = new Trace();
        List<Value> numbers = op.operands().stream()
                .map(v -> one.constant(((Fill) ops.get(v)).value()))
                .toList();
        Workspace bench = new Workspace(one.program(one.emit(op.with(numbers))));
        bench.run();
        return bench.output(0)[0];
    }

    private Value rule(Op op) {
        if (op instanceof Zip zip) {
            return zip(zip);
        }
        if (op instanceof Map map && map.function() == UnaryFunction.NEG) {
            return ops.get(map.a()) instanceof Map m && m.function() == UnaryFunction.NEG ? m.a() : null;
        }
        if (op instanceof Affine a && a.shift() == 0) {
            return a.scale() == 1 ? a.a() : a.scale() == -1 ? negative(a.a()) : null;
        }
        if (op instanceof Combine c) {
            return combine(c);
        }
        if (op instanceof Select s) {
            return ops.get(s.condition()) instanceof Fill f ? f.value() != 0 ? s.a() : s.b() : null;
        }
        if (op instanceof MatMul m) {
            return is(m.a(), 0) || is(m.b(), 0) ? fill(0, op.shape()) : null;
        }
        if (op instanceof Reshape r) {
            return reshape(r);
        }
        if (op instanceof Concat c) {
            return concat(c);
        }
        if (op instanceof Slice s) {
            return slice(s.a(), s.axis(), s.from(), s.to());
        }
        return op instanceof Gather g ? gather(g) : null;
    }

    private Value negative(Value a) {
        return simple(new Map(UnaryFunction.NEG, a));
    }

    private Value zip(Zip z) {
        Value a = z.a();
        Value b = z.b();
        if (z.function() == BinaryFunction.ADD) {
            return is(a, 0) ? b : is(b, 0) ? a : null;
        }
        if (z.function() == BinaryFunction.SUB) {
            return is(b, 0) ? a : is(a, 0) ? negative(b) : null;
        }
        if (z.function() == BinaryFunction.MUL) {
            return filled(a) ? product(a, b) : filled(b) ? product(b, a) : null;
        }
        if (z.function() == BinaryFunction.DIV) {
            return is(a, 0) ? a : is(b, 1) ? a : null;
        }
        return null;
    }

    private Value product(Value number, Value b) {
        double c = ((Fill) ops.get(number)).value();
        return c == 0 ? number : c == 1 ? b : c == -1 ? negative(b) : emit(new Affine(b, c, 0));
    }

    private Value combine(Combine op) {
        int[] left = IntStream.range(0, op.values().size())
                .filter(i -> !is(op.values().get(i), 0))
                .toArray();
        if (left.length == op.values().size()) {
            return null;
        }
        List<Double> coefficients =
                IntStream.of(left).mapToObj(op.coefficients()::get).toList();
        List<Value> terms = IntStream.of(left).mapToObj(op.values()::get).toList();
        return terms.size() == 1
                ? simple(new Affine(terms.get(0), coefficients.get(0), 0))
                : emit(new Combine(coefficients, terms));
    }

    private Value reshape(Reshape r) {
        if (r.a().shape().equals(r.shape())) {
            return r.a();
        }
        if (ops.get(r.a()) instanceof Reshape inner) {
            return inner.a().shape().equals(r.shape()) ? inner.a() : emit(new Reshape(inner.a(), r.shape()));
        }
        return null;
    }

    private Value concat(Concat c) {
        List<Value> parts = parts(c);
        if (parts.size() == 1) {
            return parts.get(0);
        }
        return parts.size() == c.values().size() ? null : emit(new Concat(parts, c.axis()));
    }

    /* Its values, with those of other concatenations along the axis in their place. */
    private List<Value> parts(Concat c) {
        List<Value> parts = new ArrayList<>();
        for (Value v : c.values()) {
            if (ops.get(v) instanceof Concat inner && inner.axis() == c.axis()) {
                parts.addAll(inner.values());
            } else {
                parts.add(v);
            }
        }
        return parts;
    }

    private Value slice(Value a, int axis, int from, int to) {
        Op op = ops.get(a);
        int length = a.shape().dim(axis);
        if (from == 0 && to == length) {
            return a;
        }
        if (op instanceof Fill f) {
            return fill(f.value(), a.shape().with(axis, to - from));
        }
        if (op instanceof Slice s && s.axis() == axis) {
            return slice(s.a(), axis, s.from() + from, s.from() + to);
        }
        if (op instanceof Gather g && g.axis() == axis) {
            return simple(new Gather(g.a(), axis, g.indices().subList(from, to)));
        }
        if (op instanceof Pad p && p.axis() == axis) {
            return padded(p, from, to);
        }
        if (op instanceof Scatter s && s.axis() == axis && filled(s.a())) {
            return scattered(s, from, to);
        }
        if (op instanceof Concat c && c.axis() == axis) {
            return cut(c, from, to);
        }
        return emit(new Slice(a, axis, from, to));
    }

    private Value padded(Pad p, int from, int to) {
        int end = p.before() + p.a().shape().dim(p.axis());
        if (to <= p.before() || from >= end) {
            return fill(0, p.shape().with(p.axis(), to - from));
        }
        return from >= p.before() && to <= end
                ? slice(p.a(), p.axis(), from - p.before(), to - p.before())
                : emit(new Slice(emit(p), p.axis(), from, to));
    }

    private Value scattered(Scatter s, int from, int to) {
        List<Integer> hit = s.indices().stream()
                .filter(i -> from <= i && i < to)
                .map(i -> i - from)
                .toList();
        Shape shape = s.shape().with(s.axis(), to - from);
        double value = ((Fill) ops.get(s.a())).value();
        if (hit.isEmpty()) {
            return fill(0, shape);
        }
        return hit.size() == to - from && hit.stream().distinct().count() == hit.size()
                ? fill(value, shape)
                : emit(new Scatter(fill(value, shape.with(s.axis(), hit.size())), s.axis(), hit, to - from));
    }

    private Value cut(Concat c, int from, int to) {
        List<Value> parts = new ArrayList<>();
        int at = 0;
        for (Value v : c.values()) {
            int end = at + v.shape().dim(c.axis());
            if (from < end && at < to) {
                parts.add(slice(v, c.axis(), Math.max(from, at) - at, Math.min(to, end) - at));
            }
            at = end;
        }
        return parts.size() == 1 ? parts.get(0) : simple(new Concat(parts, c.axis()));
    }

    /* Single columns that are already there are put together anew. */
    private Value gather(Gather g) {
        if (!(ops.get(g.a()) instanceof Concat c) || c.axis() != g.axis()) {
            return ops.get(g.a()) instanceof Gather inner && inner.axis() == g.axis()
                    ? simple(new Gather(
                            inner.a(),
                            g.axis(),
                            g.indices().stream().map(inner.indices()::get).toList()))
                    : null;
        }
        List<Value> single = new ArrayList<>();
        for (Value v : c.values()) {
            int width = v.shape().dim(c.axis());
            if (width > 1 && !filled(v)) {
                return null;
            }
            Value one = slice(v, c.axis(), 0, 1);
            for (int i = 0; i < width; i++) {
                single.add(one);
            }
        }
        List<Value> parts = g.indices().stream().map(single::get).toList();
        return parts.size() == 1 ? parts.get(0) : simple(new Concat(parts, c.axis()));
    }
}
