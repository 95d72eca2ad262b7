package org.nde4j.core.solve.stiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nde4j.core.condition.Linearization;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * The linearization of a {@link CollocationSystem} with one Jacobian for all stages, that at the start of the step: by the
 * eigenvectors of A it falls apart into a system with real entries, whose matrix comes first, and one for each pair of
 * complex eigenvalues, with twice as many unknowns.
 *
 * @param tableau the method
 * @param matrix that of the real system
 * @param pair that of the real and the imaginary part of a complex one
 */
record CollocationIteration(CollocationTableau tableau, AssembledMatrix matrix, BlockMatrix pair)
        implements Linearization {

    @Override
    public List<Value> matrices(Trace trace, Value z, List<Value> p) {
        Value j = matrix.jacobian(trace, p.get(0), p.get(2), fieldParameters(p));
        Value h = matrix.movable(trace, p.get(1));
        List<Value> all = new ArrayList<>();
        for (double eigenvalue : tableau.real()) {
            Value single = matrix.minus(trace, j, trace.scale(h, eigenvalue));
            all.addAll(List.of(single, matrix.factor(trace, single)));
        }
        for (double[] eigenvalue : tableau.pairs()) {
            Value re = matrix.minus(trace, j, trace.scale(h, eigenvalue[0]));
            Value im = trace.mul(StageMatrix.wide(trace, trace.scale(h, eigenvalue[1]), matrix.width()), j);
            all.addAll(pair.factored(trace, new Value[][] {{re, trace.neg(im)}, {im, re}}));
        }
        return all;
    }

    @Override
    public Value solve(Trace trace, List<Value> matrices, Value b, List<Value> p) {
        List<Value> right = transformed(trace, tableau.inverse(), BlockMatrix.blocks(trace, b, tableau.stages()));
        List<Value> x = new ArrayList<>();
        for (int i = 0; i < matrices.size(); i += 2) {
            Value a = matrices.get(i);
            Value factors = matrices.get(i + 1);
            if (i < 2 * tableau.real().length) {
                x.add(matrix.solve(trace, a, factors, right.get(x.size()), fieldParameters(p)));
            } else {
                x.addAll(pair.solve(trace, a, factors, right.subList(x.size(), x.size() + 2)));
            }
        }
        return trace.concat(1, transformed(trace, tableau.basis(), x).toArray(Value[]::new));
    }

    private static List<Value> fieldParameters(List<Value> p) {
        return p.subList(CollocationSystem.FIELD, p.size());
    }

    private static List<Value> transformed(Trace trace, double[][] rows, List<Value> x) {
        return Arrays.stream(rows)
                .map(row -> CollocationSystem.sum(trace, row, x))
                .toList();
    }
}
