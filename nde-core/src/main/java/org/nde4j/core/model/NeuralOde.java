package org.nde4j.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;
import org.nde4j.core.network.Activation;
import org.nde4j.core.network.Mlp;
import org.nde4j.core.network.Parameters;
import org.nde4j.core.network.Weights;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.program.Workspace;
import org.nde4j.core.random.Streams;
import org.nde4j.core.solve.explicit.Tsit5;
import org.nde4j.core.train.Adam;
import org.nde4j.core.train.Clipping;
import org.nde4j.core.train.Feed;
import org.nde4j.core.train.Fit;
import org.nde4j.core.train.History;
import org.nde4j.core.train.Loss;
import org.nde4j.core.train.Minibatches;
import org.nde4j.core.train.Objective;
import org.nde4j.core.train.ProgramObjective;
import org.nde4j.core.train.Schedule;
import org.nde4j.core.train.Shooting;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.core.train.Window;
import org.nde4j.core.work.Codec;
import org.nde4j.core.work.Journal;

/**
 * A neural ordinary differential equation dy/dt = known(y) + network(y), trained on measured trajectories.
 *
 * <p>Training goes in two stages. First the network is fitted to the slopes of smooth curves through the data, which is
 * cheap and finds the basin. Then it is fitted to the data themselves through the solver, on windows that grow from
 * round to round.
 *
 * <p>R. T. Q. Chen et al., <em>Neural Ordinary Differential Equations</em>, NeurIPS 2018; the first stage is collocation
 * training, E. Roesch, C. Rackauckas, M. P. H. Stumpf, <em>Collocation based training of neural ordinary differential
 * equations</em>, Stat. Appl. Genet. Mol. Biol. 20 (2021), doi:10.1515/sagmb-2020-0025.
 *
 * @param width units of each hidden layer
 * @param depth number of hidden layers
 * @param activation between the layers
 * @param positive whether states are positive by nature, and stay so
 * @param smooth how the first stage goes
 * @param shoot how the second goes
 */
