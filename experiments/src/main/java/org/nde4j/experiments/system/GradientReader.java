package org.nde4j.experiments.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nde4j.experiments.config.Nearest;

/**
 * Reads which derivative is asked for.
 *
 * @param asked what the file says of it
 * @param file the whole file
 * @param places where everything stands
 */
record GradientReader(SystemFile.Derivative asked, SystemFile file, Places places) {

    private static final String START = "0";

    /**
     * The derivative.
     *
     * @param states the names of the states, in the order of the field
     */
    Gradient read(List<String> states) {
        if (!states.contains(asked.of())) {
            throw places.refusal(
                    asked.of().isEmpty()
                            ? "gradient.of is missing; it names the state that is differentiated, as in  of: "
                                    + states.get(0)
                            : "there is no state '" + asked.of() + "'" + Nearest.advice(asked.of(), states),
                    "gradient",
                    "of");
        }
        List<String> parameters = parameters();
        List<Gradient.Direction> wrt = new ArrayList<>();
        for (String name : names()) {
            Optional<String> start = state(name);
            wrt.add(new Gradient.Direction(
                    name, start.isPresent(), start.map(states::indexOf).orElseGet(() -> parameters.indexOf(name))));
        }
        return new Gradient(states.indexOf(asked.of()), wrt, asked.mode());
    }

    /** The parameters that it is differentiated by. */
    List<String> parameters() {
        return names().stream().filter(name -> state(name).isEmpty()).toList();
    }

    private List<String> names() {
        if (asked.wrt().isEmpty()) {
            return known();
        }
        List<String> known = known();
        for (String name : asked.wrt()) {
            if (!known.contains(name)) {
                throw places.refusal(
                        "there is no parameter or start value '" + name + "'" + Nearest.advice(name, known),
                        "gradient",
                        "wrt");
            }
        }
        return asked.wrt().stream().distinct().toList();
    }

    /** All parameters, then the start values of all states. */
    private List<String> known() {
        List<String> known = new ArrayList<>(file.parameters().keySet());
        file.states().keySet().forEach(state -> known.add(state + START));
        return known.stream().distinct().toList();
    }

    /** The state whose start value this is. */
    private Optional<String> state(String name) {
        boolean start = name.endsWith(START) && file.states().containsKey(name.substring(0, name.length() - 1));
        if (start && file.parameters().containsKey(name)) {
            throw places.refusal(
                    "'%s' is a parameter and would also be the start value of '%s'; rename the parameter"
                            .formatted(name, name.substring(0, name.length() - 1)),
                    "parameters",
                    name);
        }
        return start ? Optional.of(name.substring(0, name.length() - 1)) : Optional.empty();
    }
}
