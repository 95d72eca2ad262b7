package org.nde4j.symbolic.simplify;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.nde4j.core.array.Numbers;

/** Powers of atoms; negative and fractional ones are allowed, zeros are left out. Ordered by the first that differs. */
record Monomial(SortedMap<Atom, Double> powers) implements Comparable<Monomial> {
    private static final double SAME = 1e-9;

    static final Monomial ONE = new Monomial(new TreeMap<>());

    Monomial {
        powers = Collections.unmodifiableSortedMap(new TreeMap<>(powers));
    }

    static Monomial of(Atom atom, double power) {
        SortedMap<Atom, Double> powers = new TreeMap<>();
        powers.put(atom, power);
        return new Monomial(powers);
    }

    double power(Atom atom) {
        return powers.getOrDefault(atom, 0.0);
    }

    Monomial times(Monomial other) {
        SortedMap<Atom, Double> product = new TreeMap<>(powers);
        other.powers.forEach((atom, power) -> put(product, atom, power(atom) + power));
        return new Monomial(product);
    }

    Monomial raised(double exponent) {
        SortedMap<Atom, Double> raised = new TreeMap<>();
        powers.forEach((atom, power) -> put(raised, atom, power * exponent));
        return new Monomial(raised);
    }

    Monomial with(Atom atom, DoubleUnaryOperator change) {
        SortedMap<Atom, Double> changed = new TreeMap<>(powers);
        put(changed, atom, change.applyAsDouble(power(atom)));
        return new Monomial(changed);
    }

    /** Sums of powers that differ by rounding only are made equal. */
    private static void put(SortedMap<Atom, Double> powers, Atom atom, double power) {
        double rounded = Math.rint(power / SAME) * SAME;
        double whole = Math.rint(power);
        double clean = Math.abs(power - whole) < SAME ? whole : rounded;
        if (clean == 0) {
            powers.remove(atom);
        } else {
            powers.put(atom, clean);
        }
    }

    boolean divides(Monomial other) {
        return powers.keySet().stream().allMatch(atom -> other.power(atom) >= power(atom));
    }

    @Override
    public int compareTo(Monomial other) {
        SortedSet<Atom> atoms = new TreeSet<>(powers.keySet());
        atoms.addAll(other.powers.keySet());
        for (Atom atom : atoms) {
            int order = Double.compare(power(atom), other.power(atom));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    String key() {
        StringBuilder out = new StringBuilder();
        powers.forEach((atom, power) ->
                out.append(atom.key()).append('^').append(Numbers.text(power)).append(' '));
        return out.toString();
    }
}
