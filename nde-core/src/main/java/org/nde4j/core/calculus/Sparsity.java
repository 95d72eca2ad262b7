package org.nde4j.core.calculus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.array.Shape;
import org.nde4j.core.kernel.Pattern;
import org.nde4j.core.program.BinaryFunction;
import org.nde4j.core.program.Binding;
import org.nde4j.core.program.Call;
import org.nde4j.core.program.Concat;
import org.nde4j.core.program.Differentiable;
import org.nde4j.core.program.Gather;
import org.nde4j.core.program.Let;
import org.nde4j.core.program.MatMul;
import org.nde4j.core.program.Maximum;
import org.nde4j.core.program.Op;
import org.nde4j.core.program.Operand;
import org.nde4j.core.program.Pad;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Reshape;
import org.nde4j.core.program.Scatter;
import org.nde4j.core.program.Select;
import org.nde4j.core.program.Slice;
import org.nde4j.core.program.Spread;
import org.nde4j.core.program.Sum;
import org.nde4j.core.program.Transpose;
import org.nde4j.core.program.Value;
import org.nde4j.core.program.Zip;

/**
 * Which elements of an output depend on which elements of an input, read off the program: the places where the Jacobian
 * may be other than zero, at whatever point.
 *
 * <p>For every element of every value it keeps the set of elements of the input that it depends on. Ops that only move
 * elements are run on the numbers of the elements; an op that says nothing of itself depends on all it reads.
 */
public final class Sparsity {
    private final BitSet[][] sets; // by value id and element; null is the empty set

    private Sparsity(Program p, int input) {
        sets = new BitSet[p.inputs().size() + p.lets().size()][];
        p.inputs()
                .forEach(in ->
                        sets[in.value().id()] = new BitSet[in.value().shape().size()]);
        BitSet[] own = sets[p.inputs().get(input).value().id()];
        for (int i = 0; i < own.length; i++) {
            own[i] = new BitSet(own.length);
            own[i].set(i);
        }
        for (Let let : p.lets()) {
            sets[let.result().id()] = of(let.op());
        }
    }

    /**
     * The pattern of the Jacobian of one output by one input, [size of the output, size of the input].
     *
     * @param p a program
     * @param output the number of the output
     * @param input the number of the input
     */
    public static Pattern of(Program p, int output, int input) {
        BitSet[] rows = new Sparsity(p, input).sets[p.outputs().get(output).id()];
        return Pattern.of(
                p.inputs().get(input).value().shape().size(),
                Arrays.stream(rows).map(s -> s == null ? new BitSet() : s).toArray(BitSet[]::new));
    }

    private BitSet[] set(Value v) {
        return sets[v.id()];
    }

    private BitSet[] of(Op op) {
        if (op instanceof Reshape r) {
            return set(r.a());
        }
        if (op instanceof Op.Elementwise) {
            return elementwise(op);
        }
        if (op instanceof MatMul m) {
            return product(m);
        }
        if (op instanceof Sum s) {
            return gathered(s.a(), op.shape(), kept(s.a(), s.axes()));
        }
        if (op instanceof Maximum m) {
            return gathered(m.a(), op.shape(), kept(m.a(), m.axes()));
        }
        if (op instanceof Scatter s) {
            Value result = new Value(0, op.shape());
            return collected(s.a(), op.shape(), new Gather(result, s.axis(), s.indices()));
        }
        boolean moves = op instanceof Slice
                || op instanceof Pad
                || op instanceof Gather
                || op instanceof Concat
                || op instanceof Spread
                || op instanceof Transpose;
        return moves ? moved(op) : everything(op);
    }

    private BitSet[] elementwise(Op op) {
        List<Value> read = read(op);
        BitSet[] result = new BitSet[op.shape().size()];
        for (int i = 0; i < result.length; i++) {
            for (Value v : read) {
                result[i] = union(result[i], set(v)[i]);
            }
        }
        return result;
    }

    /* The operands that the result is not a step function of. */
    private static List<Value> read(Op op) {
        if (op instanceof Select s) {
            return List.of(s.a(), s.b());
        }
        return op instanceof Zip z && z.function() == BinaryFunction.LESS ? List.of() : op.operands();
    }

