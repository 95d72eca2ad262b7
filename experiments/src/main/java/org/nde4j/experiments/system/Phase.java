package org.nde4j.experiments.system;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.Variable;

/**
 * Which states are positions and which are momenta: the derivatives of the ones depend on the others alone.
 *
 * @param positions the positions
 * @param momenta as many momenta; where the derivative of a position is a momentum, in that order
 */
record Phase(List<String> positions, List<String> momenta) {

    /** With momenta in the order of the positions that they move, where each moves one. */
    static Phase aligned(List<String> positions, List<String> momenta, Map<String, Expression> derivatives) {
        List<String> moved = positions.stream()
                .map(derivatives::get)
                .filter(Variable.class::isInstance)
                .map(e -> ((Variable) e).name())
                .distinct()
                .toList();
        boolean all = moved.size() == positions.size() && momenta.containsAll(moved);
        return new Phase(positions, all ? moved : momenta);
    }

    /**
     * Finds out, if it can be: states that are coupled are on opposite sides. The derivatives of positions are single
     * momenta more often than the other way round; else the first state is a position.
     */
    static Optional<Phase> recognized(Map<String, Expression> derivatives) {
        Map<String, Boolean> sides = new LinkedHashMap<>();
        Set<String> positions = new HashSet<>();
        for (String state : derivatives.keySet()) {
            if (sides.containsKey(state)) {
                continue;
            }
            Map<String, Boolean> component = component(state, derivatives);
            List<String> first = side(component, false);
            List<String> second = side(component, true);
            if (first.size() != second.size()) {
                return Optional.empty();
            }
            sides.putAll(component);
            positions.addAll(plain(second, derivatives) > plain(first, derivatives) ? second : first);
        }
        return Optional.of(aligned(
                derivatives.keySet().stream().filter(positions::contains).toList(),
                derivatives.keySet().stream()
                        .filter(s -> !positions.contains(s))
                        .toList(),
                derivatives));
    }

    /** The states coupled to this one, each with its side; on one side only if there is a contradiction. */
    private static Map<String, Boolean> component(String start, Map<String, Expression> derivatives) {
        Map<String, Boolean> sides = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        sides.put(start, false);
        while (!open.isEmpty()) {
            String state = open.remove();
            for (String other : coupled(state, derivatives)) {
                if (!sides.containsKey(other)) {
                    sides.put(other, !sides.get(state));
                    open.add(other);
                } else if (sides.get(other).equals(sides.get(state))) {
                    return Map.of(start, false);
                }
            }
        }
        return sides;
    }

    private static List<String> coupled(String state, Map<String, Expression> derivatives) {
        return derivatives.keySet().stream()
                .filter(other -> derivatives.get(state).dependsOn(other)
                        || derivatives.get(other).dependsOn(state))
                .toList();
    }

    private static List<String> side(Map<String, Boolean> sides, boolean which) {
        List<String> side = new ArrayList<>();
        sides.forEach((state, on) -> {
            if (on == which) {
                side.add(state);
            }
        });
        return side;
    }

    private static long plain(List<String> states, Map<String, Expression> derivatives) {
        return states.stream()
                .filter(s -> derivatives.get(s) instanceof Variable)
                .count();
    }

    /** The derivatives of some states. */
    static List<Expression> of(List<String> states, Map<String, Expression> derivatives) {
        return states.stream().map(derivatives::get).toList();
    }

    /** Positions, then momenta. */
    List<String> states() {
        return Stream.concat(positions.stream(), momenta.stream()).toList();
    }

    /** Whether the momenta are the velocities themselves. */
    boolean isSecondOrder(Map<String, Expression> derivatives) {
        List<Expression> velocities = of(positions, derivatives);
        return velocities.equals(momenta.stream().map(Expression::variable).toList());
    }
}