public record NeuralOde(
        int width, int depth, Activation activation, boolean positive, Collocation smooth, Horizon shoot) {

    /** Checks the ranges. */
    public NeuralOde {
        atLeast(1, width, "width");
        atLeast(1, depth, "depth");
    }

    private static void atLeast(long least, long value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", got " + value);
        }
    }

    private static void positive(double value, String name) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be positive, got " + value);
        }
    }

    /**
     * Fitting the slopes of smooth curves.
     *
     * @param steps of the optimizer
     * @param rate the first learning rate, falling to a hundredth
     * @param rows of a minibatch
     */
    public record Collocation(long steps, double rate, int rows) {
        /** Checks the ranges. */
        public Collocation {
            atLeast(1, steps, "steps");
            positive(rate, "rate");
            atLeast(1, rows, "rows");
        }

        /** 800 steps. */
        public static Collocation defaults() {
            return new Collocation(800, 1e-2, 256);
        }
    }

    /**
     * Fitting the data through the solver.
     *
     * @param points of the windows, round after round
     * @param steps of the optimizer, in each round
     * @param rate the first learning rate, falling to a hundredth in each round
     * @param batch windows of a minibatch
     * @param resolution the longest step of the solver, in units of the time in which states change by their deviation
     */
    public record Horizon(List<Integer> points, long steps, double rate, int batch, double resolution) {
        /** Checks the ranges. */
        public Horizon {
            points = List.copyOf(points);
            points.forEach(p -> atLeast(2, p, "points"));
            atLeast(1, steps, "steps");
            positive(rate, "rate");
            atLeast(1, batch, "batch");
            positive(resolution, "resolution");
        }

        /** Windows of 5, then of 10 points. */
        public static Horizon defaults() {
            return new Horizon(List.of(5, 10), 200, 3e-3, 64, 0.4);
        }
    }

    /** Two hidden layers of 32 units. */
    public static NeuralOde defaults() {
        return new NeuralOde(32, 2, Activation.TANH, false, Collocation.defaults(), Horizon.defaults());
    }

    /**
     * A trained network, in the units of the data.
     *
     * @param net the network
     * @param coordinates the units it sees
     * @param known what was known of the field; null if nothing
     * @param parameters its weights
     * @param rounds the history of every round, the first that of the slopes
     */
    public record Trained(Mlp net, Coordinates coordinates, Field known, Parameters parameters, List<History> rounds) {
        /** The field, with the weights as parameters. */
        public Field field() {
            return NeuralOde.field(net, coordinates, known, parameters);
        }

        /** The derivatives [rows][n] at states [rows][n]. */
        public double[][] slopes(double[][] states) {
            return NeuralOde.slopes(field(), parameters.values(), states);
        }
    }

    private record Weighted(Parameters parameters, List<History> rounds) {
        static final Codec<Weighted> CODEC = Codec.record(Weighted.class, Parameters.CODEC, Codec.list(History.CODEC));
    }

    /** The derivatives [rows][n] that a field without time gives at states [rows][n]. */
    public static double[][] slopes(Field field, double[][] parameters, double[][] states) {
        Workspace bench = new Workspace(field.program(states.length));
        System.arraycopy(Array.matrix(states).values(), 0, bench.input(1), 0, states.length * field.size());
        for (int i = 0; i < parameters.length; i++) {
            bench.bind(2 + i, parameters[i]);
        }
        bench.run();
        double[] flat = bench.output(0);
        return IntStream.range(0, states.length)
                .mapToObj(i -> Arrays.copyOfRange(flat, i * field.size(), (i + 1) * field.size()))
                .toArray(double[][]::new);
    }

    private static Field field(Mlp net, Coordinates coordinates, Field known, Parameters template) {
        return Field.of(net.outputs(), template.shapes(), (t, time, y, p) -> {
            Value out = net.apply(t, Weights.of(template, p), coordinates.scaled(t, y));
            Value slope = coordinates.derivative(t, out, y);
            return known == null ? slope : t.add(known.write(t, time, y, List.of()), slope);
        });
    }

    /** Trains a network of which no derivative is known completely; see the other method. */
    public Trained train(Smooth smooth, Field known, long seed, Journal journal) {
        return train(smooth, known, new boolean[smooth.series().states()], seed, journal);
    }

    /**
     * Trains.
     *
     * @param smooth the data, smoothed
     * @param known what is known of the field, without parameters of its own; null if nothing
     * @param complete the states whose derivative is known completely, about which the network is silent
     * @param seed decides the first weights and the minibatches
     * @param journal keeps what is done
     */
    public Trained train(Smooth smooth, Field known, boolean[] complete, long seed, Journal journal) {
        int n = smooth.series().states();
        double[][][] rows = samples(smooth);
        Coordinates coordinates = Coordinates.of(rows[0], rows[1], positive).silencing(complete);
        List<Integer> sizes = new ArrayList<>(List.of(n));
        IntStream.range(0, depth).forEach(i -> sizes.add(width));
        sizes.add(n);
        Mlp net = Mlp.of(sizes.stream().mapToInt(Integer::intValue).toArray()).withHidden(activation);
        Parameters first = net.initialize(Streams.of(seed).stream("weights"));
        Weighted weighted = journal.once("trained", Weighted.CODEC, () -> {
            List<History> rounds = new ArrayList<>();
            Parameters p = fitSlopes(net, coordinates, known, first, rows, seed, journal, rounds);
            for (int round = 0; round < shoot.points().size(); round++) {
                p = fitData(net, coordinates, known, p, smooth, round, seed, journal, rounds);
            }
            return new Weighted(p, List.copyOf(rounds));
        });
        return new Trained(net, coordinates, known, weighted.parameters(), weighted.rounds());
    }

    /* Smooth states and slopes at all times, and half way between. */
    private double[][][] samples(Smooth smooth) {
        List<double[]> states = new ArrayList<>();
        List<double[]> slopes = new ArrayList<>();
        TimeSeries series = smooth.series();
        for (int k = 0; k < series.trajectories().size(); k++) {
            double[] times = series.trajectories().get(k).times();
            for (int i = 0; i < 2 * times.length - 1; i++) {
                double time = i % 2 == 0 ? times[i / 2] : 0.5 * (times[i / 2] + times[i / 2 + 1]);
                double[] y = smooth.states(k, time);
                if (!positive || Arrays.stream(y).allMatch(v -> v > 0)) {
                    states.add(y);
                    slopes.add(smooth.slopes(k, time));
                }
            }
        }
        if (states.isEmpty()) {
            throw new IllegalArgumentException(
                    "no smooth state is positive in all components; do not declare the states positive");
        }
        return new double[][][] {states.toArray(double[][]::new), slopes.toArray(double[][]::new)};
    }

    private Parameters fitSlopes(
            Mlp net,
            Coordinates coordinates,
            Field known,
            Parameters first,
            double[][][] rows,
            long seed,
            Journal journal,
            List<History> rounds) {
        int n = net.outputs();
        int count = rows[0].length;
        double[][] base = known == null ? new double[count][n] : slopes(known, new double[0][], rows[0]);
        double[][] targets = new double[count][n];
        for (int i = 0; i < count; i++) {
            for (int s = 0; s < n; s++) {
                targets[i][s] = coordinates.target(rows[1][i][s] - base[i][s], rows[0][i][s], s);
            }
        }
        int batch = Math.min(count, smooth.rows());
        Trace t = new Trace();
        Weights w = Weights.inputs(t, first);
        Value y = t.input("y", Shape.of(batch, n));
        Value target = t.input("target", Shape.of(batch, n));
        Program loss = t.program(Loss.MSE.write(t, net.apply(t, w, coordinates.scaled(t, y)), target));
        Feed feed = Feed.rows(new Minibatches(count, batch, seed), Array.matrix(rows[0]), Array.matrix(targets));
        Objective objective = ProgramObjective.of(loss, first, feed);
        return fit(objective, smooth.steps(), smooth.rate(), first.values(), journal, "slopes", first, rounds);
    }

    private Parameters fitData(
            Mlp net,
            Coordinates coordinates,
            Field known,
            Parameters p,
            Smooth data,
            int round,
            long seed,
            Journal journal,
            List<History> rounds) {
        double[] unit = data.deviation();
        List<Window> windows = data.windows(shoot.points().get(round));
        int substeps = substeps(data.series(), coordinates, shoot.resolution());
        Shooting shooting = new Shooting(
                field(net, coordinates, known, p),
                windows,
                unit,
                new Shooting.Settings(new Tsit5(), substeps, shoot.batch(), false, 0, seed + round));
        return fit(shooting, shoot.steps(), shoot.rate(), p.values(), journal, "shoot-" + round, p, rounds);
    }

    /** How many steps between two points keep a step below a part of the time in which states change. */
    public static int substeps(TimeSeries series, Coordinates coordinates, double resolution) {
        double fastest = Arrays.stream(coordinates.rate()).max().orElseThrow();
        double gap = series.trajectories().stream()
                .mapToDouble(tr -> IntStream.range(1, tr.length())
                        .mapToDouble(i -> tr.times()[i] - tr.times()[i - 1])
                        .max()
                        .orElse(0))
                .max()
                .orElse(0);
        return (int) Math.max(1, Math.min(64, Math.ceil(gap * fastest / resolution)));
    }

    private static Parameters fit(
            Objective objective,
            long steps,
            double rate,
            double[][] start,
            Journal journal,
            String name,
            Parameters template,
            List<History> rounds) {
        Fit fit = Fit.of(Adam.DEFAULT, rate, steps)
                .scheduled(new Schedule.Cosine(rate, rate / 100, Math.max(1, steps)))
                .clipping(Clipping.norm(1))
                .validating(Math.max(1, steps / 20));
        Fit.Outcome outcome = fit.run(objective, template.withValues(start), journal, name);
        rounds.add(outcome.state().history());
        Fit.Best best = outcome.state().best();
        return template.withValues(best.loss() < Double.POSITIVE_INFINITY ? best.parameters() : start);
    }
}
