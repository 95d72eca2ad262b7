package org.nde4j.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.nde4j.experiments.bench.NeuralOdeStep;
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

/** A training step of a neural ODE, workload W1: solve, gradient, Adam. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class NeuralOdeStepBenchmark {
    @Param({"32", "256", "4096"})
    int batch;

    @Param({"64", "256"})
    int width;

    private DoubleSupplier steps;

    @Setup
    public void open() {
        steps = NeuralOdeStep.steps(batch, width);
    }

    @Benchmark
    public double step() {
        return steps.getAsDouble();
    }
}
