package org.nde4j.experiments.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nde4j.core.solve.Event;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.Solve;
import org.nde4j.experiments.config.Configuration;
import org.nde4j.symbolic.expression.Expression;

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
        Optional<GradientReader> derivative = file.gradient().map(g -> new GradientReader(g, file, places));
        List<String> free = derivative.map(GradientReader::parameters).orElse(List.of());
        FormulaReader formulas = new FormulaReader(file, places, free);
        MethodReader methods = new MethodReader(file, places);
        Optional<Method> named = methods.named();
        boolean halved = named.isPresent() && MethodReader.needsHalves(named.get());
        Equations equations = new EquationsReader(file, places, formulas).read(halved);
        Columns columns = columns(formulas);
        List<Event> events = new EventReader(file, places, formulas, columns, equations.states()).read();
        formulas.checkUse();
        SavedTimes times = SavedTimes.of(file.time(), places);
        checkDirection(equations, times);
        Solve solve = methods.solve(equations, named).saving(times.saveAt()).handling(events.toArray(Event[]::new));
        Problem problem = new Problem(
                equations,
                equations.states().stream().mapToDouble(file.states()::get).toArray(),
                free.stream()
                        .map(name -> new double[] {file.parameters().get(name)})
                        .toArray(double[][]::new),
                file.time().from(),
                times,
                file.consistent() ? solve.findingConsistentStart() : solve,
                derivative.map(d -> d.read(equations.states())),
                columns,
                methods.reason(equations));
        methods.checkFits(problem);
        return problem;
    }

    private void checkDirection(Equations equations, SavedTimes times) {
        if (equations.areDelayed() && times.end() < file.time().from()) {
            throw places.refusal(
                    "equations with delays are not solved backwards in time, where the past is what is to be found; give an end after "
                            + "the start",
                    "time",
                    "to");
        }
    }

    private Columns columns(FormulaReader formulas) {
        List<String> names = new ArrayList<>(states);
        List<Expression> values = new ArrayList<>();
        states.forEach(state -> values.add(Expression.variable(state)));
        file.outputs().forEach((name, text) -> {
            if (names.contains(name) || file.parameters().containsKey(name) || name.equals(Formulas.TIME)) {
                throw places.refusal(
                        "'" + name + "' is the name of a state, a parameter or the time already; rename the output",
                        "outputs",
                        name);
            }
            names.add(name);
            values.add(formulas.readNumbered(text, states, "the output '" + name + "'", "outputs", name));
        });
        return new Columns(names, values, states.size());
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
    }

    private void check(String name, double value, String kind) {
        if (name.equals(Formulas.TIME)) {
            throw places.refusal("t is the time and cannot name anything else; rename it", kind, name);
        }
        if (!Double.isFinite(value)) {
            throw places.refusal("'" + name + "' is " + value + "; give a finite number", kind, name);
        }
    }
}
