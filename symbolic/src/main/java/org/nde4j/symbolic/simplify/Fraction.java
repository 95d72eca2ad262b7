package org.nde4j.symbolic.simplify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A polynomial over powers of polynomials that are no monomials, without common factors among these. */
final class Fraction {
    private final Polynomial top;
    private final SortedMap<String, Part> bottom;

    private Fraction(Polynomial top, SortedMap<String, Part> bottom) {
        Polynomial reduced = top;
        SortedMap<String, Part> left = new TreeMap<>();
        for (Map.Entry<String, Part> part : bottom.entrySet()) {
            int power = part.getValue().power();
            Optional<Polynomial> quotient = reduced.over(part.getValue().base());
            while (power > 0 && quotient.isPresent()) {
                reduced = quotient.get();
                power--;
                quotient = reduced.over(part.getValue().base());
            }
            if (power > 0) {
                left.put(part.getKey(), new Part(part.getValue().base(), power));
            }
        }
        this.top = reduced;
        this.bottom = left;
    }

    private record Part(Polynomial base, int power) {}

    static Fraction of(Polynomial top) {
        return new Fraction(top, new TreeMap<>());
    }

    static Fraction number(double value) {
        return of(Polynomial.number(value));
    }

    static Fraction of(Atom atom, double power) {
        return of(Polynomial.of(Monomial.of(atom, power), 1));
    }

    boolean isPolynomial() {
        return bottom.isEmpty();
    }

    boolean isNumber() {
        return isPolynomial() && top.isNumber();
    }

    Polynomial top() {
        return top;
    }

    /** The coefficient that decides about its sign; 0 for zero. */
    double leading() {
        return top.isZero() ? 0 : top.coefficient();
    }

    Fraction plus(Fraction other) {
        SortedMap<String, Part> common = new TreeMap<>(bottom);
        other.bottom.forEach((key, part) -> common.merge(key, part, (a, b) -> a.power() > b.power() ? a : b));
        return new Fraction(over(common).plus(other.over(common)), common);
    }

    /** The numerator over a common denominator. */
    private Polynomial over(SortedMap<String, Part> common) {
        Polynomial extended = top;
        for (Map.Entry<String, Part> part : common.entrySet()) {
            int own = bottom.containsKey(part.getKey())
                    ? bottom.get(part.getKey()).power()
                    : 0;
            for (int i = own; i < part.getValue().power(); i++) {
                extended = extended.times(part.getValue().base());
            }
        }
        return extended;
    }

    Fraction times(Fraction other) {
        SortedMap<String, Part> product = new TreeMap<>(bottom);
        other.bottom.forEach((key, part) ->
                product.merge(key, part, (a, b) -> new Part(a.base(), a.power() + b.power())));
        return new Fraction(top.times(other.top), product);
    }

    Fraction scaled(double factor) {
        return times(number(factor));
    }

    Fraction reciprocal() {
        if (top.isZero()) {
            throw new Polynomial.TooLarge();
        }
        Polynomial inverted = denominator();
        Monomial content = top.leading();
        Polynomial base = top.times(content.raised(-1), 1 / top.coefficient());
        Polynomial scaled = inverted.times(content.raised(-1), 1 / top.coefficient());
        SortedMap<String, Part> under = new TreeMap<>();
        if (!base.isNumber()) {
            Polynomial cleared = cleared(base);
            Monomial shift = cleared.leading();
            under.put(cleared.key(), new Part(cleared, 1));
            scaled = scaled.times(shift, 1);
        }
        return new Fraction(scaled, under);
    }

    /** A polynomial with leading term 1, times the monomial that makes the lowest power of every atom zero. */
    private static Polynomial cleared(Polynomial p) {
        Polynomial cleared = p;
        for (Atom atom : p.atoms()) {
            cleared = cleared.times(Monomial.of(atom, -p.lowest(atom)), 1);
        }
        return cleared;
    }

    private Polynomial denominator() {
        Polynomial product = Polynomial.number(1);
        for (Part part : bottom.values()) {
            for (int i = 0; i < part.power(); i++) {
                product = product.times(part.base());
            }
        }
        return product;
    }

    /** Says which fraction it is, coefficients to nine digits. */
    String key() {
        return top.key() + "/"
                + bottom.entrySet().stream()
                        .map(part -> "(" + part.getKey() + ")" + part.getValue().power())
                        .collect(Collectors.joining());
    }

    /** Says which monomials it has above and below, in a form that does not depend on how it was written. */
    String form() {
        if (top.isZero()) {
            return "0";
        }
        Polynomial under = denominator();
        SortedSet<Atom> atoms = new TreeSet<>(top.atoms());
        atoms.addAll(under.atoms());
        List<Monomial> above = new ArrayList<>(top.terms().keySet());
        List<Monomial> below = new ArrayList<>(under.terms().keySet());
        for (Atom atom : atoms) {
            shift(atom, above, below);
        }
        for (Atom atom : atoms) {
            orient(atom, above, below);
        }
        return Forms.of(above, below);
    }

    private static void shift(Atom atom, List<Monomial> above, List<Monomial> below) {
        double lowest = Stream.concat(above.stream(), below.stream())
                .mapToDouble(m -> m.power(atom))
                .min()
                .orElseThrow();
        above.replaceAll(m -> m.with(atom, p -> p - lowest));
        below.replaceAll(m -> m.with(atom, p -> p - lowest));
    }

    /** The sign of a rate is a matter of its value: of both directions the one that comes first is taken. */
    private static void orient(Atom atom, List<Monomial> above, List<Monomial> below) {
        if (!atom.exponential()) {
            return;
        }
        List<Monomial> otherAbove = new ArrayList<>(above);
        List<Monomial> otherBelow = new ArrayList<>(below);
        otherAbove.replaceAll(m -> m.with(atom, p -> -p));
        otherBelow.replaceAll(m -> m.with(atom, p -> -p));
        shift(atom, otherAbove, otherBelow);
        if (Forms.of(otherAbove, otherBelow).compareTo(Forms.of(above, below)) < 0) {
            above.clear();
            above.addAll(otherAbove);
            below.clear();
            below.addAll(otherBelow);
        }
    }
}
