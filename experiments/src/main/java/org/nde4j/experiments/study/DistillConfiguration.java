package org.nde4j.experiments.study;

import java.util.List;
import java.util.Map;
import org.nde4j.core.model.NeuralOde;
import org.nde4j.experiments.data.Columns;
import org.nde4j.symbolic.dynamics.DistillSettings;
import org.nde4j.symbolic.evolve.EvolutionSettings;

/**
 * The configuration of a distillation: the columns, then all of {@link DistillSettings}.
 *
 * @param data the columns of the table
 * @param network the neural ODE that is trained first
 * @param members how many networks are trained
 * @param samples at how many points their field is regressed
 * @param regress the symbolic regression
 * @param functions more operators for a second search of each state
 * @param choice how systems are put together and compared
 * @param holdout what is held out
 * @param known for a state, terms of its derivative that are known
 * @param complete the states whose derivative is known completely
 */
public record DistillConfiguration(
        Columns data,
        NeuralOde network,
        int members,
        int samples,
        EvolutionSettings regress,
        List<String> functions,
        DistillSettings.Choice choice,
        DistillSettings.Holdout holdout,
        Map<String, String> known,
        List<String> complete) {

    /** Checks the ranges. */
    public DistillConfiguration {
        new DistillSettings(network, members, samples, regress, functions, choice, holdout, known, complete);
    }

    /** What suits most data. */
    public static DistillConfiguration defaults() {
        DistillSettings s = DistillSettings.defaults();
        return new DistillConfiguration(
                Columns.defaults(),
                s.network(),
                s.members(),
                s.samples(),
                s.regress(),
                s.functions(),
                s.choice(),
                s.holdout(),
                s.known(),
                s.complete());
    }

    /** The settings without the columns. */
    public DistillSettings settings() {
        return new DistillSettings(network, members, samples, regress, functions, choice, holdout, known, complete);
    }
}
