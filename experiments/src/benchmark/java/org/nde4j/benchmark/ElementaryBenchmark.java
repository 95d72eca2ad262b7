package org.nde4j.benchmark;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.nde4j.core.kernel.Elementary;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Elementary functions over an array that fits the first cache; times are for one element. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ElementaryBenchmark.SIZE)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ElementaryBenchmark {
    static final int SIZE = 1024;

    private final double[] x = new double[SIZE];
    private final double[] y = new double[SIZE];

    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < SIZE; i++) {
            x[i] = 6 * random.nextDouble() - 3;
        }
    }

    @Benchmark
    public double[] exp() {
        Elementary.exp(x, 0, y, 0, SIZE);
        return y;
    }

    @Benchmark
    public double[] tanh() {
        Elementary.tanh(x, 0, y, 0, SIZE);
        return y;
    }

    @Benchmark
    public double[] sin() {
        Elementary.sin(x, 0, y, 0, SIZE);
        return y;
    }

    /** What the JDK offers, for comparison: fast or not, its bits differ between versions. */
    @Benchmark
    public double[] tanhOfTheJdk() {
        for (int i = 0; i < SIZE; i++) {
            y[i] = Math.tanh(x[i]);
        }
        return y;
    }
}
