package org.nde4j.experiments.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nde4j.core.equation.Dde;
import org.nde4j.core.equation.Delay;
import org.nde4j.core.program.Value;
import org.nde4j.experiments.config.Nearest;
import org.nde4j.symbolic.expression.Constant;
import org.nde4j.symbolic.expression.Expression;

/**
 * Reads equations with delays.
 *
 * @param file the whole file
 * @param places where everything stands
 * @param formulas reads formulas
 */
record DelayReader(SystemFile file, Places places, FormulaReader formulas) {

    /**
     * The equations.
     *
     * @param texts their formulas, with the names of the lookups in the place of earlier states
     * @param lookups the earlier states
     */
    Equations read(Map<String, String> texts, List<Delayed.Lookup> lookups) {
        List<String> states = List.copyOf(file.states().keySet());
        List<Expression> taus = new ArrayList<>();
        List<Integer> which = new ArrayList<>();
        for (Delayed.Lookup lookup : lookups) {
            Expression tau = tau(lookup, states);
            if (!taus.contains(tau)) {
                taus.add(tau);
            }
            which.add(taus.indexOf(tau));
        }
        Formulas plain = new Formulas(states, formulas.free(), List.of());
        List<String> all = Stream.concat(states.stream(), lookups.stream().map(Delayed.Lookup::name))
                .toList();
        List<Expression> derivatives = states.stream()
                .map(s -> formulas.read(texts.get(s), all, "the equation for '" + s + "'", "equations", s))
                .toList();
        Formulas body = new Formulas(all, formulas.free(), derivatives);
        Formulas history = new Formulas(List.of(), formulas.free(), history(states));
        Dde dde = new Dde(
                states.size(),
                plain.shapes(),
                taus.stream().map(tau -> delay(tau, plain)).toList(),
                (trace, t, y, past, p) -> {
                    List<Value> parts = new ArrayList<>(List.of(y));
                    for (int i = 0; i < lookups.size(); i++) {
                        int s = states.indexOf(lookups.get(i).state());
                        parts.add(trace.slice(past.get(which.get(i)), 1, s, s + 1));
                    }
                    return body.write(trace, t, trace.concat(1, parts.toArray(Value[]::new)), p);
                },
                (trace, t, p) -> history.write(trace, t, null, p),
                breaks());
        return new Equations(dde, states);
    }

    private Expression tau(Delayed.Lookup lookup, List<String> states) {
        if (!states.contains(lookup.state())) {
            throw places.refusal(
                    "'%s' looks back at '%s', which is no state%s"
                            .formatted(lookup.name(), lookup.state(), Nearest.advice(lookup.state(), states)),
                    "equations");
        }
        Expression tau = formulas.read(lookup.delay(), states, "'" + lookup.name() + "'", "equations");
        if (tau instanceof Constant c && !(c.value() > 0 && Double.isFinite(c.value()))) {
            throw places.refusal(
                    "'%s' looks back by %s; a delay must be positive and finite, the state now is just %s"
                            .formatted(lookup.name(), tau.text(), lookup.state()),
                    "equations");
        }
        return tau;
    }

    private static Delay delay(Expression tau, Formulas plain) {
        return tau instanceof Constant c ? Delay.of(c.value()) : Delay.of(plain.with(List.of(tau))::write);
    }

    /** What the states were before the start; the start values where the file does not say. */
    private List<Expression> history(List<String> states) {
        for (String name : file.history().keySet()) {
            if (!states.contains(name)) {
                throw places.refusal(
                        "there is no state '" + name + "'" + Nearest.advice(name, states), "history", name);
            }
        }
        return states.stream()
                .map(s -> file.history().containsKey(s)
                        ? formulas.read(file.history().get(s), List.of(), "the history of '" + s + "'", "history", s)
                        : Expression.constant(file.states().get(s)))
                .toList();
    }

    private double[] breaks() {
        for (double time : file.historyBreaks()) {
            if (!(time <= file.time().from()) || Double.isInfinite(time)) {
                throw places.refusal(
                        "historyBreaks has " + time + "; give finite times up to the start", "historyBreaks");
            }
        }
        return file.historyBreaks().stream().mapToDouble(d -> d).toArray();
    }
}
