package org.nde4j.symbolic.score;

import java.util.Arrays;
import org.nde4j.core.kernel.Reductions;

/**
 * The bench that keeps the value of every node of a code over a block of rows and walks back over them: for derivatives
 * with respect to the constants, and for what a node should have been. Every node has exactly one parent, so that its
 * adjoint is written once.
 */
final class Tape {
    private static final int LONGEST_BLOCK = 128;

    private final Dataset data;
    private final Loss loss;
    private final int block;
    private final Partials partials = new Partials();
    private final Inversion inversion;
    private final double[] residual;
    private final double[] weights;
    private final double[] weighted;
    private double[][] value = new double[0][];
    private double[][] adjoint = new double[0][];
    private int[] left = new int[0];
    private boolean[] wanted = new boolean[0];
    private int[] constantAt = new int[0];
    private double[] gradient = new double[0];
    private double[][] normal = new double[0][];

    Tape(Dataset data, Loss loss) {
        this.data = data;
        this.loss = loss;
        this.block = Math.min(LONGEST_BLOCK, data.rows());
        this.weights = new double[block];
        this.weighted = new double[block];
        this.residual = new double[block];
        this.inversion = new Inversion(block);
    }

    /** Half the gradient of the locally quadratic loss: the influence-weighted mean of residual times derivative. */
    double[] gradient() {
        return gradient;
    }

    /** The Gauss-Newton matrix: the influence-weighted mean of derivative times derivative; the lower half is filled. */
    double[][] normal() {
        return normal;
    }

    /** Assembles {@link #gradient} and {@link #normal} with respect to all constants of the code. */
    void assemble(Code code) {
        prepare(code);
        want(code);
        int m = code.constantCount();
        gradient = new double[m];
        normal = new double[m][m];
        double scale = 1 / data.totalWeight();
        for (int from = 0; from < data.rows(); from += block) {
            int n = Math.min(block, data.rows() - from);
            forward(code, from, n);
            backward(code, n);
            accumulate(code.size() - 1, from, n, scale);
        }
    }

    /**
     * For every row the value that one node should have so that the code meets the target, and how much it matters.
     * Arithmetic, powers of two, exponentials and logarithms on the way are inverted, other operators replaced by their
     * tangents.
     *
     * @param wanted receives the values; zero where there is none
     * @param weight receives the squared derivatives times the weights of the rows; zero where there is no value
     */
    void invert(Code code, int node, double[] wanted, double[] weight) {
        prepare(code);
        for (int from = 0; from < data.rows(); from += block) {
            int n = Math.min(block, data.rows() - from);
            forward(code, from, n);
            System.arraycopy(data.target(), from, residual, 0, n);
            Arrays.fill(weights, 0, n, 1);
            descend(code, code.size() - 1, node, n);
            for (int i = 0; i < n; i++) {
                double w = weights[i] * weights[i] * data.weight(from + i);
                boolean usable = Double.isFinite(residual[i]) && w < Double.POSITIVE_INFINITY;
                wanted[from + i] = usable ? residual[i] : 0;
                weight[from + i] = usable ? w : 0;
            }
        }
    }

    private void descend(Code code, int p, int node, int n) {
        if (p == node) {
            return;
        }
        int token = code.token(p);
        if (Token.arity(token) == 1) {
            inversion.unary(Token.unary(token), value[p - 1], value[p], residual, weights, n);
            descend(code, p - 1, node, n);
        } else if (node > left[p]) {
            inversion.right(Token.binary(token), value[left[p]], value[p - 1], value[p], residual, weights, n);
            descend(code, p - 1, node, n);
        } else {
            inversion.left(Token.binary(token), value[left[p]], value[p - 1], value[p], residual, weights, n);
            descend(code, left[p], node, n);
        }
    }

    private void prepare(Code code) {
        int size = code.size();
        if (value.length < size) {
            value = grown(value, size);
            adjoint = grown(adjoint, size);
            left = new int[size];
            wanted = new boolean[size];
        }
        for (int p = 0; p < size; p++) {
            left[p] = Token.arity(code.token(p)) == 2 ? code.start(p - 1) - 1 : -1;
        }
    }

    private double[][] grown(double[][] rows, int size) {
        double[][] more = Arrays.copyOf(rows, size);
        for (int i = rows.length; i < size; i++) {
            more[i] = new double[block];
        }
        return more;
    }

    /** Marks the nodes whose adjoints lead to constants. */
    private void want(Code code) {
        constantAt = new int[code.constantCount()];
        int next = 0;
        for (int p = 0; p < code.size(); p++) {
            int token = code.token(p);
            wanted[p] = switch (Token.arity(token)) {
                case 0 -> Token.isConstant(token);
                case 1 -> wanted[p - 1];
                default -> wanted[p - 1] || wanted[left[p]];
            };
            if (Token.isConstant(token)) {
                constantAt[next++] = p;
            }
        }
    }

    private void forward(Code code, int from, int n) {
        int next = 0;
        for (int p = 0; p < code.size(); p++) {
            int token = code.token(p);
            if (Token.isConstant(token)) {
                Arrays.fill(value[p], 0, n, code.values()[next++]);
                continue;
            }
            switch (Token.arity(token)) {
                case 0 -> System.arraycopy(data.columns()[Token.index(token)], from, value[p], 0, n);
                case 1 -> Kernels.unary(Token.unary(token), value[p - 1], 0, value[p], n);
                default -> Kernels.binary(Token.binary(token), value[left[p]], 0, value[p - 1], 0, value[p], n);
            }
        }
    }

    private void backward(Code code, int n) {
        int root = code.size() - 1;
        Arrays.fill(adjoint[root], 0, n, 1);
        for (int p = root; p >= 0; p--) {
            if (!wanted[p]) {
                continue;
            }
            int token = code.token(p);
            if (Token.arity(token) == 1) {
                unary(token, p, n);
            } else if (Token.arity(token) == 2) {
                binary(token, p, n);
            }
        }
    }

    private void unary(int token, int p, int n) {
        if (wanted[p - 1]) {
            partials.unary(Token.unary(token), value[p - 1], value[p], adjoint[p], adjoint[p - 1], n);
        }
    }

    private void binary(int token, int p, int n) {
        int l = left[p];
        if (wanted[l]) {
            partials.left(Token.binary(token), value[l], value[p - 1], value[p], adjoint[p], adjoint[l], n);
        }
        if (wanted[p - 1]) {
            partials.right(Token.binary(token), value[l], value[p - 1], value[p], adjoint[p], adjoint[p - 1], n);
        }
    }

    private void accumulate(int root, int from, int n, double scale) {
        System.arraycopy(value[root], 0, residual, 0, n);
        Kernels.subtract(residual, 0, data.target(), from, residual, n);
        for (int i = 0; i < n; i++) {
            weights[i] = scale * data.weight(from + i) * loss.influence(residual[i]);
        }
        for (int a = 0; a < gradient.length; a++) {
            Kernels.multiply(adjoint[constantAt[a]], 0, weights, 0, weighted, n);
            gradient[a] += Reductions.dot(weighted, 0, residual, 0, n);
            for (int b = 0; b <= a; b++) {
                normal[a][b] += Reductions.dot(weighted, 0, adjoint[constantAt[b]], 0, n);
            }
        }
    }
}
