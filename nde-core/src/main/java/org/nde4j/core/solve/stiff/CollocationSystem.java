package org.nde4j.core.solve.stiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.array.Shape;
import org.nde4j.core.condition.Condition;
import org.nde4j.core.condition.Linearization;
import org.nde4j.core.condition.Newton;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * The stages of a collocation method as one condition on their changes Z of the state, side by side [B, s n]:
 *
 * <pre>{@code M Z_i - h sum_j a_ij f(t + c_j h, y + Z_j; p) = 0}</pre>
 *
 * The parameters of the condition are t [B, 1], h [B, 1], y [B, n] and p.
 *
 * <p>As a linearization it is exact: every stage has a Jacobian of its own.
 */
final class CollocationSystem implements Linearization {
    static final int FIELD = 3; // where the parameters of the field begin

    private final CollocationTableau tableau;
    private final AssembledMatrix matrix;
    private final BlockMatrix whole;
    private final CollocationIteration iteration;
    private final double[][] a;

    CollocationSystem(CollocationTableau tableau, Field field, LinearAlgebra.Kind algebra) {
        this.tableau = tableau;
        this.matrix = new AssembledMatrix(field, algebra);
        this.whole = new BlockMatrix(matrix.kind().pattern(), tableau.stages(), algebra);
        this.iteration = new CollocationIteration(
                tableau, matrix, new BlockMatrix(matrix.kind().pattern(), 2, algebra));
        this.a = tableau.a();
    }

    /** Finds Z. */
    Newton newton(int batch, boolean persistent) {
        return new Newton(condition(batch), iteration, this, persistent);
    }

    /** How its iteration is solved. */
    CollocationIteration iteration() {
        return iteration;
    }

    AssembledMatrix matrix() {
        return matrix;
    }

    private Condition condition(int batch) {
        Trace trace = new Trace();
        int s = tableau.stages();
        Value z = trace.input("z", Shape.of(batch, s * matrix.size()));
        Value t = trace.input("t", Shape.of(batch, 1));
        Value h = trace.input("h", Shape.of(batch, 1));
        Value y = trace.input("y", Shape.of(batch, matrix.size()));
        List<Value> parameters = matrix.field().inputs(trace);
        List<Value> changes = BlockMatrix.blocks(trace, z, s);
        Value wide = StageMatrix.wide(trace, h, matrix.size());
        List<Value> slopes = IntStream.range(0, s)
                .mapToObj(j ->
                        matrix.field().write(trace, time(trace, t, h, j), trace.add(y, changes.get(j)), parameters))
                .map(f -> trace.mul(wide, f))
                .toList();
        Value[] residual = new Value[s];
        Arrays.setAll(residual, i -> trace.sub(matrix.massTimes(trace, changes.get(i)), sum(trace, a[i], slopes)));
        return new Condition(trace.program(trace.concat(1, residual)));
    }

    private Value time(Trace trace, Value t, Value h, int j) {
        double node = tableau.nodes()[j];
        return node == 1 ? trace.add(t, h) : trace.combine(new double[] {1, node}, t, h);
    }

    static Value sum(Trace trace, double[] weights, List<Value> values) {
        int[] used =
                IntStream.range(0, weights.length).filter(i -> weights[i] != 0).toArray();
        List<Double> c = IntStream.of(used).mapToObj(i -> weights[i]).toList();
        return trace.combine(c, IntStream.of(used).mapToObj(values::get).toList());
    }

    /** The arguments of the condition in order. */
    static List<Value> arguments(Value t, Value h, Value y, List<Value> parameters) {
        List<Value> all = new ArrayList<>(List.of(t, h, y));
        all.addAll(parameters);
        return all;
    }

    @Override
    public List<Value> matrices(Trace trace, Value z, List<Value> p) {
        int s = tableau.stages();
        Value h = matrix.movable(trace, p.get(1));
        Value[][] blocks = new Value[s][s];
        List<Value> changes = BlockMatrix.blocks(trace, z, s);
        for (int j = 0; j < s; j++) {
            Value state = trace.add(p.get(2), changes.get(j));
            Value jacobian =
                    matrix.jacobian(trace, time(trace, p.get(0), p.get(1), j), state, p.subList(FIELD, p.size()));
            for (int i = 0; i < s; i++) {
                blocks[i][j] = i == j
                        ? matrix.minus(trace, jacobian, trace.scale(h, a[i][j]))
                        : trace.mul(StageMatrix.wide(trace, trace.scale(h, -a[i][j]), matrix.width()), jacobian);
            }
        }
        return whole.factored(trace, blocks);
    }

    @Override
    public Value solve(Trace trace, List<Value> matrices, Value b, List<Value> p) {
        List<Value> right = BlockMatrix.blocks(trace, b, tableau.stages());
        return trace.concat(
                1, whole.solve(trace, matrices.get(0), matrices.get(1), right).toArray(Value[]::new));
    }
}
