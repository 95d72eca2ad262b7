package org.nde4j.core.program;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * The bench of a program that treats rows alike, on any number of them: it is written for a part of the rows and run part after
 * part, so that what a part computes stays in the cache. One per thread.
 *
 * <p>The length of a part depends on the program alone, so sums over rows have the same bits everywhere.
 *
 * <p>Where every output is cut into rows too, a program of few numbers a row that runs often is compiled into loops over rows, with the
 * same bits; when, and how to switch it off, is said at {@link Workspace}.
 */
public final class RowWorkspace {
    private static final int ELEMENTS = 1 << 13;
    private static final int FEWEST = 128;
    private static final int LOOPS = 16; // from so many rows on

    /** What an input or an output is to the parts. */
    public enum Role {
        /** Cut into parts along its first axis. */
        ROWS,
        /** An input: the same for all parts. An output: summed over the parts. */
        WHOLE,
        /** Belongs to one part, and lies in the memory that is given when the part runs. */
        TAPE
    }

    private final IntFunction<Program> write;
    private final int rows;
    private final int length;
    private final Workspace full;
    private final Workspace rest;
    private final Role[] inputs;
    private final Role[] outputs;
    private final double[][] in;
    private final double[][] out;
    private RowCode code; // null while interpreted
    private long runs; // of parts, until it is compiled; 0 for never
    private final double[][] dropped; // where outputs that are TAPE go when there is no tape

    /**
     * A bench for a number of rows.
     *
     * @param write writes the program for a number of rows
     * @param rows the number of rows
     * @param length how many rows a part has, see {@link #length}
     * @param inputs the role of every input
     * @param outputs the role of every output
     */
    public RowWorkspace(IntFunction<Program> write, int rows, int length, List<Role> inputs, List<Role> outputs) {
        this(write, rows, length, inputs, outputs, Workspace::patience);
    }

    /** A bench that is compiled at the run of a part that is told by the program of a part; 0 for never. */
    RowWorkspace(
            IntFunction<Program> write,
            int rows,
            int length,
            List<Role> inputs,
            List<Role> outputs,
            ToLongFunction<Program> patience) {
        this.write = write;
        this.rows = rows;
        this.length = Math.min(rows, length);
        this.full = bench(this.length, patience);
        this.rest = rows % this.length == 0 ? full : bench(rows % this.length, patience);
        this.inputs = inputs.toArray(Role[]::new);
        this.outputs = outputs.toArray(Role[]::new);
        this.in = new double[this.inputs.length][];
        this.out = new double[this.outputs.length][];
        this.dropped = IntStream.range(0, this.outputs.length)
                .filter(i -> this.outputs[i] == Role.TAPE)
                .mapToObj(full::output)
                .toArray(double[][]::new);
        this.runs = rows >= LOOPS && isByRow() ? patience.applyAsLong(full.program()) : 0;
        if (rows > this.length) {
            Arrays.setAll(in, i -> this.inputs[i] == Role.ROWS ? new double[rows * inputWidth(i)] : null);
            Arrays.setAll(out, i -> switch (this.outputs[i]) {
                case ROWS -> new double[rows * outputWidth(i)];
                case WHOLE -> new double[outputSize(i)];
                case TAPE -> null;
            });
        }
    }

    /**
     * How many rows a part should have.
     *
     * @param program a program for some number of rows, the widest one of those that run together
     * @param rows that number
     */
    public static int length(Program program, int rows) {
        int widest = program.lets().stream()
                .map(let -> let.result().shape())
                .filter(shape -> shape.rank() > 0 && shape.dim(0) == rows)
                .mapToInt(shape -> shape.size() / rows)
                .max()
                .orElse(1);
        return Math.max(FEWEST, ELEMENTS / widest);
    }

    private Workspace bench(int count, ToLongFunction<Program> patience) {
        Program program = write.apply(count);
        return new Workspace(program, true, patience.applyAsLong(program));
    }

    private boolean isByRow() {
        return Arrays.stream(outputs).allMatch(Role.ROWS::equals)
                && Arrays.stream(inputs).noneMatch(Role.TAPE::equals);
    }

    private int outputSize(int i) {
        return full.program().outputs().get(i).shape().size();
    }

    private int outputWidth(int i) {
        return outputSize(i) / length;
    }

    private int inputWidth(int i) {
        return full.program().inputs().get(i).value().shape().size() / length;
    }

    /** The number of parts. */
    public int parts() {
        return (rows + length - 1) / length;
    }

