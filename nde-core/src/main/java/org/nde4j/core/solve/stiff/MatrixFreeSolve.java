package org.nde4j.core.solve.stiff;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.nde4j.core.array.Shape;
import org.nde4j.core.calculus.Calculus;
import org.nde4j.core.linear.Gmres;
import org.nde4j.core.program.Differentiable;
import org.nde4j.core.program.Input;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Workspace;

/**
 * The solution x of A(a, p) x = b, from (a, b, p), where A is known by its products. Its derivatives solve with A and A'
 * in turn, to the same tolerance: A dx = db - dA x.
 */
final class MatrixFreeSolve implements Differentiable {
    private final Program product; // (a, x, p) -> A x
    private final int[] others; // its inputs but for x
    private final Krylov settings;
    private final ConcurrentLinkedQueue<Bench> free = new ConcurrentLinkedQueue<>();

    MatrixFreeSolve(Program product, Krylov settings) {
        this.others =
                IntStream.range(0, product.inputs().size()).filter(i -> i != 1).toArray();
        this.product = product;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "the GMRES solve of a stage matrix";
    }

    @Override
    public List<Shape> inputs() {
        return product.inputs().stream().map(Input::value).map(v -> v.shape()).toList();
    }

    @Override
    public List<Shape> outputs() {
        return List.of(product.outputs().get(0).shape());
    }

    private <T> T with(Function<Bench, T> use) {
        Bench found = free.poll();
        Bench bench = found == null ? new Bench() : found;
        T result = use.apply(bench);
        free.add(bench);
        return result;
    }

    @Override
    public Evaluation at(double[][] inputs) {
        double[] x = with(bench -> bench.solve(inputs));
        return new Evaluation() {
            @Override
            public double[][] outputs() {
                return new double[][] {x};
            }

            @Override
            public double[][] push(double[][] tangents) {
                return with(bench -> bench.push(inputs, x, tangents));
            }

            @Override
            public double[][] pull(double[][] cotangents) {
                return with(bench -> bench.pull(inputs, x, cotangents[0]));
            }
        };
    }

    /* What one thread works with; that for derivatives is made when it is first asked for. */
    private final class Bench {
        private final Workspace plain = new Workspace(product);
        private Workspace forward; // also the tangents of A x along a and p
        private Workspace transposed; // (a, x, p, w) -> A' w
        private Workspace reverse; // (a, x, p, w) -> A x and the cotangents of a and p
        private final int size = outputs().get(0).size();
        private final Gmres gmres = new Gmres(
                outputs().get(0).dim(0),
                outputs().get(0).dim(1),
                settings.restart(),
                settings.iterations(),
                settings.tolerance());

        double[] solve(double[][] inputs) {
            bind(plain, inputs, null);
            return solved(plain, 1, inputs[1]);
        }

        /* Solves with the matrix of a program that is linear in one input. */
        private double[] solved(Workspace w, int input, double[] b) {
            double[] x = new double[size];
            gmres.solve(
                    (v, y) -> {
                        System.arraycopy(v, 0, w.input(input), 0, size);
                        w.run();
                        System.arraycopy(w.output(0), 0, y, 0, size);
                    },
                    b,
                    x);
            return x;
        }

        /* The inputs but for the second, which is the vector that the matrix is multiplied by. */
        private void bind(Workspace w, double[][] inputs, double[] x) {
            for (int i = 0; i < inputs.length; i++) {
                if (i != 1) {
                    w.bind(i, inputs[i]);
                } else if (x != null) {
                    w.bind(i, x);
                }
            }
        }

        double[][] push(double[][] inputs, double[] x, double[][] tangents) {
            if (forward == null) {
                forward = new Workspace(Calculus.jvp(product, others));
            }
            bind(forward, inputs, x);
            int at = inputs.length;
            for (int i = 0; i < tangents.length; i++) {
                if (i != 1) {
                    forward.bind(at++, tangents[i]);
                }
            }
            forward.run();
            double[] moved = forward.output(1);
            double[] right = new double[size];
            Arrays.setAll(right, i -> tangents[1][i] - moved[i]);
            bind(plain, inputs, null);
            return new double[][] {solved(plain, 1, right)};
        }

        double[][] pull(double[][] inputs, double[] x, double[] cotangent) {
            if (reverse == null) {
                transposed = new Workspace(Calculus.vjp(product, 1).keeping(1));
                reverse = new Workspace(Calculus.vjp(product, others));
            }
            bind(transposed, inputs, x);
            double[] adjoint = solved(transposed, inputs.length, cotangent);
            bind(reverse, inputs, x);
            double[] negative = Arrays.stream(adjoint).map(v -> -v).toArray();
            reverse.bind(inputs.length, negative);
            reverse.run();
            double[][] result = new double[inputs.length][];
            Arrays.setAll(
                    result,
                    i -> i == 1 ? adjoint : reverse.output(i == 0 ? 1 : i).clone());
            return result;
        }
    }
}
