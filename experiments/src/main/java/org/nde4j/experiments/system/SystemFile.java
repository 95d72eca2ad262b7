package org.nde4j.experiments.system;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nde4j.experiments.config.Node;
import org.nde4j.experiments.config.Origin;

/**
 * What a file says of a system, as far as the types of its values go; {@link Problem} is what it means.
 *
 * @param states the states with their start values
 * @param parameters named numbers
 * @param equations for each state its derivative, a formula of states, parameters and the time t
 * @param time when
 * @param method the name of an explicit method
 * @param rtol the relative tolerance
 * @param atol the absolute tolerance
 * @param step the length of all steps; without it, steps are as long as the tolerances allow
 * @param maxSteps the greatest number of attempts at steps
 * @param gradient the derivative that is asked for, if one is
 */
public record SystemFile(
        Map<String, Double> states,
        Map<String, Double> parameters,
        Map<String, String> equations,
        Time time,
        String method,
        double rtol,
        double atol,
        Optional<Double> step,
        int maxSteps,
        Optional<Derivative> gradient) {

    /** Keeps its own copies, in their order. */
    public SystemFile {
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        equations = Collections.unmodifiableMap(new LinkedHashMap<>(equations));
    }

    /** Nothing to solve yet, with Tsit5 to eight digits. */
    public static SystemFile defaults() {
        return new SystemFile(
                Map.of(),
                Map.of(),
                Map.of(),
                Time.defaults(),
                "Tsit5",
                1e-8,
                1e-10,
                Optional.empty(),
                100_000,
                Optional.empty());
    }

    /**
     * When.
     *
     * @param from the time of the start values
     * @param to the end, before or after; the last time of the list if there is one
     * @param save how many evenly spaced times are kept, both ends included, or a list of them
     */
    public record Time(double from, Optional<Double> to, Node save) {

        /** From 0, 101 times. */
        public static Time defaults() {
            return new Time(0, Optional.empty(), new Node.Scalar("101", false, Origin.DEFAULT));
        }
    }

    /**
     * A derivative of a state at the end.
     *
     * @param of the state
     * @param wrt parameters, and start values such as x0 for state x; all if there are none
     * @param mode how it is computed
     */
    public record Derivative(String of, List<String> wrt, Mode mode) {

        /** Keeps its own copy of the names. */
        public Derivative {
            wrt = List.copyOf(wrt);
        }

        /** Of no state yet, with respect to everything, by the adjoint. */
        public static Derivative defaults() {
            return new Derivative("", List.of(), Mode.DIRECT);
        }
    }

    /** How a gradient is computed. */
    public enum Mode {
        /** The exact gradient of the steps that were taken: their adjoint, backwards. Cheap for many parameters. */
        DIRECT,
        /** Sensitivities are solved along with the states. Cheap for few parameters. */
        FORWARD
    }
}
