package org.nde4j.experiments.system;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nde4j.symbolic.expression.Evaluator;
import org.nde4j.symbolic.expression.Expression;

/**
 * What is shown of a solution: the states in the order of the file, then functions of them.
 *
 * @param names what each is called
 * @param formulas what each is, in terms of the states and the time
 * @param states how many of them are states
 */
record Columns(List<String> names, List<Expression> formulas, int states) {

    /**
     * The values at some times.
     *
     * @param order the names of the states in the order of their values
     * @param times the times
     * @param values the states at each
     * @return a row for each time
     */
    double[][] rows(List<String> order, double[] times, double[][] values) {
        List<String> variables = new ArrayList<>(order);
        variables.add(Formulas.TIME);
        List<Evaluator> evaluators =
                formulas.stream().map(f -> f.evaluator(variables)).toList();
        double[][] rows = new double[times.length][];
        for (int i = 0; i < times.length; i++) {
            double[] x = Arrays.copyOf(values[i], order.size() + 1);
            x[order.size()] = times[i];
            rows[i] = evaluators.stream().mapToDouble(e -> e.at(x)).toArray();
        }
        return rows;
    }
}
