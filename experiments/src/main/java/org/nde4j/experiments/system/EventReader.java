package org.nde4j.experiments.system;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nde4j.core.array.Numbers;
import org.nde4j.core.solve.Event;
import org.nde4j.core.solve.Trigger;
import org.nde4j.experiments.config.Nearest;
import org.nde4j.symbolic.expression.Evaluator;
import org.nde4j.symbolic.expression.Expression;

/**
 * Reads events.
 *
 * @param file the whole file
 * @param places where everything stands
 * @param formulas reads formulas
 * @param columns states and outputs, which formulas of events may name
 * @param states the names of the states, in the order of the equations
 */
record EventReader(SystemFile file, Places places, FormulaReader formulas, Columns columns, List<String> states) {

    private static final String KEY = "events";
    private static final String KINDS = "when: \"x\" (a formula that crosses zero, or a comparison such as \"x < 1\"), "
            + "holds: \"x < 1\", at: [1, 2], every: 0.5, or steady: 1e-6";

    List<Event> read() {
        List<Event> events = new ArrayList<>();
        for (SystemFile.Happening h : file.events()) {
            Event event = triggered(h, events.size());
            event = h.set().isEmpty() ? event : event.setting(jump(h, events.size())::write);
            events.add(h.terminate() ? event.terminating() : event);
        }
        return events;
    }

    private Event triggered(SystemFile.Happening h, int number) {
        long kinds = List.of(h.when(), h.holds(), h.at(), h.every(), h.steady()).stream()
                .filter(Optional::isPresent)
                .count();
        if (kinds != 1) {
            throw refused(
                    number,
                    (kinds == 0 ? "does not say when; give " : "says when in several ways; give one of ") + KINDS);
        }
        if (h.when().isPresent()) {
            return crossing(h, number);
        }
        if (h.direction().isPresent() || h.atStart()) {
            throw refused(number, "has a direction or atStart, which only go with  when: \"a formula\"; remove them");
        }
        if (h.holds().isPresent()) {
            return condition(h, number);
        }
        if (h.at().isPresent() && h.at().get().isEmpty()) {
            throw refused(number, "has an empty list of times; give times, or remove the event");
        }
        try {
            return timed(h);
        } catch (IllegalArgumentException e) {
            throw refused(number, "cannot be: " + e.getMessage());
        }
    }

    private Event timed(SystemFile.Happening h) {
        if (h.at().isPresent()) {
            double[] times = h.at().get().stream().mapToDouble(d -> d).toArray();
            return Event.at(h.name().orElse("at"), times);
        }
        if (h.every().isPresent()) {
            double period = h.every().get();
            return Event.every(
                    h.name().orElse("every " + Numbers.text(period)),
                    period,
                    h.from().orElse(file.time().from() + period));
        }
        Event steady = Event.steadyState(0, h.steady().get());
        return new Event(h.name().orElse(steady.name()), steady.trigger(), Optional.empty(), true);
    }

    private Event crossing(SystemFile.Happening h, int number) {
        String text = h.when().get();
        boolean compares = Comparison.isOne(text);
        if (compares && h.direction().isPresent()) {
            throw refused(
                    number,
                    "has a direction and the comparison \"" + text
                            + "\", which says the direction already; remove one, or write a formula that crosses zero");
        }
        Optional<Comparison> comparison = compares ? Optional.of(comparison(text, number)) : Optional.empty();
        Expression value =
                comparison.map(c -> difference(c, number, "when")).orElseGet(() -> formula(text, number, "when"));
        Event event = Event.crossing(
                h.name().orElse(text.strip()), new Formulas(states, formulas.free(), List.of(value))::write);
        event = switch (comparison.map(Comparison::direction).or(h::direction).orElse(Trigger.Direction.EITHER)) {
            case RISING -> event.rising();
            case FALLING -> event.falling();
            case EITHER -> event.either();
        };
        return h.atStart() ? event.alsoAtStart() : event;
    }

    private Event condition(SystemFile.Happening h, int number) {
        List<Comparison> comparisons = new ArrayList<>();
        List<Evaluator> differences = new ArrayList<>();
        List<String> variables = new ArrayList<>(states);
        variables.add(Formulas.TIME);
        for (String part : h.holds().get().split("\\band\\b")) {
            Comparison comparison = comparison(part, number);
            comparisons.add(comparison);
            differences.add(difference(comparison, number, "holds").evaluator(variables));
        }
        return Event.when(h.name().orElse(h.holds().get().strip()), (time, state) -> {
            double[] x = Arrays.copyOf(state, variables.size());
            x[states.size()] = time;
            return IntStream.range(0, comparisons.size())
                    .allMatch(i -> comparisons.get(i).holds(differences.get(i).at(x)));
        });
    }

    private Comparison comparison(String text, int number) {
        return Comparison.of(text)
                .orElseThrow(() -> refused(
                        number,
                        "has the condition \"" + text.strip() + "\"; compare two formulas once, as in \"x < 1\""));
    }

    private Expression difference(Comparison comparison, int number, String key) {
        return formula(comparison.left(), number, key).minus(formula(comparison.right(), number, key));
    }

    /** What the states are after the event. */
    private Formulas jump(SystemFile.Happening h, int number) {
        Map<String, Expression> after = new LinkedHashMap<>();
        states.forEach(state -> after.put(state, Expression.variable(state)));
        h.set().forEach((name, text) -> {
            if (!states.contains(name)) {
                throw refused(number, "sets '" + name + "', which is no state" + Nearest.advice(name, states));
            }
            after.put(name, formula(text, number, "set." + name));
        });
        return new Formulas(states, formulas.free(), List.copyOf(after.values()));
    }

    private Expression formula(String text, int number, String key) {
        Map<String, Expression> meaning = new LinkedHashMap<>();
        for (int c = 0; c < columns.names().size(); c++) {
            meaning.put(columns.names().get(c), columns.formulas().get(c));
        }
        return formulas.read(text, columns.names(), "events[" + number + "]." + key, KEY)
                .substitute(meaning);
    }

    private RuntimeException refused(int number, String complaint) {
        return places.refusal("events[" + number + "] " + complaint, KEY);
    }
}
