package org.nde4j.symbolic.score;

import java.util.Arrays;
import org.nde4j.core.kernel.Reductions;

/**
 * The bench on which one thread evaluates codes on a sample. A code runs over blocks of at most 512 rows, so that all
 * intermediate values stay in the first-level cache; variables and constants are read where they are, not copied; a
 * block that is not finite ends the evaluation. Nothing is allocated after the deepest code has been seen.
 *
 * <p>Arithmetic is that of IEEE 754: an intermediate infinity that a later division turns into zero is a value like any
 * other. Only the result of a row has to be finite.
 */
public final class Evaluator {
    private static final int LONGEST_BLOCK = 512;

    private final Dataset data;
    private final Loss loss;
    private final int block;
    private final Stack stack;
    private final double[] residual;
    private Tape tape;

    /** A bench for that sample and loss. */
    public Evaluator(Dataset data, Loss loss) {
        this.data = data;
        this.loss = loss;
        int blocks = (data.rows() + LONGEST_BLOCK - 1) / LONGEST_BLOCK;
        this.block = (data.rows() + blocks - 1) / blocks;
        this.stack = new Stack(data.columns(), block);
        this.residual = new double[block];
    }

    /** The sample. */
    public Dataset data() {
        return data;
    }

    /** The loss. */
    public Loss loss() {
        return loss;
    }

    /** The weighted mean loss of a code; positive infinity if some row is not finite. */
    public double loss(Code code) {
        return loss(code, Double.POSITIVE_INFINITY);
    }

    /** As {@link #loss(Code)}, but stops and returns positive infinity as soon as it must exceed {@code bound}. */
    public double loss(Code code, double bound) {
        double limit = bound * data.totalWeight();
        double sum = 0;
        for (int from = 0; from < data.rows(); from += block) {
            int n = Math.min(block, data.rows() - from);
            stack.run(code, from, n);
            sum += cost(from, n);
            if (!(sum <= limit) || sum == Double.POSITIVE_INFINITY) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return sum / data.totalWeight();
    }

    private double cost(int from, int n) {
        stack.minus(data.target(), from, residual, n);
        loss.over(residual, n);
        if (data.weighted()) {
            Kernels.multiply(residual, 0, data.weights(), from, residual, n);
        }
        return Reductions.sum(residual, 0, n);
    }

    /** Writes the value of a code in every row to {@code values}. */
    public void values(Code code, double[] values) {
        for (int from = 0; from < data.rows(); from += block) {
            int n = Math.min(block, data.rows() - from);
            stack.run(code, from, n);
            stack.copy(from, values, n);
        }
    }

    /** The loss of the best constant under the squared loss, the usual unit of losses; never zero. */
    public double baseline() {
        return Math.max(Double.MIN_NORMAL, loss(Code.number(data.targetMean())));
    }

    /**
     * For every row the value that the node at {@code position} should have had so that the code met the target, found by
     * inverting what stands above it, and how much a deviation there would matter.
     *
     * @param wanted receives the values, shape [rows]; zero where there is none
     * @param weights receives the weights of a least-squares fit to them, shape [rows]; zero where there is no value
     */
    public void backsolve(Code code, int position, double[] wanted, double[] weights) {
        tape().invert(code, position, wanted, weights);
    }

    /** The bench for derivatives on the same sample and loss, made on first use. */
    Tape tape() {
        if (tape == null) {
            tape = new Tape(data, loss);
        }
        return tape;
    }

    /** Operands of one block: columns where they are, constants as numbers, the rest in preallocated rows. */
    private static final class Stack {
        private final double[][] columns;
        private final int block;
        private double[][] slots = new double[0][];
        private double[][] array = new double[0][];
        private int[] offset = new int[0];
        private double[] scalar = new double[0];
        private int top;

        Stack(double[][] columns, int block) {
            this.columns = columns;
            this.block = block;
            grow(8);
        }

        private void grow(int capacity) {
            int old = slots.length;
            slots = Arrays.copyOf(slots, capacity);
            for (int i = old; i < capacity; i++) {
                slots[i] = new double[block];
            }
            array = Arrays.copyOf(array, capacity);
            offset = Arrays.copyOf(offset, capacity);
            scalar = Arrays.copyOf(scalar, capacity);
        }

        void run(Code code, int from, int n) {
            int next = 0;
            top = 0;
            for (int token : code.tokens()) {
                if (Token.isConstant(token)) {
                    push(null, 0, code.values()[next++]);
                } else {
                    step(token, from, n);
                }
            }
        }

        private void step(int token, int from, int n) {
            switch (Token.arity(token)) {
                case 0 -> push(columns[Token.index(token)], from, 0);
                case 1 -> unary(token, n);
                default -> binary(token, n);
            }
        }

        private void push(double[] values, int start, double number) {
            if (top == slots.length) {
                grow(2 * top);
            }
            array[top] = values;
            offset[top] = start;
            scalar[top++] = number;
        }

        private void unary(int token, int n) {
            int a = top - 1;
            if (array[a] == null) {
                scalar[a] = Token.unary(token).at(scalar[a]);
            } else {
                Kernels.unary(Token.unary(token), array[a], offset[a], slots[a], n);
                own(a);
            }
        }

        private void binary(int token, int n) {
            int b = --top;
            int a = b - 1;
            var operator = Token.binary(token);
            if (array[a] == null && array[b] == null) {
                scalar[a] = operator.at(scalar[a], scalar[b]);
                return;
            }
            if (array[b] == null) {
                Kernels.binary(operator, array[a], offset[a], scalar[b], slots[a], n);
            } else if (array[a] == null) {
                Kernels.binary(operator, scalar[a], array[b], offset[b], slots[a], n);
            } else {
                Kernels.binary(operator, array[a], offset[a], array[b], offset[b], slots[a], n);
            }
            own(a);
        }

        private void own(int a) {
            array[a] = slots[a];
            offset[a] = 0;
        }

        void minus(double[] target, int from, double[] y, int n) {
            if (array[0] == null) {
                Kernels.subtract(scalar[0], target, from, y, n);
            } else {
                Kernels.subtract(array[0], offset[0], target, from, y, n);
            }
        }

        void copy(int to, double[] y, int n) {
            if (array[0] == null) {
                Arrays.fill(y, to, to + n, scalar[0]);
            } else {
                System.arraycopy(array[0], offset[0], y, to, n);
            }
        }
    }
}
