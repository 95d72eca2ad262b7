package org.nde4j.symbolic.dynamics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.kernel.Elementary;
import org.nde4j.core.model.Smooth;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.core.train.Trajectory;

/**
 * Fits systems to the training trajectories and compares them by how well they forecast the validation data.
 *
 * <p>The criterion is N log(e + 0.3) for the training data plus twice that for the validation data, where e is the mean
 * squared error in units of the noise (so that errors well below the noise count alike), plus log N for each free
 * constant and 1 for each node: a description length, after G. Schwarz, <em>Estimating the dimension of a model</em>,
 * Ann. Stat. 6 (1978), doi:10.1214/aos/1176344136, with a price for the form.
 */
final class Judge {
    private static final double ALIKE = 0.3;

    private final Split split;
    private final double[] scale;
    private final double[] unit;
    private final int substeps;
    private final double[][] starts;
    private final TrajectoryFit windows;
    private final TrajectoryFit whole;
    private final int[] place;

    /**
     * A judge.
     *
     * @param split the data
     * @param fitted the part of each trajectory that constants are fitted to (split.fitted() or split.chosen())
     * @param smooth all data, smoothed: the starts of held-out trajectories
     * @param scale the standard deviation of the error of each state
     * @param substeps steps of the solver between two points
     * @param points of the windows that are fitted first
     */
    Judge(Split split, int[] fitted, Smooth smooth, double[] scale, int substeps, int points) {
        this.split = split;
        this.scale = scale;
        this.unit = smooth.deviation();
        this.substeps = substeps;
        List<Trajectory> all = split.series().trajectories();
        this.starts = IntStream.range(0, all.size())
                .mapToObj(k -> smooth.states(k, all.get(k).times()[0]))
                .toArray(double[][]::new);
        this.place = new int[all.size()];
        int next = 0;
        for (int k = 0; k < place.length; k++) {
            place[k] = fitted[k] > 0 ? next++ : -1;
        }
        TimeSeries part = split.series()
                .with(IntStream.range(0, all.size())
                        .filter(k -> fitted[k] > 0)
                        .mapToObj(k -> all.get(k).slice(0, fitted[k]))
                        .toList());
        Smooth own = Smooth.of(part);
        int longest = part.trajectories().stream().mapToInt(Trajectory::length).max().orElseThrow();
        this.windows = points < longest ? new TrajectoryFit(own.windows(points), scale, substeps) : null;
        this.whole = new TrajectoryFit(own.windows(Math.max(2, longest)), scale, substeps);
    }

    /** Steps of the solver between two points. */
    int substeps() {
        return substeps;
    }

    /**
     * Fits a system: to short windows first, which is robust, then to whole trajectories.
     *
     * @param iterations of either fit, at most
     * @return the fit to whole trajectories; with infinite squares if the system cannot follow them
     */
    TrajectoryFit.Fitted fit(EquationSystem system, int iterations) {
        EquationSystem begun = system;
        if (windows != null) {
            TrajectoryFit.Fitted short_ = windows.fit(system, windows.starts(), iterations);
            if (Double.isFinite(short_.squares())) {
                begun = short_.system();
            }
        }
        return whole.fit(begun, whole.starts(), iterations);
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

    /** Compares a fitted system. */
    Candidate judge(TrajectoryFit.Fitted fitted) {
        double[][] from = starts.clone();
        for (int k = 0; k < place.length; k++) {
            if (place[k] >= 0) {
                from[k] = fitted.starts()[place[k]];
            }
        }
        if (!Double.isFinite(fitted.squares())) {
            return new Candidate(fitted.system(), List.of(from), Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        Forecast forecast = new Forecast(fitted.system().field(), fitted.system().parameters(), from, split, unit);
        Forecast.Squares validation = forecast.squares("validation", scale);
        int n = fitted.observations();
        double criterion = n * Elementary.log(fitted.chi2() + ALIKE)
                + 2 * validation.count() * Elementary.log(validation.mean() + ALIKE)
                + Elementary.log(n) * fitted.system().free().length
                + fitted.system().complexity();
        return new Candidate(fitted.system(), List.of(from), fitted.chi2(), validation.mean(), Double.isNaN(criterion) ? Double.POSITIVE_INFINITY : criterion);
    }

    /** The fit of a candidate's starts again. */
    TrajectoryFit.Fitted refine(Candidate candidate, int iterations) {
        double[][] from = IntStream.range(0, place.length)
                .filter(k -> place[k] >= 0)
                .mapToObj(k -> candidate.starts().get(k))
                .toArray(double[][]::new);
        return whole.fit(candidate.system(), from, iterations);
    }

    /** The forecast of a candidate for all data. */
    Forecast forecast(Candidate candidate) {
        return new Forecast(
                candidate.system().field(),
                candidate.system().parameters(),
                candidate.startArrays(),
                split,
                unit);
    }

    /** The starts of all trajectories as the smooth curves have them. */
    double[][] smoothStarts() {
        return Arrays.stream(starts).map(double[]::clone).toArray(double[][]::new);
    }
}
