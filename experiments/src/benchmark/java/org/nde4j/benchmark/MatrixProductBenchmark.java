package org.nde4j.benchmark;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.nde4j.core.kernel.MatrixProduct;
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

/** A square product as layers need it: C = A B'. At size n it is 2 n^3 floating-point operations. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class MatrixProductBenchmark {
    @Param({"16", "64", "256"})
    int size;

    @Param({"packed", "vectorized"})
    String kernel;

    private MatrixProduct product;
    private double[] a;
    private double[] b;
    private double[] c;

    @Setup
    public void draw() {
        product = kernel.equals("packed")
                ? MatrixProduct.packed()
                : MatrixProduct.vectorized().orElseThrow();
        SplittableRandom random = new SplittableRandom(1);
        a = random.doubles(size * size).toArray();
        b = random.doubles(size * size).toArray();
        c = new double[size * size];
    }

    @Benchmark
    public double[] multiply() {
        product.multiply(false, true, size, size, size, a, b, c, false);
        return c;
    }
}
