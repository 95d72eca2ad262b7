package org.nde4j.symbolic.dynamics;

import java.util.List;
import org.nde4j.core.model.NeuralOde;
import org.nde4j.symbolic.front.ParetoFront;

/**
 * What a distillation found.
 *
 * @param split who saw which data
 * @param members the trained networks
 * @param fronts for each state the expressions that were found
 * @param systems the systems that were compared, best first
 * @param equations the chosen system, its constants fitted to training and validation data and rounded
 * @param standardErrors of all constants of the chosen system; 0 where exact
 * @param baseline the polynomial baseline, fitted to the same data
 * @param forecasts what network, equations and baseline say about all data
 * @param scores how well they do
 * @param warnings what a reader should know before believing the equations
 */
public record Distilled(
        Split split,
        List<NeuralOde.Trained> members,
        List<ParetoFront> fronts,
        List<Candidate> systems,
        Candidate equations,
        double[] standardErrors,
        Candidate baseline,
        Forecasts forecasts,
        Scores scores,
        List<String> warnings) {

    /**
     * Forecasts of every trajectory, [trajectory][times][n].
     *
     * @param network the first member
     * @param equations the chosen system
     * @param baseline the baseline
     */
    public record Forecasts(double[][][] network, double[][][] equations, double[][][] baseline) {}

    /**
     * Shares of explained variance; NaN where there are no such data.
     *
     * @param train of training and validation data, by the equations
     * @param validation of the validation data, by the system as it was when it was chosen
     * @param test of data nobody looked at, by the equations
     * @param networkTest the same by the network
     * @param baselineValidation of the validation data, by the baseline
     * @param baselineTest of the test data, by the baseline
     * @param distillation of the network's field at the sampled points, by the equations
     */
    public record Scores(
            double train,
            double validation,
            double test,
            double networkTest,
            double baselineValidation,
            double baselineTest,
            double distillation) {}
}
