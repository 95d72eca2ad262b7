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
     * The values of all columns.
     *
     * @param order the names of the states in the order of their values
     * @param rows the states at some times
     */
    Table table(List<String> order, List<Row> rows) {
        List<String> variables = new ArrayList<>(order);
        variables.add(Formulas.TIME);
        List<Evaluator> evaluators =
                formulas.stream().map(f -> f.evaluator(variables)).toList();
        double[][] values = rows.stream()
                .map(row -> {
                    double[] x = Arrays.copyOf(row.state(), order.size() + 1);
                    x[order.size()] = row.time();
                    return evaluators.stream().mapToDouble(e -> e.at(x)).toArray();
                })
                .toArray(double[][]::new);
        return new Table(
                rows.stream().mapToDouble(Row::time).toArray(),
                values,
                rows.stream().map(Row::event).toList());
    }
}
