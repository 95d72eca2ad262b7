package org.nde4j.symbolic.export;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.nde4j.symbolic.expression.Expression;

/** What every target can write. */
interface Target {
    Map<String, String> names(Collection<String> variables);

    String formula(Expression e, Map<String, String> names);

    String function(String name, Map<String, String> names, Expression e);

    String system(String name, List<String> states, List<Expression> derivatives);
}
