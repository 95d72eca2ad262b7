package org.nde4j.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.Stepper;
import org.nde4j.core.solve.explicit.Tsit5;
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

/** A step of Tsit5 with its error estimate on the Lorenz system, for one trajectory or many; its program interpreted, or compiled. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
public class CompiledStepBenchmark {
    @Param({"1", "7", "1000"})
    int batch;

    private Stepper stepper;

    @Setup
    public void open() {
        Field lorenz = Field.of(3, List.of(), (t, time, y, p) -> {
            Value[] x =
                    IntStream.range(0, 3).mapToObj(i -> t.slice(y, 1, i, i + 1)).toArray(Value[]::new);
            return t.concat(
                    1,
                    t.scale(t.sub(x[1], x[0]), 10),
                    t.sub(t.mul(x[0], t.affine(x[2], -1, 28)), x[1]),
                    t.sub(t.mul(x[0], x[1]), t.scale(x[2], 8.0 / 3)));
        });
        stepper = new Tsit5().open(lorenz, batch, Output.ERROR);
        stepper.start(
                0, IntStream.range(0, 3 * batch).mapToDouble(i -> 1 + 1e-3 * i).toArray());
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = "-Dnde.compile=off")
    public double[] interpreted() {
        stepper.attempt(1e-3);
        return stepper.next();
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = "-Dnde.compile=often")
    public double[] compiled() {
        stepper.attempt(1e-3);
        return stepper.next();
    }
}
