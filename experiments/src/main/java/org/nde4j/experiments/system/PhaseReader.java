package org.nde4j.experiments.system;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nde4j.experiments.config.Nearest;
import org.nde4j.symbolic.expression.Expression;

/**
 * Reads which states are positions and which are momenta, as declared.
 *
 * @param file the whole file
 * @param places where everything stands
 */
record PhaseReader(SystemFile file, Places places) {

    Phase read(Map<String, Expression> derivatives) {
        List<String> positions = file.positions();
        List<String> momenta = file.momenta();
        checkKnown(positions, "positions");
        checkKnown(momenta, "momenta");
        List<String> all = Stream.concat(positions.stream(), momenta.stream()).toList();
        boolean each = all.size() == file.states().size() && new HashSet<>(all).size() == all.size();
        if (!each || positions.size() != momenta.size()) {
            throw places.refusal(
                    "the positions are %s and the momenta %s; every state must be in one of the lists, and they must be of one length"
                            .formatted(positions, momenta),
                    file.positions().isEmpty() ? "momenta" : "positions");
        }
        checkSeparable(positions, momenta, "momenta", derivatives);
        checkSeparable(momenta, positions, "positions", derivatives);
        return Phase.aligned(positions, momenta, derivatives);
    }

    private void checkKnown(List<String> names, String key) {
        for (String name : names) {
            if (!file.states().containsKey(name)) {
                throw places.refusal(
                        "there is no state '" + name + "'"
                                + Nearest.advice(name, file.states().keySet()),
                        key);
            }
        }
    }

    private void checkSeparable(
            List<String> own, List<String> allowed, String word, Map<String, Expression> derivatives) {
        for (String state : own) {
            Optional<String> wrong =
                    own.stream().filter(derivatives.get(state)::dependsOn).findFirst();
            if (wrong.isPresent()) {
                throw places.refusal(
                        "the equation for '%s' contains '%s', but it may contain only the %s %s; without positions and momenta, any other method solves it"
                                .formatted(state, wrong.get(), word, String.join(", ", allowed)),
                        "equations",
                        state);
            }
        }
    }
}
