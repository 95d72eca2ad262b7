package org.nde4j.core.program;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A straight-line function: bind every let in order, read the outputs.
 *
 * <p>Immutable, comparable, printable. It is written by a {@link Trace} and run by a {@link Workspace}; its derivatives
 * are programs too.
 *
 * @param inputs the arguments
 * @param lets the lines; each reads inputs and earlier results only
 * @param outputs the results; inputs and repetitions are allowed
 */
public record Program(List<Input> inputs, List<Let> lets, List<Value> outputs) {
    /** Copies the lists. */
    public Program {
        inputs = List.copyOf(inputs);
        lets = List.copyOf(lets);
        outputs = List.copyOf(outputs);
    }

    /** The same with only some of the outputs, in any order, and without the lets that they do not need. */
    public Program keeping(int... chosen) {
        Trace trace = new Trace();
        List<Value> arguments = inputs.stream()
                .map(in -> trace.input(in.name(), in.value().shape()))
                .toList();
        List<Value> all = trace.inline(this, arguments);
        return trace.program(Arrays.stream(chosen).mapToObj(all::get).toArray(Value[]::new));
    }

    /** Floating point operations of one run; calls are not counted. */
    public double flops() {
        return lets.stream().mapToDouble(let -> let.op().flops()).sum();
    }

    /** The number of doubles its values take if none shares a place with another. */
    public long doubles() {
        return lets.stream().mapToLong(let -> let.result().shape().size()).sum();
    }

    @Override
    public String toString() {
        String head = inputs.stream()
                .map(in -> in.value() + " " + in.value().shape() + " " + in.name())
                .collect(Collectors.joining(", ", "program(", ")\n"));
        String body = lets.stream().map(let -> "  " + let + "\n").collect(Collectors.joining());
        return head + body + "  return " + outputs;
    }
}
