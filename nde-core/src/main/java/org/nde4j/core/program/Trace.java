package org.nde4j.core.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.array.Shape;
import org.nde4j.core.kernel.Factorization;
import org.nde4j.core.kernel.Pattern;

/**
 * Writes programs: each method adds a line and returns the value it binds.
 *
 * <p>Shapes are checked where the line is written; equal lines are shared; lines that no output needs are dropped when
 * the program is made. Nothing broadcasts silently: element-wise operations take equal shapes, and {@link #spread} is
 * how an array is repeated. One per thread.
 *
 * <pre>{@code
 * Trace t = new Trace();
 * Value x = t.input("x", Shape.of(3));
 * Program p = t.program(t.sum(t.mul(x, x)));
 * }</pre>
 */
public final class Trace {
    private final List<Value> values = new ArrayList<>();
    private final List<Op> ops = new ArrayList<>(); // by value id; null for an input
    private final List<Input> inputs = new ArrayList<>();
    private final HashMap<Op, Value> known = new HashMap<>(); // looked up only: its order plays no role

    /** An argument of the program. */
    public Value input(String name, Shape shape) {
        Value v = bind(null, shape);
        inputs.add(new Input(name, v));
        return v;
    }

    /** The value of an operation: a new line, or the one that says the same already. */
    public Value emit(Op op) {
        for (Value v : op.operands()) {
            own(v);
        }
        Value same = known.get(op);
        if (same == null) {
            same = bind(op, op.shape());
            known.put(op, same);
        }
        return same;
    }

    private Value bind(Op op, Shape shape) {
        Value v = new Value(values.size(), shape);
        values.add(v);
        ops.add(op);
        return v;
    }

    private void own(Value v) {
        if (v == null || v.id() >= values.size() || !values.get(v.id()).equals(v)) {
            throw new IllegalArgumentException(
                    "value " + v + " belongs to another trace; bring it in as an input or inline its program");
        }
    }

    /** The program from all inputs of this trace to these outputs. */
    public Program program(Value... outputs) {
        return program(inputs.stream().map(Input::value).toList(), List.of(outputs));
    }

