package org.nde4j.symbolic.simplify;

/**
 * Something that polynomials treat as a variable: a variable, or a function of other polynomials.
 *
 * @param key says what it is, numbers included; atoms with equal keys are equal
 * @param form says what it is but for the values of numbers
 * @param exponential whether it is an exponential, whose power is a rate and so a number as any other
 */
record Atom(String key, String form, boolean exponential) implements Comparable<Atom> {
    static Atom named(String key, String form) {
        return new Atom(key, form, false);
    }

    @Override
    public int compareTo(Atom other) {
        return key.compareTo(other.key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Atom atom && atom.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
