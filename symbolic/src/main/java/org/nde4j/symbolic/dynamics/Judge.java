package org.nde4j.symbolic.dynamics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.kernel.Elementary;
import org.nde4j.core.model.Noise;
import org.nde4j.core.model.Smooth;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.core.train.Trajectory;

/**
 * Fits systems to the training trajectories and compares them by how well they forecast the validation data.
 *
 * <p>The criterion is N log(max(e, 0.25)) for the training data plus twice that for the validation data, where e is the mean
 * squared error in units of the noise (so that errors well below the noise count alike), plus log N for each free
 * constant and {@value #NODE} for each node: a description length, after G. Schwarz, <em>Estimating the dimension of a
 * model</em>, Ann. Stat. 6 (1978), doi:10.1214/aos/1176344136, with a price for the form.
 */
final class Judge {
    private static final double ALIKE = 0.25;
    private static final double NODE = 2;
    private static final double WINDOWS_FALL_SHORT = 100; // of the criterion: no simplicity makes up for it
    private static final double LEAST_RATIO = 3;

    private final Split split;
    private final int[] fitted;
    private final Noise noise;
    private final Smooth smooth;
    private final Smooth own;
    private final double step;
    private final int points;
    private final double[][] starts;
    private final TrajectoryFit windows;
    private final TrajectoryFit whole;
    private final int[] place;
    private final double[][][] deviations;

    /**
     * A judge.
     *
     * @param split the data
     * @param fitted the part of each trajectory that constants are fitted to (split.fitted() or split.chosen())
     * @param noise how far the measurements are off
     * @param step the longest step of the solver
     * @param points of the windows that are fitted first
     */
    Judge(Split split, int[] fitted, Noise noise, double step, int points) {
        this(split, fitted, noise, Smooth.of(split.series()), Smooth.of(parts(split, fitted)), step, points);
    }

    private Judge(Split split, int[] fitted, Noise noise, Smooth smooth, Smooth own, double step, int points) {
        this.split = split;
        this.fitted = fitted;
        this.noise = noise;
        this.smooth = smooth;
        this.own = own;
        this.step = step;
        this.points = points;
        List<Trajectory> all = split.series().trajectories();
        this.starts = IntStream.range(0, all.size())
                .mapToObj(k -> smooth.states(k, all.get(k).times()[0]))
                .toArray(double[][]::new);
        this.deviations = IntStream.range(0, all.size())
                .mapToObj(k -> smooth.deviations(k, noise))
                .toArray(double[][][]::new);
        this.place = new int[all.size()];
        int next = 0;
        for (int k = 0; k < place.length; k++) {
            place[k] = fitted[k] > 0 ? next++ : -1;
        }
        int longest = Math.max(2, Arrays.stream(fitted).max().orElseThrow());
        this.windows = points < longest ? over(points) : null;
        this.whole = over(longest);
    }

    private static TimeSeries parts(Split split, int[] fitted) {
        return split.series()
                .with(IntStream.range(0, fitted.length)
                        .filter(k -> fitted[k] > 0)
                        .mapToObj(k -> split.series().trajectories().get(k).slice(0, fitted[k]))
                        .toList());
    }

    private TrajectoryFit over(int length) {
        FineWindows fine = FineWindows.of(own, length, noise, step);
        return new TrajectoryFit(fine.windows(), fine.scale(), 1);
    }

    /** The same with another idea of the noise. */
    Judge with(Noise other) {
        return new Judge(split, fitted, other, smooth, own, step, points);
    }

    /** How far the measurements are off. */
    Noise noise() {
        return noise;
    }

    /**
     * Fits a system: to short windows first, which is robust, then to whole trajectories.
     *
     * @param iterations of either fit, at most
     * @return the fit to whole trajectories; with infinite squares if the system cannot follow them
     */
    TrajectoryFit.Fitted fit(EquationSystem system, int iterations) {
        return whole.fit(ready(shortly(system, iterations), system), whole.starts(), iterations);
    }

    /* The fit to short windows; null if whole trajectories are as short. */
    private TrajectoryFit.Fitted shortly(EquationSystem system, int iterations) {
        return windows == null ? null : windows.fit(system, windows.starts(), iterations);
    }

    private static EquationSystem ready(TrajectoryFit.Fitted shortly, EquationSystem otherwise) {
        return shortly != null && Double.isFinite(shortly.squares()) ? shortly.system() : otherwise;
    }

    /**
     * A candidate, and how well it fits short windows.
     *
     * @param candidate compared, or without a chance
     * @param early the mean squared error in short windows
     */
    record Comparison(Candidate candidate, double early) {}

