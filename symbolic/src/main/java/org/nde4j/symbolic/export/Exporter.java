package org.nde4j.symbolic.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.Language;

/**
 * Writes formulas in another language.
 *
 * @param language the target
 * @param digits the number of significant decimal digits of constants, 1 to 17; 17 keeps every bit
 */
public record Exporter(Language language, int digits) {
    private static final int ALL = 17;

    /** Checks the number of digits. */
    public Exporter {
        if (digits < 1 || digits > ALL) {
            throw new IllegalArgumentException("constants are printed with 1 to 17 digits, not " + digits);
        }
    }

    /** An exporter that keeps every bit of the constants. */
    public static Exporter to(Language language) {
        return new Exporter(language, ALL);
    }

    /** The same exporter with rounded constants. */
    public Exporter digits(int digits) {
        return new Exporter(language, digits);
    }

    /**
     * What variables are called in the target. Identifiers stay, unless they are reserved there: those get an underscore
     * at the end. In other names Greek letters are spelled out, accents are dropped and runs of anything that is not a
     * letter or digit of ASCII become one underscore; a name that would not start with a letter gets a {@code v} in
     * front. Of names that would be equal the later ones are numbered from 2. LaTeX and MathML show names as they are.
     *
     * @return one name for each variable, in the order given
     */
    public Map<String, String> names(Collection<String> variables) {
        return dialect().names(variables);
    }

    /** The formula alone, with the names of its sorted variables as in {@link #names}. */
    public String formula(Expression e) {
        return dialect().formula(rounded(e), names(e.variables()));
    }

    /**
     * A complete function of the variables in the given order. NumPy: {@code f(X)}, the last axis of X running over the
     * variables; SymPy: declared symbols and one assignment; C and Java: one number an argument; Julia, MATLAB and
     * Octave: one array or number an argument. For LaTeX and MathML an equation.
     *
     * @param name an identifier
     * @throws IllegalArgumentException if a variable of the formula is not listed or the name is not an identifier or is
     *     that of a variable
     */
    public String function(String name, List<String> variables, Expression e) {
        check(name);
        checkListed(e, Set.copyOf(variables));
        if (names(variables).containsValue(name)) {
            throw new IllegalArgumentException("the function and a variable are both called " + name
                    + " in the exported program; give the function another name");
        }
        return dialect().function(name, names(variables), rounded(e));
    }

    /**
     * A complete function for the right-hand side of a system of ordinary differential equations, in the form that the
     * solvers of the target take: {@code f(t, x)} in NumPy (SciPy) and MATLAB, {@code f!(du, u, p, t)} in Julia,
     * {@code void f(double t, const double *state, double *derivative)} in C, {@code double[] f(double t, double[]
     * state)} in Java. A variable called {@code t} that is not a state is the time.
     *
     * @param name an identifier
     * @param derivatives the time derivative of each state, in the order of iteration
     * @throws IllegalArgumentException if a formula has other variables or the name is not an identifier
     */
    public String system(String name, Map<String, Expression> derivatives) {
        check(name);
        Set<String> known = new TreeSet<>(derivatives.keySet());
        known.add("t");
        derivatives.values().forEach(e -> checkListed(e, known));
        List<Expression> rounded =
                derivatives.values().stream().map(this::rounded).toList();
        return dialect().system(name, new ArrayList<>(derivatives.keySet()), rounded);
    }

    private Expression rounded(Expression e) {
        return digits == ALL ? e : e.rounded(digits);
    }

    private Target dialect() {
        return switch (language) {
            case SYMPY -> new SymPy();
            case NUMPY -> new NumPy();
            case JULIA -> new Julia();
            case C -> new C();
            case JAVA -> new JavaSource();
            case MATLAB -> new Matlab();
            case LATEX -> new Typeset(new Latex());
            case MATHML -> new Typeset(new MathMl());
        };
    }

    private static void check(String name) {
        if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("a function cannot be called \"" + name
                    + "\"; take a letter and up to 62 letters, digits and underscores");
        }
    }

    private static void checkListed(Expression e, Set<String> known) {
        for (String variable : e.variables()) {
            if (!known.contains(variable)) {
                throw new IllegalArgumentException(
                        "the variable \"" + variable + "\" of " + e.text() + " is not among " + new TreeSet<>(known));
            }
        }
    }
}
