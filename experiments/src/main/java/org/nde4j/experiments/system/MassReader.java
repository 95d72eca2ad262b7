package org.nde4j.experiments.system;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.experiments.config.Nearest;
import org.nde4j.experiments.config.Node;

/**
 * Reads a mass matrix: a number for each state, or rows.
 *
 * @param states the names of the states, in the order of rows and columns
 * @param places where everything stands
 */
record MassReader(List<String> states, Places places) {

    private static final String KEY = "mass";

    private record Diagonal(Map<String, Double> mass) {}

    private record Rows(List<List<Double>> mass) {}

    /** The matrix; empty if it is the identity. */
    Optional<Array> read(Node node) {
        double[][] rows = node instanceof Node.Sequence
                ? rows(Places.bound(Rows.class, KEY, node).mass())
                : diagonal(Places.bound(Diagonal.class, KEY, node).mass());
        double[][] identity = new double[states.size()][states.size()];
        for (int i = 0; i < identity.length; i++) {
            identity[i][i] = 1;
        }
        return Arrays.deepEquals(rows, identity)
                ? Optional.empty()
                : Optional.of(new Array(
                        Shape.of(rows.length, rows.length),
                        Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray()));
    }

    private double[][] diagonal(Map<String, Double> mass) {
        double[][] rows = new double[states.size()][states.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i][i] = mass.getOrDefault(states.get(i), 1.0);
        }
        mass.forEach((name, value) -> {
            if (!states.contains(name)) {
                throw places.refusal("there is no state '" + name + "'" + Nearest.advice(name, states), KEY, name);
            }
            checkFinite(value, name);
        });
        return rows;
    }

    private double[][] rows(List<List<Double>> mass) {
        int n = states.size();
        if (mass.size() != n || mass.stream().anyMatch(row -> row.size() != n)) {
            throw places.refusal(
                    "the mass matrix has rows of %s numbers; give %d rows of %d, in the order of the states %s"
                            .formatted(mass.stream().map(List::size).toList(), n, n, String.join(", ", states)),
                    KEY);
        }
        mass.forEach(row -> row.forEach(value -> checkFinite(value, "")));
        return mass.stream()
                .map(row -> row.stream().mapToDouble(d -> d).toArray())
                .toArray(double[][]::new);
    }

    private void checkFinite(double value, String state) {
        if (!Double.isFinite(value)) {
            throw places.refusal("the mass matrix has an element " + value + "; give finite numbers", KEY, state);
        }
    }
}
