package org.nde4j.symbolic.evolve;

import java.util.List;
import org.nde4j.core.random.Streams;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.Dataset;
import org.nde4j.symbolic.score.Evaluator;
import org.nde4j.symbolic.score.Loss;

/** A law to be found from a random sample of it. */
record Problem(String law, List<String> variables, double low, double high, List<String> operators) {
    static final List<String> ARITHMETIC = List.of("+", "-", "*", "/");
    static final List<String> WAVES = List.of("+", "-", "*", "/", "sin", "cos");
    static final List<String> ALL = List.of("+", "-", "*", "/", "sin", "cos", "exp", "log", "sqrt");

    static final List<Problem> LAWS = List.of(
            new Problem("y/(1 + y)", List.of("x", "y"), -0.6, 1, ARITHMETIC),
            new Problem("-x/(1 + x)", List.of("x", "y"), -0.6, 1, ARITHMETIC),
            new Problem("1.1*x - 0.4*x*y", List.of("x", "y"), 0.1, 5, ARITHMETIC),
            new Problem("1.3*x*(1 - x/4.2) - 0.9*x*y/(0.7 + x)", List.of("x", "y"), 0.1, 5, ARITHMETIC),
            new Problem("10*(y - x)", List.of("x", "y", "z"), -20, 20, ARITHMETIC),
            new Problem("x*(28 - z) - y", List.of("x", "y", "z"), -20, 40, ARITHMETIC),
            new Problem("-9.81*sin(x) - 0.25*y", List.of("x", "y"), -3, 3, WAVES),
            new Problem("-0.1*y^3 + 2*x^3", List.of("x", "y"), -2, 2, ARITHMETIC),
            new Problem("x*y + cos(z)", List.of("x", "y", "z"), -3, 3, WAVES),
            new Problem("2.5/(1 + y^2) - 1.2*x", List.of("x", "y"), 0.1, 3, ARITHMETIC),
            new Problem("1.5*(1 - x^2)*y - x", List.of("x", "y"), -3, 3, ARITHMETIC),
            new Problem("0.5*x*exp(-0.8*y)", List.of("x", "y"), 0, 3, ALL));

    private Code code() {
        return Code.of(Expression.parse(law, variables), variables);
    }

    /** The law at uniformly random points, with normal noise of that share of the standard deviation. */
    Dataset sample(int rows, double noise, long seed) {
        var random = Streams.of(seed).stream("sample");
        double[][] columns = new double[variables.size()][rows];
        for (double[] column : columns) {
            random.fillUniform(column, 0, rows, low, high);
        }
        Dataset points = Dataset.of(variables, columns, new double[rows]);
        double[] target = new double[rows];
        new Evaluator(points, Loss.squared()).values(code(), target);
        double deviation = Math.sqrt(new Evaluator(points.withTarget(target), Loss.squared()).baseline());
        for (int i = 0; i < rows; i++) {
            target[i] += noise * deviation * random.normal();
        }
        return points.withTarget(target);
    }

    /** The mean squared error against the law itself on fresh points, in units of its variance. */
    double error(Expression found) {
        Evaluator fresh = new Evaluator(sample(1000, 0, 987_654), Loss.squared());
        return fresh.loss(Code.of(found, variables)) / fresh.baseline();
    }

    @Override
    public String toString() {
        return law;
    }
}
