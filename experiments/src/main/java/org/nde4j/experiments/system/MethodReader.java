package org.nde4j.experiments.system;

import java.util.List;
import java.util.Optional;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.StepController;
import org.nde4j.core.solve.delay.MethodOfSteps;
import org.nde4j.core.solve.explicit.Tsit5;
import org.nde4j.core.solve.methods.Auto;
import org.nde4j.core.solve.methods.Family;
import org.nde4j.core.solve.methods.Methods;
import org.nde4j.core.solve.stiff.KenCarp4;
import org.nde4j.experiments.config.Nearest;

/**
 * Reads how a system is solved.
 *
 * @param file the whole file
 * @param places where everything stands
 */
record MethodReader(SystemFile file, Places places) {

    /** Where the file names the method. */
    static final String KEY = "method";

    /** The method that the file names. */
    Optional<Method> named() {
        return file.method()
                .map(name -> Methods.named(name)
                        .orElseThrow(() -> places.refusal("there is no method '" + name + "'" + advice(name), KEY)));
    }

    private static String advice(String name) {
        return Nearest.to(name, Methods.names()).isEmpty()
                ? "; 'nde solve --list-methods' shows all"
                : Nearest.advice(name, Methods.names());
    }

    /** Whether a method steps positions and momenta in turn. */
    static boolean needsHalves(Method method) {
        return Methods.all().stream()
                .anyMatch(e -> e.family() == Family.SYMPLECTIC && e.method().equals(method));
    }

    /** Why it is this method, where the file names none and the reason is not plain. */
    String reason(Equations equations) {
        if (file.method().isPresent()) {
            return "";
        }
        if (file.gradient().isPresent()) {
            return "the default for gradients";
        }
        return equations.areSplit() ? "the default for split equations" : "";
    }

    private Method usual(Equations equations) {
        if (file.gradient().isPresent()) {
            return new Tsit5();
        }
        return equations.areSplit() ? new KenCarp4() : new Auto();
    }

    /** How equations are solved. */
    Solve solve(Equations equations, Optional<Method> named) {
        Method method = named.orElseGet(() -> usual(equations));
        if (file.step().isEmpty() && !method.estimatesError()) {
            throw places.refusal(
                    "%s does not estimate its error, so it needs steps of one length; set step, as in  step: 0.01, or take a method that does, such as Tsit5"
                            .formatted(method.name()),
                    KEY);
        }
        if (file.maxSteps() < 1) {
            throw places.refusal("maxSteps is " + file.maxSteps() + "; give at least 1", "maxSteps");
        }
        StepController steps = new StepReader(file, places).read(equations.states());
        return Solve.with(equations.areDelayed() ? new MethodOfSteps(method) : method, steps)
                .atMost(file.maxSteps())
                .jumpingAt(times(file.jumps(), "jumps"))
                .stoppingAt(times(file.stops(), "stops"));
    }

    private double[] times(List<Double> times, String key) {
        for (double time : times) {
            if (!Double.isFinite(time)) {
                throw places.refusal(key + " has the time " + time + "; give finite times", key);
            }
        }
        return times.stream().mapToDouble(d -> d).toArray();
    }

    /** Refuses a method that cannot solve the equations, or cannot give the gradient. */
    void checkFits(Problem problem) {
        if (problem.gradient().isPresent()) {
            new GradientCheck(file, places).check(problem);
        }
        try {
            problem.solve().open(problem.equations().field(), 1);
        } catch (IllegalArgumentException e) {
            throw places.refusal(e.getMessage(), KEY);
        }
    }
}
