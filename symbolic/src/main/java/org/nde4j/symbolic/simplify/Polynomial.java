package org.nde4j.symbolic.simplify;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A sum of monomials with coefficients that are not zero; what cancels to rounding is left out. */
final class Polynomial {
    private static final int LARGEST = 400;
    private static final double ROUNDING = 1e-9;
    private static final MathContext DIGITS = new MathContext(9);

    private final NavigableMap<Monomial, Double> terms;

    private Polynomial(NavigableMap<Monomial, Double> terms) {
        if (terms.size() > LARGEST) {
            throw new TooLarge();
        }
        this.terms = Collections.unmodifiableNavigableMap(terms);
    }

    static Polynomial of(Monomial monomial, double coefficient) {
        if (!Double.isFinite(coefficient)) {
            throw new TooLarge();
        }
        NavigableMap<Monomial, Double> terms = new TreeMap<>();
        if (coefficient != 0) {
            terms.put(monomial, coefficient);
        }
        return new Polynomial(terms);
    }

    static Polynomial number(double value) {
        return of(Monomial.ONE, value);
    }

    NavigableMap<Monomial, Double> terms() {
        return terms;
    }

    boolean isZero() {
        return terms.isEmpty();
    }

    boolean isMonomial() {
        return terms.size() == 1;
    }

    boolean isNumber() {
        return isZero() || isMonomial() && terms.containsKey(Monomial.ONE);
    }

    Monomial leading() {
        return terms.lastKey();
    }

    double coefficient() {
        return terms.lastEntry().getValue();
    }

    Polynomial plus(Polynomial other) {
        Collector sum = new Collector();
        terms.forEach(sum::add);
        other.terms.forEach(sum::add);
        return sum.polynomial();
    }

    Polynomial times(Polynomial other) {
        Collector product = new Collector();
        terms.forEach((m, c) -> other.terms.forEach((n, d) -> product.add(m.times(n), c * d)));
        return product.polynomial();
    }

    Polynomial times(Monomial monomial, double coefficient) {
        return times(of(monomial, coefficient));
    }

    /** The quotient, if the division leaves no remainder. */
    Optional<Polynomial> over(Polynomial divisor) {
        Polynomial rest = this;
        Polynomial quotient = number(0);
        for (int step = 0; !rest.isZero(); step++) {
            if (step > LARGEST || !divisor.leading().divides(rest.leading())) {
                return Optional.empty();
            }
            Monomial shift = rest.leading().times(divisor.leading().raised(-1));
            Polynomial part = of(shift, rest.coefficient() / divisor.coefficient());
            quotient = quotient.plus(part);
            rest = rest.plus(divisor.times(part).times(Monomial.ONE, -1));
        }
        return Optional.of(quotient);
    }

    SortedSet<Atom> atoms() {
        SortedSet<Atom> atoms = new TreeSet<>();
        terms.keySet().forEach(monomial -> atoms.addAll(monomial.powers().keySet()));
        return atoms;
    }

    double lowest(Atom atom) {
        return terms.keySet().stream().mapToDouble(m -> m.power(atom)).min().orElse(0);
    }

    String key() {
        StringBuilder out = new StringBuilder();
        terms.forEach(
                (monomial, c) -> out.append(new BigDecimal(c).round(DIGITS).stripTrailingZeros())
                        .append(' ')
                        .append(monomial.key())
                        .append('+'));
        return out.toString();
    }

    /** Adds up coefficients, and how large they were before they cancelled. */
    private static final class Collector {
        private final NavigableMap<Monomial, Double> sums = new TreeMap<>();
        private final NavigableMap<Monomial, Double> sizes = new TreeMap<>();

        void add(Monomial monomial, double coefficient) {
            sums.merge(monomial, coefficient, Double::sum);
            sizes.merge(monomial, Math.abs(coefficient), Double::sum);
        }

        Polynomial polynomial() {
            sums.entrySet().removeIf(term -> Math.abs(term.getValue()) <= ROUNDING * sizes.get(term.getKey()));
            if (sums.values().stream().anyMatch(c -> !Double.isFinite(c))) {
                throw new TooLarge();
            }
            return new Polynomial(sums);
        }
    }

    /** More terms, or greater numbers, than is sensible. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("the polynomial is too large", null, false, false);
        }
    }
}
