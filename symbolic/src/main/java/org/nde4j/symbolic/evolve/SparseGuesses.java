package org.nde4j.symbolic.evolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nde4j.symbolic.expression.BinaryOperator;
import org.nde4j.symbolic.expression.UnaryOperator;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.Dataset;
import org.nde4j.symbolic.score.Evaluator;
import org.nde4j.symbolic.score.SparseRegression;
import org.nde4j.symbolic.score.SparseRegression.Terms;
import org.nde4j.symbolic.score.Token;

/**
 * First guesses by sparse regression on a library of monomials, ratios and functions of one variable (in the spirit of
 * S. L. Brunton, J. L. Proctor and J. N. Kutz, 2016, doi:10.1073/pnas.1517384113), on functions of such sums, on
 * quotients of two sums by the implicit equation {@code p(x) - y q(x) = y}, and on sums whose terms may be divided by a
 * denominator so found.
 */
final class SparseGuesses {
    private static final int MOST_COLUMNS = 60;
    private static final int DENOMINATOR_DEGREE = 2;
    private static final List<UnaryOperator> INVERTIBLE =
            List.of(UnaryOperator.EXP, UnaryOperator.LOG, UnaryOperator.SQRT, UnaryOperator.SQUARE, UnaryOperator.INV);

    private final Primitives primitives;
    private final EvolutionSettings.Seeds settings;
    private final Dataset data;
    private final Evaluator bench;
    private final double[] target;
    private final double[] weights;
    private final List<Code> guesses = new ArrayList<>();

    SparseGuesses(Primitives primitives, EvolutionSettings.Seeds settings, Evaluator bench) {
        this.primitives = primitives;
        this.settings = settings;
        this.bench = bench;
        this.data = bench.data();
        this.target = new double[data.rows()];
        this.weights = new double[data.rows()];
        for (int row = 0; row < target.length; row++) {
            target[row] = data.target(row);
            weights[row] = data.weight(row);
        }
    }

    /** The guesses that keep the limits, without constants fitted; empty if sums or products may not be used. */
    List<Code> all() {
        if (Sums.possible(primitives)) {
            Library library = new Library();
            library.addAll(monomials(settings.degree()));
            library.addAll(ratios());
            library.addAll(functions());
            sums(library);
            INVERTIBLE.stream().filter(primitives::has).forEach(outer -> inside(outer, library));
            if (primitives.has(BinaryOperator.DIV)) {
                for (int degree = 1; degree <= settings.degree(); degree++) {
                    quotients(degree);
                }
            }
        }
        return List.copyOf(guesses);
    }

    private void sums(Library library) {
        for (Terms model : library.models(target, weights)) {
            guess(Sums.of(library.codes, model, differences()));
        }
    }

    /** A function of a sum: the target is sent through the inverse function. */
    private void inside(UnaryOperator outer, Library library) {
        double[] wanted = new double[target.length];
        double[] importance = new double[target.length];
        bench.backsolve(Surgery.join(Token.of(outer), Code.variable(0)), 0, wanted, importance);
        if (Arrays.stream(importance).allMatch(weight -> weight > 0)) {
            for (Terms model : library.models(wanted, importance)) {
                guess(Surgery.join(Token.of(outer), Sums.of(library.codes, model, differences())));
            }
        }
    }

    /** Low degrees come first: in a large library common factors of numerator and denominator hide the short form. */
    private void quotients(int degree) {
        List<Code> numerators = monomials(degree);
        List<Code> denominators = monomials(Math.min(degree, DENOMINATOR_DEGREE));
        denominators.remove(0);
        Library library = new Library();
        library.addAll(numerators);
        int split = library.codes.size();
        for (Code denominator : denominators) {
            library.addTimesTarget(denominator);
        }
        List<Code> divisors = new ArrayList<>();
        for (Terms model : library.models(target, weights)) {
            quotient(library, model, split, divisors);
        }
        for (Code divisor : divisors.subList(0, Math.min(divisors.size(), settings.terms()))) {
            fractions(numerators, divisor);
        }
    }

    private void quotient(Library library, Terms model, int split, List<Code> divisors) {
        Terms above = part(model, column -> column < split);
        Terms below = part(model, column -> column >= split);
        if (above.columns().length == 0 || below.columns().length == 0) {
            return;
        }
        double unit = 0;
        for (double c : below.coefficients()) {
            unit = Math.abs(c) > Math.abs(unit) ? c : unit;
        }
        List<Code> codes = new ArrayList<>(library.codes);
        codes.add(Code.number(1));
        Terms denominator = scaled(with(below, codes.size() - 1, -1), 1 / unit);
        Code divisor = Sums.of(codes, denominator, differences());
        Code dividend = Sums.of(codes, scaled(above, -1 / unit), differences());
        guess(Surgery.join(BinaryOperator.DIV, dividend, divisor));
        if (!divisors.contains(divisor)) {
            divisors.add(divisor);
        }
    }

