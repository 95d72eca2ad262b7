package org.nde4j.symbolic.evolve;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nde4j.symbolic.expression.BinaryOperator;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.Evaluator;
import org.nde4j.symbolic.score.SparseRegression;

/**
 * Replaces a random subtree by what it should have been: the operators above it are inverted from the target down, and
 * the values found are fitted by a few terms out of the variables, their products, and subtrees of relatives. Works on
 * one bench and belongs to one thread.
 */
final class Backsolve {
    private static final int MOST_TERMS = 3;
    private static final int RELATIVES = 8;
    private static final int LARGEST_TERM = 7;
    private static final int MOST_PAIRS = 16;

    private final Evaluator bench;
    private final List<Code> own;
    private final List<double[]> ownColumns;
    private final double[] wanted;
    private final double[] weights;

    Backsolve(Evaluator bench, Primitives primitives) {
        this.bench = bench;
        this.own = new ArrayList<>();
        this.ownColumns = new ArrayList<>();
        this.wanted = new double[bench.data().rows()];
        this.weights = new double[bench.data().rows()];
        library(primitives).forEach(term -> add(term, own, ownColumns));
    }

    /** One, the variables, their products and quotients. */
    private static List<Code> library(Primitives primitives) {
        List<Code> library = new ArrayList<>(List.of(Code.number(1)));
        List<Code> pairs = new ArrayList<>();
        for (int i = 0; i < primitives.variables(); i++) {
            library.add(Code.variable(i));
            for (int j = 0; j <= i; j++) {
                pairs.add(Surgery.join(BinaryOperator.MUL, Code.variable(j), Code.variable(i)));
            }
            for (int j = 0; j < i && primitives.has(BinaryOperator.DIV); j++) {
                pairs.add(Surgery.join(BinaryOperator.DIV, Code.variable(i), Code.variable(j)));
                pairs.add(Surgery.join(BinaryOperator.DIV, Code.variable(j), Code.variable(i)));
            }
        }
        library.addAll(pairs.subList(0, Math.min(pairs.size(), MOST_PAIRS)));
        return library;
    }

    private void add(Code term, List<Code> library, List<double[]> columns) {
        double[] column = new double[wanted.length];
        bench.values(term, column);
        if (finite(column)) {
            library.add(term);
            columns.add(column);
        }
    }

    /** The code with a subtree replaced; the code itself where nothing can be solved. */
    Code apply(Code code, Breeding breeding) {
        if (!Sums.possible(breeding.primitives())) {
            return code;
        }
        RandomGenerator random = breeding.random();
        int position = Positions.any(code, random);
        bench.backsolve(code, position, wanted, weights);
        List<Code> library = new ArrayList<>(own);
        List<double[]> columns = new ArrayList<>(ownColumns);
        addRelatives(breeding, library, columns);
        List<SparseRegression.Terms> models =
                new SparseRegression(columns.toArray(double[][]::new), wanted, weights).forward(MOST_TERMS);
        if (models.isEmpty()) {
            return code;
        }
        SparseRegression.Terms model = models.get(random.nextInt(models.size()));
        return code.replace(
                position, Sums.of(library, model, breeding.primitives().has(BinaryOperator.SUB)));
    }

    private void addRelatives(Breeding breeding, List<Code> library, List<double[]> columns) {
        RandomGenerator random = breeding.random();
        for (int i = 0; i < RELATIVES; i++) {
            Code relative =
                    breeding.relatives().get(random.nextInt(breeding.relatives().size()));
            Code term = relative.subtree(Positions.any(relative, random));
            if (term.size() > 1 && term.size() <= LARGEST_TERM && !library.contains(term)) {
                add(term, library, columns);
            }
        }
    }

    static boolean finite(double[] values) {
        for (double value : values) {
            if (!(Math.abs(value) < 1e100)) {
                return false;
            }
        }
        return true;
    }
}
