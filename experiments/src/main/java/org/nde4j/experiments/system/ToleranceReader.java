package org.nde4j.experiments.system;

import java.util.List;
import java.util.Map;
import org.nde4j.core.solve.Tolerance;
import org.nde4j.experiments.config.Nearest;
import org.nde4j.experiments.config.Node;

/**
 * Reads how accurate a solution should be.
 *
 * @param file the whole file
 * @param places where everything stands
 */
record ToleranceReader(SystemFile file, Places places) {

    private static final String KEY = "atol";
    private static final double USUAL = 1e-10;

    private record One(double atol) {}

    private record Each(Map<String, Double> atol) {}

    /**
     * The tolerances.
     *
     * @param states the names of the states, in the order of the field
     * @throws IllegalArgumentException if they are negative or both zero
     */
    Tolerance read(List<String> states) {
        if (!(file.atol() instanceof Node.Mapping)) {
            return Tolerance.of(
                    file.rtol(), Places.bound(One.class, KEY, file.atol()).atol());
        }
        Map<String, Double> each = Places.bound(Each.class, KEY, file.atol()).atol();
        for (String name : each.keySet()) {
            if (!states.contains(name)) {
                throw places.refusal("there is no state '" + name + "'" + Nearest.advice(name, states), KEY, name);
            }
        }
        return Tolerance.of(
                file.rtol(),
                states.stream().mapToDouble(s -> each.getOrDefault(s, USUAL)).toArray());
    }
}
