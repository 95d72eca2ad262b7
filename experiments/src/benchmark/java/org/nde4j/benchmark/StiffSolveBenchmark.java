package org.nde4j.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.methods.Methods;
import org.nde4j.experiments.bench.StiffSolves;
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

/** A stiff solve, workload W4. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class StiffSolveBenchmark {
    @Param({"robertson", "vdp1000", "hires"})
    String problem;

    @Param({"Rodas5P", "Kvaerno5", "Auto"})
    String method;

    @Param({"1e-6"})
    String tolerance;

    private Supplier<Solution> solve;

    @Setup
    public void open() {
        solve = StiffSolves.solve(problem, Methods.named(method).orElseThrow(), Double.parseDouble(tolerance));
    }

    @Benchmark
    public Solution solve() {
        return solve.get();
    }
}
