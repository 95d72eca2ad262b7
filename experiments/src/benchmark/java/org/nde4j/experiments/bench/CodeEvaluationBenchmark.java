package org.nde4j.experiments.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.nde4j.core.random.Stream;
import org.nde4j.core.random.Streams;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.ConstantFit;
import org.nde4j.symbolic.score.Dataset;
import org.nde4j.symbolic.score.Evaluator;
import org.nde4j.symbolic.score.Fitted;
import org.nde4j.symbolic.score.Loss;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One loss, and one fit, of an expression on 1,000 rows. Node-rows a second = nodes * 1000 / time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodeEvaluationBenchmark {
    private static final int ROWS = 1000;

    /** 15 and 21 nodes of arithmetic, then 7 nodes with two waves, then an exponential. */
    @Param({
        "x*y + 2.5*z - x/(1.5 + y*y)",
        "(x + 1.1)*(y - 0.3)*z + x*2.2 - 0.7*y*z*z",
        "sin(x*y) + cos(z)",
        "2.1*exp(-0.4*x*x)/(1.2 + y)"
    })
    public String formula;

    private Code code;
    private Evaluator bench;
    private Stream random;

    /** Makes the sample. */
    @Setup
    public void sample() {
        List<String> variables = List.of("x", "y", "z");
        random = Streams.of(1).stream("sample");
        double[][] columns = new double[3][ROWS];
        for (double[] column : columns) {
            random.fillUniform(column, 0, ROWS, -1, 1);
        }
        double[] target = new double[ROWS];
        random.fillNormal(target, 0, ROWS, 0, 1);
        bench = new Evaluator(Dataset.of(variables, columns, target), Loss.squared());
        code = Code.of(Expression.parse(formula, variables), variables);
    }

    /** The mean squared error. */
    @Benchmark
    public double loss() {
        return bench.loss(code);
    }

    /** Up to eight steps of damped least squares without restarts. */
    @Benchmark
    public Fitted fit() {
        return new ConstantFit(8, 0, 0.5, 1e-9).fit(code, bench, random);
    }
}