    /** The number of inputs. */
    public int inputs() {
        return inputs.length;
    }

    /** The buffer of an input of all rows: fill it before running. It keeps its content. */
    public double[] input(int i) {
        return in[i] == null ? full.input(i) : in[i];
    }

    /** Reads an input from the given array from now on. The array is not modified. */
    public void bind(int i, double[] values) {
        if (in[i] == null) {
            full.bind(i, values);
            rest.bind(i, values);
        } else {
            in[i] = values;
        }
    }

    /** The buffer of an output of all rows or a sum, valid until the next run. */
    public double[] output(int i) {
        return out[i] == null ? full.output(i) : out[i];
    }

    /**
     * What an output holds becomes what an input reads: nothing is copied where the arrays can change places, and the
     * output's content is then undefined until the next run.
     *
     * @param input which input, of the same size as the output
     * @param output which output
     * @return the array that the input now reads
     */
    public double[] feed(int input, int output) {
        double[] read = input(input);
        if (in[input] != null && out[output] != null) {
            in[input] = out[output];
            out[output] = read;
            return in[input];
        }
        double[] from = output(output);
        System.arraycopy(from, 0, read, 0, Math.min(from.length, read.length));
        return read;
    }

    /** How many iterations the calls of the program have made so far, those of all parts together. */
    public long iterations() {
        return full.iterations() + (rest == full ? 0 : rest.iterations());
    }

    /** Runs all parts; nothing is kept of what is {@link Role#TAPE}. */
    public void run() {
        for (int part = 0; part < parts(); part++) {
            run(part, null);
        }
    }

    /**
     * Runs one part. The parts are to be run from the first to the last.
     *
     * @param part which
     * @param tape where inputs that are {@link Role#TAPE} are read and outputs are written, one array each; null to drop
     *     the outputs
     */
    public void run(int part, double[][] tape) {
        if (runs > 0 && --runs == 0) {
            compile();
        }
        if (code == null) {
            Workspace bench = part == parts() - 1 ? rest : full;
            fetch(bench, part, tape);
            bench.run();
            store(bench, part);
        } else {
            runCode(part);
        }
    }

    private void compile() {
        boolean[] whole = new boolean[inputs.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = inputs[i] == Role.WHOLE;
        }
        code = RowCode.of(write.apply(1), whole);
    }

    /** Whether it runs loops over rows. */
    boolean isCompiled() {
        return code != null;
    }

    private void runCode(int part) {
        for (int i = 0; i < inputs.length; i++) {
            code.memory()[i] = input(i);
        }
        for (int i = 0; i < outputs.length; i++) {
            code.memory()[inputs.length + i] = output(i);
            int same = full.program().outputs().get(i).id();
            if (same < inputs.length && out[i] != null) {
                int at = part * length * outputWidth(i);
                System.arraycopy(input(same), at, out[i], at, count(part) * outputWidth(i));
            }
        }
        code.run(part * length, count(part));
    }

    private void fetch(Workspace bench, int part, double[][] tape) {
        int read = 0;
        for (int i = 0; i < inputs.length; i++) {
            if (inputs[i] == Role.TAPE) {
                bench.bind(i, tape[read++]);
            } else if (in[i] != null) {
                int width = inputWidth(i);
                System.arraycopy(in[i], part * length * width, bench.input(i), 0, count(part) * width);
            }
        }
        double[][] kept = tape == null ? dropped : tape;
        int written = 0;
        for (int i = 0; i < outputs.length; i++) {
            if (outputs[i] == Role.TAPE) {
                bench.bindOutput(i, kept[written++]);
            }
        }
    }

    private void store(Workspace bench, int part) {
        for (int i = 0; i < outputs.length; i++) {
            if (out[i] != null && outputs[i] == Role.ROWS) {
                int width = outputWidth(i);
                System.arraycopy(bench.output(i), 0, out[i], part * length * width, count(part) * width);
            } else if (out[i] != null) {
                add(bench.output(i), out[i], part == 0);
            }
        }
    }

    private int count(int part) {
        return Math.min(length, rows - part * length);
    }

    private static void add(double[] x, double[] sum, boolean first) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = first ? x[i] : sum[i] + x[i];
        }
    }

    /** The first let whose result is not finite on the inputs as they stand; null if all are. */
    public Let firstNonFinite() {
        Let found = null;
        for (int part = 0; part < parts() && found == null; part++) {
            Workspace bench = part == parts() - 1 ? rest : full;
            fetch(bench, part, null);
            found = bench.firstNonFinite();
        }
        return found;
    }
}
