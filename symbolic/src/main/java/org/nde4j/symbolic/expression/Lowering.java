package org.nde4j.symbolic.expression;

import java.util.List;
import java.util.Map;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/** Writes one expression into a trace. */
final class Lowering {
    private final Trace trace;
    private final Map<String, Value> variables;
    private final List<Value> constants;
    private final Expression expression;
    private int next;

    Lowering(Trace trace, Map<String, Value> variables, List<Value> constants, Expression expression) {
        this.trace = trace;
        this.variables = variables;
        this.constants = constants;
        this.expression = expression;
    }

    Value value() {
        return null;
    }
}
