package org.nde4j.experiments.system;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nde4j.core.equation.Dae;
import org.nde4j.core.equation.Field;
import org.nde4j.core.equation.Partitioned;
import org.nde4j.core.equation.Split;
import org.nde4j.experiments.config.Nearest;
import org.nde4j.symbolic.expression.Expression;

/** Reads what is solved: plain equations, or such with delays, a mass matrix, a stiff part, or positions and momenta. */
final class EquationsReader {

    private final SystemFile file;
    private final Places places;
    private final FormulaReader formulas;
    private final List<String> states;

    EquationsReader(SystemFile file, Places places, FormulaReader formulas) {
        this.file = file;
        this.places = places;
        this.formulas = formulas;
        this.states = List.copyOf(file.states().keySet());
    }

    /**
     * The equations.
     *
     * @param halved whether they must fall into positions and momenta
     */
    Equations read(boolean halved) {
        Delayed delayed = new Delayed();
        Map<String, String> texts = texts(delayed);
        checkKinds(!delayed.lookups().isEmpty(), halved);
        if (file.split().isPresent()) {
            return new Equations(split(file.split().get()), states);
        }
        if (!delayed.lookups().isEmpty()) {
            return new DelayReader(file, places, formulas).read(texts, delayed.lookups());
        }
        if (!file.history().isEmpty() || !file.historyBreaks().isEmpty()) {
            throw places.refusal(
                    "there is a history but no equation looks back; write earlier states as delay(" + states.get(0)
                            + ", 0.5), or remove the history",
                    file.history().isEmpty() ? "historyBreaks" : "history");
        }
        Map<String, Expression> derivatives = derivatives(texts);
        if (halved || !file.positions().isEmpty() || !file.momenta().isEmpty()) {
            return partitioned(derivatives);
        }
        Field plain = over(states, List.copyOf(derivatives.values())).field();
        return new Equations(
                file.mass()
                        .flatMap(mass -> new MassReader(states, places).read(mass))
                        .<Field>map(mass -> new Dae(plain, mass))
                        .orElse(plain),
                states);
    }

    private Formulas over(List<String> names, List<Expression> of) {
        return new Formulas(names, formulas.free(), of);
    }

    private void checkKinds(boolean delayed, boolean halved) {
        List<String> kinds = new ArrayList<>();
        if (delayed) {
            kinds.add("delays");
        }
        if (file.mass().isPresent()) {
            kinds.add("a mass matrix");
        }
        if (file.split().isPresent()) {
            kinds.add("a split");
        }
        if (!file.positions().isEmpty() || !file.momenta().isEmpty()) {
            kinds.add("positions and momenta");
        }
        if (halved && !kinds.isEmpty() && !kinds.contains("positions and momenta")) {
            throw places.refusal(
                    file.method().orElseThrow() + " steps positions and momenta in turn, and the system has "
                            + String.join(" and ", kinds) + "; take another method, or none",
                    MethodReader.KEY);
        }
        if (kinds.size() > 1) {
            throw places.refusal("the system has " + String.join(" and ", kinds)
                    + "; no method solves them together, leave out all but one");
        }
    }

    /** The equations with variables in the place of earlier states. */
    private Map<String, String> texts(Delayed delayed) {
        if (file.split().isPresent() && !file.equations().isEmpty()) {
            throw places.refusal(
                    "there are equations and a split; the split holds all of them, its two parts are added: move the equations "
                            + "to split.explicit",
                    "equations");
        }
        checkNames(file.equations(), "equations");
        Map<String, String> texts = new LinkedHashMap<>();
        if (file.split().isPresent()) {
            return texts;
        }
        for (String state : states) {
            checkThere(state, file.equations().containsKey(state));
            try {
                texts.put(state, delayed.replaced(file.equations().get(state)));
            } catch (IllegalArgumentException e) {
                throw places.refusal("in the equation for '" + state + "', " + e.getMessage(), "equations", state);
            }
        }
        return texts;
    }

    private void checkNames(Map<String, String> equations, String... path) {
        for (String name : equations.keySet()) {
            if (!states.contains(name)) {
                throw places.refusal(
                        "there is an equation for '" + name + "' but no such state" + Nearest.advice(name, states),
                        Places.path(path, name));
            }
        }
    }

    private void checkThere(String state, boolean there) {
        if (!there) {
            throw places.refusal(
                    "state '%s' has no equation; add its derivative, as in  equations: {%s: \"-%s\"}"
                            .formatted(state, state, state),
                    "states",
                    state);
        }
    }

    private Map<String, Expression> derivatives(Map<String, String> texts) {
        Map<String, Expression> derivatives = new LinkedHashMap<>();
        texts.forEach((state, text) -> derivatives.put(
                state, formulas.read(text, states, "the equation for '" + state + "'", "equations", state)));
        return derivatives;
    }

    private Field split(SystemFile.Halves split) {
        checkNames(split.explicit(), "split", "explicit");
        checkNames(split.implicit(), "split", "implicit");
        for (String state : states) {
            checkThere(
                    state,
                    split.explicit().containsKey(state) || split.implicit().containsKey(state));
        }
        return new Split(part(split.explicit(), "explicit"), part(split.implicit(), "implicit"));
    }

    /** One part of a split; zero where it says nothing. */
    private Field part(Map<String, String> part, String name) {
        List<Expression> derivatives = states.stream()
                .map(state -> formulas.read(
                        part.getOrDefault(state, "0"),
                        states,
                        "the " + name + " part for '" + state + "'",
                        "split",
                        name,
                        state))
                .toList();
        return over(states, derivatives).field();
    }

    private Equations partitioned(Map<String, Expression> derivatives) {
        Phase phase = file.positions().isEmpty() && file.momenta().isEmpty()
                ? Phase.recognized(derivatives)
                        .orElseThrow(() -> places.refusal(
                                file.method().orElseThrow()
                                        + " steps positions and momenta in turn, and the states do not fall into positions whose "
                                        + "derivatives depend on momenta alone, and as many momenta whose derivatives depend on "
                                        + "positions alone; take another method, such as Tsit5",
                                MethodReader.KEY))
                : new PhaseReader(file, places).read(derivatives);
        Formulas velocity = over(phase.momenta(), Phase.of(phase.positions(), derivatives));
        Formulas force = over(phase.positions(), Phase.of(phase.momenta(), derivatives));
        int half = phase.positions().size();
        Field field = phase.isSecondOrder(derivatives)
                ? Partitioned.secondOrder(half, force.shapes(), force::write)
                : Partitioned.of(half, force.shapes(), velocity::write, force::write);
        return new Equations(field, phase.states());
    }
}