    /**
     * Fits and compares a system, unless the fit to short windows shows that it has no chance.
     *
     * @param leastEarly the least mean squared error that any system had in short windows so far
     */
    Comparison compare(EquationSystem system, int iterations, double leastEarly) {
        TrajectoryFit.Fitted shortly = shortly(system, iterations);
        double early = shortly == null ? 0 : shortly.chi2();
        if (hopeless(early, leastEarly)) {
            return new Comparison(hopeless(shortly.system()), early);
        }
        return new Comparison(judge(whole.fit(ready(shortly, system), whole.starts(), iterations)), early);
    }

    private boolean hopeless(double early, double least) {
        double ratio = Math.max(ALIKE, early) / Math.max(ALIKE, least);
        return !(ratio <= LEAST_RATIO) && !(whole.observations() * Elementary.log(ratio) < WINDOWS_FALL_SHORT);
    }

    /**
     * Fits a system whose constants are nearly right already to whole trajectories: from the starts that were fitted when
     * it was chosen, and by way of windows, and takes the better fit.
     *
     * @param chosen fitted by a judge of the same series or a part of it
     */
    TrajectoryFit.Fitted again(Candidate chosen, Split of, int iterations) {
        double[][] from = whole.starts();
        for (int k = 0; k < of.series().trajectories().size(); k++) {
            int here = position(of.series().trajectories().get(k).id());
            if (here >= 0 && place[here] >= 0) {
                from[place[here]] = chosen.starts().get(k);
            }
        }
        TrajectoryFit.Fitted direct = whole.fit(chosen.system(), from, iterations);
        TrajectoryFit.Fitted around = fit(chosen.system(), iterations);
        return around.squares() < direct.squares() ? around : direct;
    }

    private int position(String id) {
        List<Trajectory> all = split.series().trajectories();
        return IntStream.range(0, all.size())
                .filter(k -> all.get(k).id().equals(id))
                .findFirst()
                .orElse(-1);
    }

    /** Fits a system that is nearly right already, from given starts of whole trajectories. */
    TrajectoryFit.Fitted refine(EquationSystem system, double[][] from, int iterations) {
        return whole.fit(system, from, iterations);
    }

    /** Fits a candidate on, from where it is. */
    TrajectoryFit.Fitted refine(Candidate candidate, int iterations) {
        double[][] from = IntStream.range(0, place.length)
                .filter(k -> place[k] >= 0)
                .mapToObj(k -> candidate.starts().get(k))
                .toArray(double[][]::new);
        return whole.fit(candidate.system(), from, iterations);
    }

    /** Compares a fitted system. */
    Candidate judge(TrajectoryFit.Fitted fit) {
        if (!Double.isFinite(fit.squares())) {
            return hopeless(fit.system());
        }
        double[][] from = starts.clone();
        for (int k = 0; k < place.length; k++) {
            if (place[k] >= 0) {
                from[k] = fit.starts()[place[k]];
            }
        }
        Forecast forecast = forecast(fit.system(), from);
        Forecast.Squares validation = Forecast.Squares.together(forecast.squares("validation", deviations));
        double criterion = fit.observations() * Elementary.log(Math.max(ALIKE, fit.chi2()))
                + 2 * validation.count() * Elementary.log(Math.max(ALIKE, validation.mean()))
                + Elementary.log(fit.observations()) * fit.system().free().length
                + NODE * fit.system().complexity();
        return new Candidate(
                fit.system(),
                List.of(from),
                fit.chi2(),
                validation.mean(),
                Double.isNaN(criterion) ? Double.POSITIVE_INFINITY : criterion);
    }

    private Candidate hopeless(EquationSystem system) {
        double infinite = Double.POSITIVE_INFINITY;
        return new Candidate(system, List.of(starts), infinite, infinite, infinite);
    }

    /**
     * How large the errors of a candidate in the training data are in units of the noise, root mean square of each
     * state; at most 1. Less than 1 says that the noise was overestimated, as it is where data are sparse and smooth
     * curves cannot follow them.
     */
    double[] excess(Candidate candidate) {
        return Arrays.stream(forecast(candidate).squares("train", deviations))
                .mapToDouble(s -> Math.min(1, Math.sqrt(s.mean())))
                .toArray();
    }

    /** The forecast of a candidate for all data. */
    Forecast forecast(Candidate candidate) {
        return forecast(candidate.system(), candidate.startArrays());
    }

    private Forecast forecast(EquationSystem system, double[][] from) {
        return new Forecast(system.field(), system.parameters(), from, split, smooth.deviation());
    }

    /** The starts of all trajectories as the smooth curves have them. */
    double[][] smoothStarts() {
        return Arrays.stream(starts).map(double[]::clone).toArray(double[][]::new);
    }
}
