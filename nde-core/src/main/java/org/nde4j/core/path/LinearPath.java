package org.nde4j.core.path;

import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Differentiable;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.random.Stream;

/**
 * A curve of straight pieces between points; before the first and after the last it goes on as the nearest piece does.
 * Differentiable by the time; the slope at a point is that of the piece after it.
 *
 * <pre>{@code
 * Path noise = LinearPath.brownian(0, 10, 1000, 1, Streams.of(7).stream("noise"));
 * Field random = Field.of(1, List.of(), (t, time, y, p) -> t.sub(noise.at(t, time), y));   // y' = W(t) - y
 * }</pre>
 */
public final class LinearPath implements Path {
    private final double[] times;
    private final double[][] values;

    /**
     * A curve through points.
     *
     * @param times strictly ascending, at least two
     * @param values at each time m values
     */
    public LinearPath(double[] times, double[][] values) {
        this.times = times.clone();
        this.values = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
        check();
    }

    private void check() {
        if (times.length < 2 || values.length != times.length) {
            throw new IllegalArgumentException("a path needs at least two times and as many points, got " + times.length
                    + " times and " + values.length + " points");
        }
        for (int i = 0; i < times.length; i++) {
            boolean ordered = i == 0 || times[i] > times[i - 1];
            boolean finite = Double.isFinite(times[i])
                    && values[i].length == values[0].length
                    && Arrays.stream(values[i]).allMatch(Double::isFinite);
            if (!ordered || !finite) {
                throw new IllegalArgumentException(
                        "point " + i + " of a path, at time " + times[i] + " with the values "
                                + Arrays.toString(values[i])
                                + ", does not follow the points before; times must ascend, and all "
                                + "points have as many finite values");
            }
        }
    }

    /**
     * Brownian motion, drawn at equal distances and straight between them: from 0, with independent increments of the
     * variance of their length in each channel.
     *
     * @param from where it starts
     * @param to where it ends, after that
     * @param pieces the number of pieces
     * @param channels m
     * @param stream what it is drawn from
     */
    public static LinearPath brownian(double from, double to, int pieces, int channels, Stream stream) {
        double[] times = new double[pieces + 1];
        double[][] values = new double[pieces + 1][channels];
        times[0] = from;
        for (int i = 1; i <= pieces; i++) {
            times[i] = i == pieces ? to : from + (to - from) * i / pieces;
            double deviation = Math.sqrt(times[i] - times[i - 1]);
            for (int j = 0; j < channels; j++) {
                values[i][j] = values[i - 1][j] + deviation * stream.normal();
            }
        }
        return new LinearPath(times, values);
    }

    @Override
    public int channels() {
        return values[0].length;
    }

    @Override
    public double[] knots() {
        return times.clone();
    }

    /** The curve at a time. */
    public double[] at(double time) {
        double[] to = new double[channels()];
        write(time, to, 0);
        return to;
    }

    @Override
    public Value at(Trace trace, Value t) {
        int batch = t.shape().dim(0);
        return trace.reshape(trace.call(new Lookup(this, batch), t).get(0), Shape.of(batch, channels()));
    }

    private int piece(double time) {
        int found = Arrays.binarySearch(times, time);
        int before = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(times.length - 2, before));
    }

    private void write(double time, double[] to, int from) {
        int k = piece(time);
        double theta = (time - times[k]) / (times[k + 1] - times[k]);
        for (int j = 0; j < channels(); j++) {
            to[from + j] = Math.fma(theta, values[k + 1][j] - values[k][j], values[k][j]);
        }
    }

    private double slope(double time, int channel) {
        int k = piece(time);
        return (values[k + 1][channel] - values[k][channel]) / (times[k + 1] - times[k]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinearPath that
                && Arrays.equals(times, that.times)
                && Arrays.deepEquals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(times) + 31 * Arrays.deepHashCode(values);
    }

    /* The curve at the times of a batch, as something that a program calls. */
    private record Lookup(LinearPath path, int batch) implements Differentiable {
        @Override
        public String name() {
            return "path";
        }

        @Override
        public List<Shape> inputs() {
            return List.of(Shape.of(batch, 1));
        }

        @Override
        public List<Shape> outputs() {
            return List.of(Shape.of(batch, path.channels()));
        }

        @Override
        public Evaluation at(double[][] inputs) {
            int m = path.channels();
            double[] out = new double[batch * m];
            for (int i = 0; i < batch; i++) {
                path.write(inputs[0][i], out, i * m);
            }
            return new Evaluation() {
                @Override
                public double[][] outputs() {
                    return new double[][] {out};
                }

                @Override
                public double[][] push(double[][] tangents) {
                    double[] moved = new double[out.length];
                    Arrays.setAll(moved, i -> path.slope(inputs[0][i / m], i % m) * tangents[0][i / m]);
                    return new double[][] {moved};
                }

                @Override
                public double[][] pull(double[][] cotangents) {
                    double[] pulled = new double[batch];
                    for (int i = 0; i < out.length; i++) {
                        pulled[i / m] += path.slope(inputs[0][i / m], i % m) * cotangents[0][i];
                    }
                    return new double[][] {pulled};
                }
            };
        }
    }
}