    private void fractions(List<Code> numerators, Code divisor) {
        Library library = new Library();
        library.addAll(numerators);
        for (Code numerator : numerators) {
            library.add(Surgery.join(BinaryOperator.DIV, numerator, divisor));
        }
        sums(library);
    }

    private static Terms part(Terms model, java.util.function.IntPredicate columns) {
        int[] kept = java.util.stream.IntStream.range(0, model.columns().length)
                .filter(i -> columns.test(model.columns()[i]))
                .toArray();
        return new Terms(
                Arrays.stream(kept).map(i -> model.columns()[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> model.coefficients()[i]).toArray());
    }

    private static Terms with(Terms terms, int column, double coefficient) {
        int n = terms.columns().length;
        int[] columns = Arrays.copyOf(terms.columns(), n + 1);
        double[] coefficients = Arrays.copyOf(terms.coefficients(), n + 1);
        columns[n] = column;
        coefficients[n] = coefficient;
        return new Terms(columns, coefficients);
    }

    private static Terms scaled(Terms terms, double factor) {
        return new Terms(
                terms.columns(),
                Arrays.stream(terms.coefficients()).map(c -> factor * c).toArray());
    }

    private boolean differences() {
        return primitives.has(BinaryOperator.SUB);
    }

    private void guess(Code code) {
        if (primitives.admits(code) && !guesses.contains(code)) {
            guesses.add(code);
        }
    }

    /** One, the variables, their products of two, and so on; the one first. */
    private List<Code> monomials(int degree) {
        List<Code> all = new ArrayList<>(List.of(Code.number(1)));
        for (int v = 0; v < primitives.variables(); v++) {
            extend(Code.variable(v), v, degree - 1, all);
        }
        return all;
    }

    private void extend(Code monomial, int last, int degree, List<Code> all) {
        all.add(monomial);
        for (int v = last; v < primitives.variables() && degree > 0; v++) {
            extend(Surgery.join(BinaryOperator.MUL, monomial, Code.variable(v)), v, degree - 1, all);
        }
    }

    /** Quotients of two variables, and their squares. */
    private List<Code> ratios() {
        List<Code> ratios = new ArrayList<>();
        for (int i = 0; i < primitives.variables() && primitives.has(BinaryOperator.DIV); i++) {
            for (int j = 0; j < primitives.variables(); j++) {
                if (i != j) {
                    ratios.add(Surgery.join(BinaryOperator.DIV, Code.variable(i), Code.variable(j)));
                }
            }
        }
        for (Code ratio : List.copyOf(ratios)) {
            ratios.add(Surgery.join(BinaryOperator.MUL, ratio, ratio));
        }
        return ratios;
    }

    /** Functions of one variable, then these times a variable. */
    private List<Code> functions() {
        List<Code> functions = new ArrayList<>();
        for (UnaryOperator operator : UnaryOperator.values()) {
            for (int v = 0; v < primitives.variables() && primitives.has(operator); v++) {
                functions.add(Surgery.join(Token.of(operator), Code.variable(v)));
            }
        }
        for (Code function : List.copyOf(functions)) {
            for (int v = 0; v < primitives.variables(); v++) {
                functions.add(Surgery.join(BinaryOperator.MUL, Code.variable(v), function));
            }
        }
        return functions;
    }

    /** Terms with their columns. */
    private final class Library {
        private final List<Code> codes = new ArrayList<>();
        private final List<double[]> columns = new ArrayList<>();

        void addAll(List<Code> terms) {
            terms.forEach(this::add);
        }

        void add(Code term) {
            double[] column = new double[target.length];
            bench.values(term, column);
            add(term, column);
        }

        void addTimesTarget(Code term) {
            double[] column = new double[target.length];
            bench.values(term, column);
            for (int row = 0; row < column.length; row++) {
                column[row] *= target[row];
            }
            add(term, column);
        }

        private void add(Code term, double[] column) {
            if (codes.size() < MOST_COLUMNS && Backsolve.finite(column)) {
                codes.add(term);
                columns.add(column);
            }
        }

        List<Terms> models(double[] target, double[] weights) {
            SparseRegression regression = new SparseRegression(columns.toArray(double[][]::new), target, weights);
            List<Terms> models = new ArrayList<>(regression.forward(settings.terms()));
            models.addAll(regression.backward(settings.terms()));
            return models;
        }
    }
}