    /**
     * The program from some inputs to some outputs.
     *
     * @throws IllegalArgumentException if an output depends on an input that is not listed
     */
    public Program program(List<Value> from, List<Value> outputs) {
        boolean[] needed = new boolean[values.size()];
        outputs.forEach(v -> {
            own(v);
            needed[v.id()] = true;
        });
        Value[] renamed = new Value[values.size()];
        List<Input> arguments = new ArrayList<>();
        for (Value v : from) {
            renamed[v.id()] = new Value(arguments.size(), v.shape());
            arguments.add(new Input(nameOf(v), renamed[v.id()]));
        }
        for (int i = values.size() - 1; i >= 0; i--) {
            if (needed[i] && renamed[i] == null) {
                operands(i).forEach(v -> needed[v.id()] = true);
            }
        }
        List<Let> lets = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (needed[i] && renamed[i] == null) {
                List<Value> operands =
                        operands(i).stream().map(v -> renamed[v.id()]).toList();
                renamed[i] =
                        new Value(arguments.size() + lets.size(), values.get(i).shape());
                lets.add(new Let(renamed[i], ops.get(i).with(operands)));
            }
        }
        return new Program(
                arguments, lets, outputs.stream().map(v -> renamed[v.id()]).toList());
    }

    private List<Value> operands(int id) {
        if (ops.get(id) == null) {
            throw new IllegalArgumentException("an output depends on input " + nameOf(values.get(id))
                    + ", which is not among the inputs of the program; list it");
        }
        return ops.get(id).operands();
    }

    private String nameOf(Value v) {
        return inputs.stream()
                .filter(in -> in.value().equals(v))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(v + " is not an input of this trace"))
                .name();
    }

    /**
     * Writes out another program at arguments of this trace.
     *
     * @return its outputs
     */
    public List<Value> inline(Program p, List<Value> arguments) {
        Value[] here = new Value[p.inputs().size() + p.lets().size()];
        for (int i = 0; i < p.inputs().size(); i++) {
            Input in = p.inputs().get(i);
            if (!arguments.get(i).shape().equals(in.value().shape())) {
                throw new IllegalArgumentException("input " + in.name() + " has shape "
                        + in.value().shape() + ", got " + arguments.get(i).shape());
            }
            here[in.value().id()] = arguments.get(i);
        }
        for (Let let : p.lets()) {
            here[let.result().id()] = emit(let.op()
                    .with(let.op().operands().stream().map(v -> here[v.id()]).toList()));
        }
        return p.outputs().stream().map(v -> here[v.id()]).toList();
    }

    /** {@link #inline(Program, List)} with the arguments one by one. */
    public List<Value> inline(Program p, Value... arguments) {
        return inline(p, List.of(arguments));
    }

    /** Calls something that is not straight-line; its outputs. */
    public List<Value> call(Differentiable f, Value... operands) {
        List<Shape> shapes = Arrays.stream(operands).map(Value::shape).toList();
        if (!shapes.equals(f.inputs())) {
            throw new IllegalArgumentException(f.name() + " takes inputs of shapes " + f.inputs() + ", got " + shapes);
        }
        return parts(emit(new Call(f, List.of(operands))), f.outputs());
    }

    /** Cuts a flat vector into arrays of the given shapes. */
    List<Value> parts(Value flat, List<Shape> shapes) {
        List<Value> result = new ArrayList<>();
        int at = 0;
        for (Shape s : shapes) {
            result.add(reshape(slice(flat, 0, at, at + s.size()), s));
            at += s.size();
        }
        return result;
    }

    /** A function of one number, applied to every element. */
    public Value map(UnaryFunction f, Value a) {
        return emit(new Map(f, a));
    }

    /** A function of two numbers, applied element by element. */
    public Value zip(BinaryFunction f, Value a, Value b) {
        if (!a.shape().equals(b.shape())) {
            throw new IllegalArgumentException(f + " takes two arrays of one shape, got " + a.shape() + " and "
                    + b.shape() + "; spread one of them first");
        }
        return emit(new Zip(f, a, b));
    }

    /** An array with one number in all places. */
    public Value fill(double value, Shape shape) {
        return emit(new Fill(value, shape));
    }

    /** A single fixed number. */
    public Value constant(double value) {
        return fill(value, Shape.SCALAR);
    }

    /** a + b. */
    public Value add(Value a, Value b) {
        return zip(BinaryFunction.ADD, a, b);
    }

    /** a + b, where null stands for zero. */
    Value plus(Value a, Value b) {
        return a == null ? b : b == null ? a : add(a, b);
    }

    /** a - b. */
    public Value sub(Value a, Value b) {
        return zip(BinaryFunction.SUB, a, b);
    }

    /** a b, element by element. */
    public Value mul(Value a, Value b) {
        return zip(BinaryFunction.MUL, a, b);
    }

    /** a / b, element by element. */
    public Value div(Value a, Value b) {
        return zip(BinaryFunction.DIV, a, b);
    }

    /** The lesser of a and b. */
    public Value min(Value a, Value b) {
        return zip(BinaryFunction.MIN, a, b);
    }

    /** The greater of a and b. */
    public Value max(Value a, Value b) {
        return zip(BinaryFunction.MAX, a, b);
    }

    /** a to the power b. */
    public Value pow(Value a, Value b) {
        return zip(BinaryFunction.POW, a, b);
    }

    /** The angle of the point (b, a). */
    public Value atan2(Value a, Value b) {
        return zip(BinaryFunction.ATAN2, a, b);
    }

    /** 1 where a is less than b, else 0. */
    public Value less(Value a, Value b) {
        return zip(BinaryFunction.LESS, a, b);
    }

    /** a where the condition is not 0, else b. */
    public Value select(Value condition, Value a, Value b) {
        if (!a.shape().equals(b.shape()) || !a.shape().equals(condition.shape())) {
            throw new IllegalArgumentException("select takes three arrays of one shape, got " + condition.shape() + ", "
                    + a.shape() + " and " + b.shape());
        }
        return emit(new Select(condition, a, b));
    }

    /** scale a + shift. */
    public Value affine(Value a, double scale, double shift) {
        return scale == 1 && shift == 0 ? a : emit(new Affine(a, scale, shift));
    }

    /** factor a. */
    public Value scale(Value a, double factor) {
        return affine(a, factor, 0);
    }

    /** a + summand. */
    public Value shift(Value a, double summand) {
        return affine(a, 1, summand);
    }

    /** a to a whole power. */
    public Value power(Value a, int exponent) {
        return exponent == 1 ? a : emit(new IntegerPower(a, exponent));
    }

    /** The linear combination with fixed coefficients. */
    public Value combine(List<Double> coefficients, List<Value> terms) {
        if (coefficients.size() != terms.size() || terms.isEmpty()) {
            throw new IllegalArgumentException(
                    coefficients.size() + " coefficients for " + terms.size() + " values; give one each");
        }
        for (Value v : terms) {
            if (!v.shape().equals(terms.get(0).shape())) {
                throw new IllegalArgumentException(
                        "combine takes arrays of one shape, got " + terms.get(0).shape() + " and " + v.shape());
            }
        }
        return terms.size() == 1 ? scale(terms.get(0), coefficients.get(0)) : emit(new Combine(coefficients, terms));
    }

    /** The linear combination with fixed coefficients. */
    public Value combine(double[] coefficients, Value... terms) {
        return combine(Arrays.stream(coefficients).boxed().toList(), List.of(terms));
    }

    /** The negative. */
    public Value neg(Value a) {
        return map(UnaryFunction.NEG, a);
    }

    /** e to the power a. */
    public Value exp(Value a) {
        return map(UnaryFunction.EXP, a);
    }

    /** The natural logarithm. */
    public Value log(Value a) {
        return map(UnaryFunction.LOG, a);
    }

    /** The square root. */
    public Value sqrt(Value a) {
        return map(UnaryFunction.SQRT, a);
    }

    /** The absolute value. */
    public Value abs(Value a) {
        return map(UnaryFunction.ABS, a);
    }

    /** Sine. */
    public Value sin(Value a) {
        return map(UnaryFunction.SIN, a);
    }

    /** Cosine. */
    public Value cos(Value a) {
        return map(UnaryFunction.COS, a);
    }

    /** Tangent. */
    public Value tan(Value a) {
        return map(UnaryFunction.TAN, a);
    }

    /** Hyperbolic tangent. */
    public Value tanh(Value a) {
        return map(UnaryFunction.TANH, a);
    }

    /** 1 / (1 + exp(-a)). */
    public Value sigmoid(Value a) {
        return map(UnaryFunction.SIGMOID, a);
    }

    /** log(1 + exp(a)). */
    public Value softplus(Value a) {
        return map(UnaryFunction.SOFTPLUS, a);
    }

    /** a sigmoid(a). */
    public Value silu(Value a) {
        return map(UnaryFunction.SILU, a);
    }

    /** max(a, 0). */
    public Value relu(Value a) {
        return map(UnaryFunction.RELU, a);
    }

    /** The product of two matrices. */
    public Value matmul(Value a, Value b) {
        return matmul(a, false, b, false);
    }

    /** The product of two matrices, each transposed if asked. */
    public Value matmul(Value a, boolean ta, Value b, boolean tb) {
        if (a.shape().rank() != 2
                || b.shape().rank() != 2
                || a.shape().dim(ta ? 0 : 1) != b.shape().dim(tb ? 1 : 0)) {
            throw new IllegalArgumentException("matmul of shapes " + a.shape() + (ta ? " transposed" : "") + " and "
                    + b.shape() + (tb ? " transposed" : "") + "; the inner lengths must agree");
        }
        return emit(new MatMul(a, ta, b, tb));
    }

    /** The sum over all axes, a single number. */
    public Value sum(Value a) {
        return sum(a, IntStream.range(0, a.shape().rank()).toArray());
    }

    /** The sum over some axes, which disappear. */
    public Value sum(Value a, int... axes) {
        int[] summed = Layout.checked(a.shape(), axes);
        return summed.length == 0 ? a : emit(new Sum(a, boxed(summed)));
    }

    /** The mean over all axes, a single number. */
    public Value mean(Value a) {
        return scale(sum(a), 1.0 / a.shape().size());
    }

    /** The greatest element over some axes, which disappear; over all if none is given. */
    public Value maximum(Value a, int... axes) {
        int[] searched = axes.length == 0 ? IntStream.range(0, a.shape().rank()).toArray() : axes;
        return emit(new Maximum(a, boxed(Layout.checked(a.shape(), searched))));
    }

    /**
     * Repeats an array along new axes.
     *
     * @param a the array
     * @param shape the shape of the result
     * @param axes which axes of the result are those of {@code a}, in ascending order
     */
    public Value spread(Value a, Shape shape, int... axes) {
        int[] kept = Layout.checked(shape, axes);
        boolean fits = kept.length == a.shape().rank() && Arrays.equals(kept, axes);
        for (int i = 0; fits && i < kept.length; i++) {
            fits = shape.dim(kept[i]) == a.shape().dim(i);
        }
        if (!fits) {
            throw new IllegalArgumentException("spread of shape " + a.shape() + " along axes " + Arrays.toString(axes)
                    + " of " + shape + "; name, in ascending order, an axis of equal length for each of its own");
        }
        return shape.equals(a.shape()) ? a : emit(new Spread(a, shape, boxed(kept)));
    }

    /** A single number (any shape of size 1) in all places of the shape of another value. */
    public Value like(Value number, Value other) {
        return spread(reshape(number, Shape.SCALAR), other.shape());
    }

    /** The same elements under another shape. */
    public Value reshape(Value a, Shape shape) {
        if (a.shape().size() != shape.size()) {
            throw new IllegalArgumentException("reshape of " + a.shape() + " to " + shape + "; the sizes differ");
        }
        if (a.shape().equals(shape)) {
            return a;
        }
        return emit(new Reshape(ops.get(a.id()) instanceof Reshape r ? r.a() : a, shape));
    }

    /**
     * The same elements with the axes in another order; reversed if no order is given.
     *
     * @param order axis i of the result is axis {@code order[i]} of {@code a}
     */
    public Value transpose(Value a, int... order) {
        int rank = a.shape().rank();
        int[] all = order.length == 0
                ? IntStream.range(0, rank).map(i -> rank - 1 - i).toArray()
                : order;
        if (Layout.checked(a.shape(), all).length != rank) {
            throw new IllegalArgumentException(
                    "transpose of " + a.shape() + " to order " + Arrays.toString(order) + "; name every axis");
        }
        return emit(new Transpose(a, boxed(all)));
    }

    /** Arrays one after another along an axis. */
    public Value concat(int axis, Value... parts) {
        for (Value v : parts) {
            if (!v.shape().with(axis, 1).equals(parts[0].shape().with(axis, 1))) {
                throw new IllegalArgumentException("concat along axis " + axis + " of shapes " + parts[0].shape()
                        + " and " + v.shape() + "; all other lengths must agree");
            }
        }
        return parts.length == 1 ? parts[0] : emit(new Concat(List.of(parts), axis));
    }

    /** The indices {@code from} to {@code to} (exclusive) along an axis. */
    public Value slice(Value a, int axis, int from, int to) {
        if (from < 0 || from >= to || to > a.shape().dim(axis)) {
            throw new IllegalArgumentException(
                    "slice " + from + " to " + to + " along axis " + axis + " of shape " + a.shape());
        }
        return to - from == a.shape().dim(axis) ? a : emit(new Slice(a, axis, from, to));
    }

    /** Column {@code i} of a matrix [m, n], as a vector [m]. */
    public Value column(Value a, int i) {
        return reshape(slice(a, 1, i, i + 1), Shape.of(a.shape().dim(0)));
    }

    /** Vectors [m] side by side as the columns of a matrix [m, n]. */
    public Value columns(List<Value> vectors) {
        return concat(
                1,
                vectors.stream()
                        .map(v -> reshape(v, Shape.of(v.shape().size(), 1)))
                        .toArray(Value[]::new));
    }

    /** Zeros before and after along an axis. */
    public Value pad(Value a, int axis, int before, int after) {
        return before == 0 && after == 0 ? a : emit(new Pad(a, axis, before, after));
    }

    /** Chosen indices along an axis. */
    public Value gather(Value a, int axis, int... indices) {
        for (int i : indices) {
            if (i < 0 || i >= a.shape().dim(axis)) {
                throw new IllegalArgumentException("gather index " + i + " along axis " + axis + " of " + a.shape());
            }
        }
        return emit(new Gather(a, axis, boxed(indices)));
    }

    /** Adds each index along an axis to a chosen index of an array of zeros of the given length there. */
    public Value scatter(Value a, int axis, int[] indices, int length) {
        if (indices.length != a.shape().dim(axis)) {
            throw new IllegalArgumentException(
                    indices.length + " indices to scatter axis " + axis + " of " + a.shape() + "; give one each");
        }
        for (int i : indices) {
            if (i < 0 || i >= length) {
                throw new IllegalArgumentException("scatter index " + i + " into a length of " + length);
            }
        }
        return emit(new Scatter(a, axis, boxed(indices), length));
    }

    /**
     * A matrix times a vector in each row, where all matrices have one pattern.
     *
     * @param pattern the pattern of A
     * @param a the entries of A, [B, entries]
     * @param transposed whether A' stands in the place of A
     * @param x the vectors, [B, columns of A]
     * @return A x, [B, rows of A]
     */
    public Value times(Pattern pattern, Value a, boolean transposed, Value x) {
        int from = transposed ? pattern.height() : pattern.width();
        check("times", pattern, a, x, from);
        int[] read = transposed ? pattern.rows() : pattern.columns();
        int[] written = transposed ? pattern.columns() : pattern.rows();
        return scatter(mul(a, gather(x, 1, read)), 1, written, transposed ? pattern.width() : pattern.height());
    }

    /**
     * The factors of a matrix in each row.
     *
     * @param kind how it is factored
     * @param a the entries of the matrices, [B, entries]
     * @return the factors, [B, factors]; NaN where the matrix is singular
     */
    public Value factor(Factorization kind, Value a) {
        check("factor", kind.pattern(), a, null, 0);
        return emit(new Factor(kind, a));
    }

    /**
     * The solution of A x = b in each row.
     *
     * @param kind how A was factored
     * @param a the entries of A, [B, entries]
     * @param f the factors of exactly this A: {@link #factor} of a
     * @param b the right-hand sides, [B, n]
     */
    public Value solve(Factorization kind, Value a, Value f, Value b) {
        return solve(kind, a, f, b, false);
    }

    /** {@link #solve(Factorization, Value, Value, Value)} with the transposed matrix, if asked. */
    public Value solve(Factorization kind, Value a, Value f, Value b, boolean transposed) {
        check("solve", kind.pattern(), a, b, kind.size());
        if (!f.shape().equals(a.shape().with(1, kind.factors()))) {
            throw new IllegalArgumentException("solve with factors of shape " + f.shape() + "; " + kind + " has "
                    + a.shape().with(1, kind.factors()));
        }
        return emit(new Solve(kind, a, f, b, transposed));
    }

    private static void check(String what, Pattern pattern, Value a, Value x, int length) {
        boolean fits = a.shape().rank() == 2 && a.shape().dim(1) == pattern.entries();
        if (!fits || x != null && !x.shape().equals(a.shape().with(1, length))) {
            throw new IllegalArgumentException(what + " of entries of shape " + a.shape()
                    + (x == null ? "" : " and a vector of shape " + x.shape()) + "; the pattern is " + pattern
                    + ", give [rows, " + pattern.entries() + "]" + (x == null ? "" : " and [rows, " + length + "]"));
        }
    }

    private static List<Integer> boxed(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
