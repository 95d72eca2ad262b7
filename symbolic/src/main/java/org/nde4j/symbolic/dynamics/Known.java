package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nde4j.core.equation.Field;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.symbolic.expression.Expression;

/**
 * What is known of a system before anything is fitted.
 *
 * @param states the names of the states
 * @param terms for each state a term of its derivative; zero if nothing is known
 * @param closed the states whose derivative is known completely
 */
record Known(List<String> states, List<Expression> terms, Set<String> closed) {
    static final Expression NOTHING = Expression.constant(0);

    /**
     * What the settings say.
     *
     * @throws IllegalArgumentException if they name a state that does not exist, or call a derivative complete of which
     *     nothing is known
     */
    static Known of(DistillSettings settings, TimeSeries series) {
        settings.known().keySet().forEach(series::indexOf);
        settings.complete().forEach(series::indexOf);
        List<Expression> terms = new ArrayList<>();
        for (String state : series.stateNames()) {
            String text = settings.known().get(state);
            if (text == null && settings.complete().contains(state)) {
                throw new IllegalArgumentException("the derivative of " + state
                        + " is declared complete, but no term of it is known; give it among the known terms");
            }
            terms.add(text == null ? NOTHING : Expression.parse(text, series.stateNames()));
        }
        return new Known(series.stateNames(), terms, Set.copyOf(settings.complete()));
    }

    /** Whether the derivative of a state is known completely. */
    boolean complete(int state) {
        return closed.contains(states.get(state));
    }

    /** For each state whether its derivative is known completely. */
    boolean[] complete() {
        boolean[] complete = new boolean[states.size()];
        for (int s = 0; s < complete.length; s++) {
            complete[s] = complete(s);
        }
        return complete;
    }

    /** The known part of the field; null if there is none. */
    Field field() {
        return terms.stream().allMatch(NOTHING::equals)
                ? null
                : EquationSystem.of(states, terms).frozen();
    }

    /** A system of the known terms and others. */
    EquationSystem with(List<Expression> others) {
        return EquationSystem.of(states, terms, others);
    }
}
