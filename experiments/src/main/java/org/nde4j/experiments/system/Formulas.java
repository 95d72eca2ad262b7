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
 * Formulas as functions of time, state and parameters. The parameters are numbers, one each.
 *
 * @param states the names of the states; none for functions of time
 * @param parameters the names of the parameters
 * @param formulas what is computed, in terms of these and the time
 */
record Formulas(List<String> states, List<String> parameters, List<Expression> formulas) {

    /** What the time is called in formulas. */
    static final String TIME = "t";

    /** The same names, other formulas. */
    Formulas with(List<Expression> others) {
        return new Formulas(states, parameters, others);
    }

    /** The formulas as the derivatives of the states. */
    Field field() {
        return Field.of(states.size(), shapes(), this::write);
    }

    /** The shapes of the parameters. */
    List<Shape> shapes() {
        return Collections.nCopies(parameters.size(), Shape.SCALAR);
    }

    /** Writes the values, [B, formulas], at times [B, 1] and states [B, n]. */
    Value write(Trace trace, Value t, Value y, List<Value> values) {
        Map<String, Value> variables = new HashMap<>();
        Value time = trace.reshape(t, Shape.of(t.shape().dim(0)));
        variables.put(TIME, time);
        for (int s = 0; s < states.size(); s++) {
            variables.put(states.get(s), trace.column(y, s));
        }
        for (int p = 0; p < parameters.size(); p++) {
            variables.put(parameters.get(p), trace.like(values.get(p), time));
        }
        List<Value> columns = new ArrayList<>();
        formulas.forEach(e -> columns.add(e.lower(trace, variables, null)));
        return trace.columns(columns);
    }
}
