package org.nde4j.experiments.system;

import java.util.Optional;
import org.nde4j.core.equation.Partitioned;
import org.nde4j.core.solve.ConstantSteps;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.StepController;
import org.nde4j.core.solve.delay.MethodOfSteps;
import org.nde4j.core.solve.explicit.Tsit5;
import org.nde4j.core.solve.methods.Auto;
import org.nde4j.core.solve.methods.Family;
import org.nde4j.core.solve.methods.Methods;
import org.nde4j.core.solve.stiff.KenCarp4;
import org.nde4j.core.solve.stiff.Rodas5P;
import org.nde4j.experiments.config.Nearest;

/**
 * Reads how a system is solved.
 *
 * @param file the whole file
 * @param places where everything stands
 */
record MethodReader(SystemFile file, Places places) {

    private static final String KEY = "method";

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

    private Method chosen(Equations equations) {
        if (file.gradient().isPresent()) {
            return equations.field().mass().isPresent() ? new Rodas5P() : new Tsit5();
        }
        return equations.areSplit() ? new KenCarp4() : new Auto();
    }

    /** How equations are solved. */
    Solve solve(Equations equations, Optional<Method> named) {
        Method method = named.orElseGet(() -> chosen(equations));
        if (file.step().isEmpty() && !method.estimatesError()) {
            throw places.refusal(
                    "%s does not estimate its error, so it needs steps of one length; set step, as in  step: 0.01, or take a method that does, such as Tsit5"
                            .formatted(method.name()),
                    KEY);
        }
        if (file.maxSteps() < 1) {
            throw places.refusal("maxSteps is " + file.maxSteps() + "; give at least 1", "maxSteps");
        }
        return Solve.with(equations.areDelayed() ? new MethodOfSteps(method) : method, steps(equations))
                .atMost(file.maxSteps());
    }

    private StepController steps(Equations equations) {
        try {
            return file.step().isPresent()
                    ? new ConstantSteps(file.step().get())
                    : PidController.of(new ToleranceReader(file, places).read(equations.states()));
        } catch (IllegalArgumentException e) {
            throw places.refusal(e.getMessage(), file.step().isPresent() ? "step" : file.rtol() < 0 ? "rtol" : "atol");
        }
    }

    /** Refuses a method that cannot solve the equations, or cannot give the gradient. */
    void checkFits(Problem problem) {
        checkGradient(problem);
        try {
            problem.solve().open(problem.equations().field(), 1);
        } catch (IllegalArgumentException e) {
            throw places.refusal(e.getMessage(), KEY);
        }
    }

    private void checkGradient(Problem problem) {
        if (problem.gradient().isEmpty()) {
            return;
        }
        Equations equations = problem.equations();
        boolean forward = problem.gradient().get().mode() == SystemFile.Mode.FORWARD;
        if (equations.areDelayed()) {
            throw places.refusal(
                    "there is no gradient of equations with delays; remove it, or compare two solves", "gradient");
        }
        if (equations.field().mass().isPresent()) {
            throw places.refusal(
                    "there is no gradient of equations with a mass matrix; remove it, or write the equations without mass",
                    "gradient");
        }
        if (forward
                && equations.field() instanceof Partitioned
                && needsHalves(problem.solve().method())) {
            throw places.refusal(
                    problem.solve().method().name()
                            + " steps positions and momenta in turn and cannot solve sensitivities along with them; use  mode: direct",
                    "gradient");
        }
        if (!forward && !(problem.solve().tuned() instanceof Solver)) {
            throw places.refusal(
                    problem.solve().method().name()
                            + " chooses its order or its stages as it goes, so its steps have no adjoint; take Tsit5, Rodas5P or "
                            + "Kvaerno5, or  mode: forward  under gradient",
                    file.method().isPresent() ? KEY : "gradient");
        }
    }
}