    /* Sets that are shared between elements are never changed. */
    private static BitSet union(BitSet a, BitSet b) {
        if (a == null || a == b) {
            return b;
        }
        if (b == null || includes(a, b)) {
            return a;
        }
        BitSet both = (BitSet) a.clone();
        both.or(b);
        return both;
    }

    private static boolean includes(BitSet a, BitSet b) {
        for (int i = b.nextSetBit(0); i >= 0; i = b.nextSetBit(i + 1)) {
            if (!a.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static BitSet union(BitSet[] sets, int from, int stride, int count) {
        BitSet all = null;
        for (int i = 0; i < count; i++) {
            all = union(all, sets[from + i * stride]);
        }
        return all;
    }

    private BitSet[] product(MatMul m) {
        int rows = m.shape().dim(0);
        int columns = m.shape().dim(1);
        int inner = m.a().shape().dim(m.ta() ? 0 : 1);
        BitSet[] right = new BitSet[columns];
        for (int j = 0; j < columns; j++) {
            right[j] = m.tb() ? union(set(m.b()), j * inner, 1, inner) : union(set(m.b()), j, columns, inner);
        }
        BitSet[] result = new BitSet[rows * columns];
        for (int i = 0; i < rows; i++) {
            BitSet left = m.ta() ? union(set(m.a()), i, rows, inner) : union(set(m.a()), i * inner, 1, inner);
            for (int j = 0; j < columns; j++) {
                result[i * columns + j] = union(left, right[j]);
            }
        }
        return result;
    }

    private static List<Integer> kept(Value a, List<Integer> axes) {
        return IntStream.range(0, a.shape().rank())
                .boxed()
                .filter(i -> !axes.contains(i))
                .toList();
    }

    private BitSet[] gathered(Value a, Shape shape, List<Integer> kept) {
        return collected(a, shape, new Spread(new Value(0, shape), a.shape(), kept));
    }

    /* Each element of a goes to the element of the result that the transposed op fetches in its place. */
    private BitSet[] collected(Value a, Shape shape, Op transposed) {
        double[] to = run(transposed, List.of(numbers(0, shape.size())));
        BitSet[] result = new BitSet[shape.size()];
        for (int i = 0; i < to.length; i++) {
            int at = (int) to[i];
            result[at] = union(result[at], set(a)[i]);
        }
        return result;
    }

    /* Numbers from 1, since an element that comes from nowhere is 0. */
    private BitSet[] moved(Op op) {
        List<double[]> numbered = new ArrayList<>();
        List<BitSet> all = new ArrayList<>();
        all.add(null);
        for (Value v : op.operands()) {
            numbered.add(numbers(all.size(), v.shape().size()));
            all.addAll(Arrays.asList(set(v)));
        }
        double[] from = run(op, numbered);
        return Arrays.stream(from).mapToObj(i -> all.get((int) i)).toArray(BitSet[]::new);
    }

    private BitSet[] everything(Op op) {
        BitSet all = null;
        for (Value v : op.operands()) {
            all = union(all, union(set(v), 0, 1, set(v).length));
        }
        BitSet[] result = new BitSet[op.shape().size()];
        Arrays.fill(result, all);
        return result;
    }

    private static double[] numbers(int from, int count) {
        return IntStream.range(from, from + count).asDoubleStream().toArray();
    }

    private static double[] run(Op op, List<double[]> operands) {
        double[][] memory = new double[operands.size() + 1][];
        operands.toArray(memory);
        double[] result = new double[op.shape().size()];
        memory[operands.size()] = result;
        op.bind(new InOrder(op)).run(memory, 0, result.length);
        return result;
    }

    /* The operands in the first buffers, the result in the next. */
    private record InOrder(Op op) implements Binding {
        @Override
        public Operand operand(int i) {
            int size = op.operands().get(i).shape().size();
            return new Operand(i, 1, size, size);
        }

        @Override
        public int result() {
            return op.operands().size();
        }

        @Override
        public Call.Shared shared(Differentiable f, List<Value> operands) {
            throw new IllegalStateException("not a call: " + op.text());
        }
    }
}
