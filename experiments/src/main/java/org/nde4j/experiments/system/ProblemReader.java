package org.nde4j.experiments.system;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.nde4j.core.solve.ConstantSteps;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.StepController;
import org.nde4j.experiments.config.Configuration;
import org.nde4j.experiments.config.Nearest;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.ParseException;
import org.nde4j.symbolic.simplify.Simplifier;

/** From what a file says to what it means, or to what is wrong with it. One for each file. */
final class ProblemReader {

    private final SystemFile file;
    private final Places places;
    private final List<String> states;

    ProblemReader(Configuration<SystemFile> configuration) {
        this.file = configuration.value();
        this.places = new Places(configuration.resolved());
        this.states = List.copyOf(file.states().keySet());
    }

    Problem read() {
        checkNames();
        Map<String, Expression> formulas = formulas();
        checkUse(formulas);
        Optional<GradientReader> derivative = file.gradient().map(g -> new GradientReader(g, file, places));
        List<String> free = derivative.map(GradientReader::parameters).orElse(List.of());
        SavedTimes times = SavedTimes.of(file.time(), places);
        double[][] values = free.stream()
                .map(name -> new double[] {file.parameters().get(name)})
                .toArray(double[][]::new);
        return new Problem(
                new Equations(states, numbered(formulas, free), free),
                states.stream().mapToDouble(file.states()::get).toArray(),
                values,
                file.time().from(),
                times.end(),
                solve().saving(times.saveAt()),
                derivative.map(GradientReader::read));
    }

    private void checkNames() {
        if (states.isEmpty()) {
            throw places.refusal("there are no states; add them with their start values, as in  states: {x: 1.0}");
        }
        file.states().forEach((name, value) -> check(name, value, "states"));
        file.parameters().forEach((name, value) -> {
            check(name, value, "parameters");
            if (file.states().containsKey(name)) {
                throw places.refusal("'" + name + "' is a state and a parameter; rename one", "parameters", name);
            }
        });
        for (String name : file.equations().keySet()) {
            if (!file.states().containsKey(name)) {
                throw places.refusal(
                        "there is an equation for '" + name + "' but no such state" + Nearest.advice(name, states),
                        "equations",
                        name);
            }
        }
        for (String name : states) {
            if (!file.equations().containsKey(name)) {
                throw places.refusal(
                        "state '%s' has no equation; add its derivative, as in  equations: {%s: \"-%s\"}"
                                .formatted(name, name, name),
                        "states",
                        name);
            }
        }
    }

    private void check(String name, double value, String kind) {
        if (name.equals(Equations.TIME)) {
            throw places.refusal("t is the time and cannot name anything else; rename it", kind, name);
        }
        if (!Double.isFinite(value)) {
            throw places.refusal("'" + name + "' is " + value + "; give a finite number", kind, name);
        }
    }

    private Map<String, Expression> formulas() {
        TreeSet<String> names = new TreeSet<>(states);
        names.addAll(file.parameters().keySet());
        names.add(Equations.TIME);
        Map<String, Expression> formulas = new LinkedHashMap<>();
        for (String state : states) {
            try {
                formulas.put(state, Expression.parse(file.equations().get(state).strip(), names));
            } catch (ParseException e) {
                throw places.refusal("in the equation for '" + state + "', " + e.getMessage(), "equations", state);
            }
        }
        return formulas;
    }

    /** A parameter that only the command line knows of is a typing error. */
    private void checkUse(Map<String, Expression> formulas) {
        TreeSet<String> used = new TreeSet<>();
        formulas.values().forEach(e -> used.addAll(e.variables()));
        used.retainAll(file.parameters().keySet());
        for (String name : file.parameters().keySet()) {
            if (!used.contains(name) && places.onCommandLine("parameters", name)) {
                throw places.refusal(
                        "no equation uses a parameter '" + name + "'" + Nearest.advice(name, used), "parameters", name);
            }
        }
    }

    /** The formulas in the order of the states, with numbers for the parameters that are not free. */
    private List<Expression> numbered(Map<String, Expression> formulas, List<String> free) {
        Map<String, Expression> numbers = new LinkedHashMap<>();
        file.parameters().forEach((name, value) -> numbers.put(name, Expression.constant(value)));
        numbers.keySet().removeAll(free);
        List<Expression> derivatives = new ArrayList<>();
        formulas.values().forEach(e -> derivatives.add(Simplifier.fold(e.substitute(numbers))));
        return derivatives;
    }

    private Solve solve() {
        Solver method = Methods.named(file.method())
                .orElseThrow(() -> places.refusal(
                        "there is no method '" + file.method() + "'" + Nearest.advice(file.method(), Methods.names()),
                        "method"));
        if (file.step().isEmpty() && !method.estimatesError()) {
            throw places.refusal(
                    "%s does not estimate its error, so it needs steps of one length; set step, as in  step: 0.01, or take one of %s"
                            .formatted(method.name(), String.join(", ", Methods.adaptive())),
                    "method");
        }
        if (file.maxSteps() < 1) {
            throw places.refusal("maxSteps is " + file.maxSteps() + "; give at least 1", "maxSteps");
        }
        return Solve.with(method, steps()).atMost(file.maxSteps());
    }

    private StepController steps() {
        try {
            return file.step().isPresent()
                    ? new ConstantSteps(file.step().get())
                    : PidController.of(file.rtol(), file.atol());
        } catch (IllegalArgumentException e) {
            throw places.refusal(e.getMessage(), file.step().isPresent() ? "step" : file.rtol() < 0 ? "rtol" : "atol");
        }
    }
}
