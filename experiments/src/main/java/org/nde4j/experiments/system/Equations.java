package org.nde4j.experiments.system;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.symbolic.expression.Expression;

/**
 * Formulas as a field. Its parameters are numbers, one each.
 *
 * @param states the names of the states
 * @param derivatives the derivative of each, in terms of the states, the parameters and the time
 * @param names the names of the parameters
 */
record Equations(List<String> states, List<Expression> derivatives, List<String> names) implements Field {

    /** What the time is called in formulas. */
    static final String TIME = "t";

    @Override
    public int size() {
        return states.size();
    }

    @Override
    public List<Shape> parameters() {
        return Collections.nCopies(names.size(), Shape.SCALAR);
    }

    @Override
    public Value write(Trace trace, Value t, Value y, List<Value> parameters) {
        Map<String, Value> variables = new HashMap<>();
        Value time = trace.reshape(t, Shape.of(t.shape().dim(0)));
        variables.put(TIME, time);
        for (int s = 0; s < states.size(); s++) {
            variables.put(states.get(s), trace.column(y, s));
        }
        for (int p = 0; p < names.size(); p++) {
            variables.put(names.get(p), trace.like(parameters.get(p), time));
        }
        List<Value> columns = new ArrayList<>();
        derivatives.forEach(e -> columns.add(e.lower(trace, variables, null)));
        return trace.columns(columns);
    }
}
