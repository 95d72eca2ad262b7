package org.nde4j.symbolic.simplify;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of a form: monomials without coefficients. */
final class Forms {
    private Forms() {}

    static String of(List<Monomial> above, List<Monomial> below) {
        SortedMap<Atom, SortedSet<Double>> rates = new TreeMap<>();
        Stream.concat(above.stream(), below.stream())
                .forEach(m -> m.powers().forEach((atom, power) -> {
                    if (atom.exponential()) {
                        rates.computeIfAbsent(atom, a -> new TreeSet<>()).add(power);
                    }
                }));
        return sum(above, rates) + "/" + sum(below, rates);
    }

    private static String sum(List<Monomial> monomials, SortedMap<Atom, SortedSet<Double>> rates) {
        return monomials.stream()
                .map(m -> m.powers().entrySet().stream()
                        .map(factor -> factor(factor, rates))
                        .sorted()
                        .collect(Collectors.joining("*", "{", "}")))
                .sorted()
                .collect(Collectors.joining("+"));
    }

    /** Whole powers belong to the form; other powers are numbers, rates of exponentials known by their rank. */
    private static String factor(Map.Entry<Atom, Double> factor, SortedMap<Atom, SortedSet<Double>> rates) {
        Atom atom = factor.getKey();
        double power = factor.getValue();
        if (atom.exponential()) {
            return atom.form() + "^#" + rates.get(atom).headSet(power).size();
        }
        return atom.form() + (power == Math.rint(power) ? "^" + (long) power : "^#");
    }
}
