package org.nde4j.experiments.system;

import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.Solver;

/**
 * Refuses gradients that there are not.
 *
 * @param file the whole file
 * @param places where everything stands
 */
record GradientCheck(SystemFile file, Places places) {

    private static final String KEY = "gradient";
    private static final String DIFFERENCES = "; remove it, and compare solves with slightly different values instead";

    void check(Problem problem) {
        if (problem.equations().areDelayed()) {
            throw places.refusal("there is no gradient of equations with delays" + DIFFERENCES, KEY);
        }
        if (problem.equations().field().mass().isPresent()) {
            throw places.refusal("there is no gradient of equations with a mass matrix" + DIFFERENCES, KEY);
        }
        if (!problem.solve().events().isEmpty()) {
            throw places.refusal("there is no gradient of a solve with events" + DIFFERENCES, KEY);
        }
        Method method = problem.solve().method();
        if (problem.gradient().orElseThrow().mode() == SystemFile.Mode.FORWARD) {
            checkForward(method);
        } else {
            checkDirect(method, problem.solve().tuned() instanceof Solver);
        }
    }

    private void checkForward(Method method) {
        if (MethodReader.needsHalves(method)) {
            throw places.refusal(
                    method.name()
                            + " steps positions and momenta in turn and cannot solve sensitivities along with them; "
                            + "use  mode: direct",
                    KEY,
                    "mode");
        }
    }

    private void checkDirect(Method method, boolean program) {
        if (!file.jumps().isEmpty()) {
            throw places.refusal("there is no adjoint of a solve with jumps; use  mode: forward  under gradient", KEY);
        }
        if (!program) {
            throw places.refusal(
                    method.name()
                            + " chooses its order or its stages as it goes, so its steps have no adjoint; take Tsit5, Rodas5P or "
                            + "Kvaerno5, or  mode: forward  under gradient",
                    MethodReader.KEY);
        }
    }
}
