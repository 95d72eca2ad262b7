package org.nde4j.experiments.system;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nde4j.core.solve.Trigger;
import org.nde4j.experiments.config.Node;
import org.nde4j.experiments.config.Origin;

/**
 * What a file says of a system, as far as the types of its values go; {@link Problem} is what it means.
 *
 * @param states the states with their start values
 * @param parameters named numbers
 * @param equations for each state its derivative, a formula of states, earlier states such as {@code delay(x, 0.5)},
 *     parameters and the time t
 * @param split the equations in two parts that are added, for implicit-explicit methods; in the place of equations
 * @param mass what the derivatives are multiplied by: a number for each state (1 where it says nothing, 0 for an algebraic
 *     equation), or the rows of a matrix
 * @param history what states were before the start, formulas of the time; their start values where it says nothing
 * @param historyBreaks times before the start where the history is not smooth
 * @param positions the states that are positions, for symplectic methods
 * @param momenta the other states
 * @param consistent whether start values that violate algebraic equations are corrected
 * @param events what happens on the way, in order
 * @param jumps times at which the equations are discontinuous
 * @param stops times at which a step must end
 * @param outputs functions of the states that are wanted too; events may name them
 * @param time when
 * @param method the name of a method; without it, one that suits the equations
 * @param rtol the relative tolerance
 * @param atol the absolute tolerance: a number, or one for each state
 * @param step the length of all steps; without it, steps are as long as the tolerances allow
 * @param controller the name of the filter that chooses the next step from the errors of the last ones
 * @param firstStep the length of the first step
 * @param minStep the least length; where shorter steps would be needed, the solve fails
 * @param maxStep the greatest length
 * @param maxSteps the greatest number of attempts at steps
 * @param gradient the derivative that is asked for, if one is
 */
public record SystemFile(
        Map<String, Double> states,
        Map<String, Double> parameters,
        Map<String, String> equations,
        Optional<Halves> split,
        Optional<Node> mass,
        Map<String, String> history,
        List<Double> historyBreaks,
        List<String> positions,
        List<String> momenta,
        boolean consistent,
        List<Happening> events,
        List<Double> jumps,
        List<Double> stops,
        Map<String, String> outputs,
        Time time,
        Optional<String> method,
        double rtol,
        Node atol,
        Optional<Double> step,
        Optional<String> controller,
        Optional<Double> firstStep,
        Optional<Double> minStep,
        Optional<Double> maxStep,
        int maxSteps,
        Optional<Derivative> gradient) {

    /** Keeps its own copies, in their order. */
    public SystemFile {
        states = ordered(states);
        parameters = ordered(parameters);
        equations = ordered(equations);
        history = ordered(history);
        historyBreaks = List.copyOf(historyBreaks);
        positions = List.copyOf(positions);
        momenta = List.copyOf(momenta);
        events = List.copyOf(events);
        jumps = List.copyOf(jumps);
        stops = List.copyOf(stops);
        outputs = ordered(outputs);
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Nothing to solve yet, to eight digits. */
    public static SystemFile defaults() {
        return new SystemFile(
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                true,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Time.defaults(),
                Optional.empty(),
                1e-8,
                new Node.Scalar("1e-10", false, Origin.DEFAULT),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                100_000,
                Optional.empty());
    }

    /**
     * The equations in two parts that are added.
     *
     * @param explicit what is stepped explicitly; zero for states that it does not name
     * @param implicit what is stiff; zero for states that it does not name
     */
    public record Halves(Map<String, String> explicit, Map<String, String> implicit) {

        /** Keeps its own copies, in their order. */
        public Halves {
            explicit = ordered(explicit);
            implicit = ordered(implicit);
        }

        /** Nothing yet. */
        public static Halves defaults() {
            return new Halves(Map.of(), Map.of());
        }
    }

    /**
     * Something that happens on the way. One of when, holds, at, every and steady says when.
     *
     * @param name what it is called; without it, what it says
     * @param when a formula whose zeros count, or a comparison of two formulas that begins to hold
     * @param direction which zeros count; both directions without it
     * @param atStart whether a zero at the very start counts
     * @param holds a comparison of two formulas, or several joined by "and", that is looked at where a step ends
     * @param at times
     * @param every a period
     * @param from the first time of the period; without it, the start plus one period
     * @param steady how small the derivative must be, in the root mean square; it then ends the solve
     * @param set what states are set to
     * @param terminate whether it ends the solve
     */
    public record Happening(
            Optional<String> name,
            Optional<String> when,
            Optional<Trigger.Direction> direction,
            boolean atStart,
            Optional<String> holds,
            Optional<List<Double>> at,
            Optional<Double> every,
            Optional<Double> from,
            Optional<Double> steady,
            Map<String, String> set,
            boolean terminate) {

        /** Keeps its own copy, in its order. */
        public Happening {
            set = ordered(set);
        }

        /** Never. */
        public static Happening defaults() {
            return new Happening(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    false);
        }
    }

    /**
     * When.
     *
     * @param from the time of the start values
     * @param to the end, before or after; the last time of the list if there is one
     * @param save how many evenly spaced times are kept, both ends included; or a list of them; or {@code {steps: n}} for
     *     every n-th step, {@code {dense: k}} for every step in k pieces
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
