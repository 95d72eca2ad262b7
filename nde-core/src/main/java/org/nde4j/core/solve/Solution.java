package org.nde4j.core.solve;

import java.util.List;

/**
 * What a solve gave, whole or up to where it failed.
 *
 * @param outputs what was kept, one for each output that was asked for
 * @param events what happened, in order
 * @param restart where the solve stands at its end
 * @param ledger the accepted steps
 * @param statistics how much work it was
 */
public record Solution(
        List<Saved> outputs, List<Occurrence> events, Snapshot restart, Ledger ledger, Statistics statistics) {
    /** Copies the lists. */
    public Solution {
        outputs = List.copyOf(outputs);
        events = List.copyOf(events);
    }

    /** An output, by its number in {@link SaveAt#all}. */
    public Saved output(int i) {
        return outputs.get(i);
    }

    /** The times of the saved states; of the first output if there are several. */
    public double[] times() {
        return outputs.get(0).times();
    }

    /** The saved states, each [B, n]; of the first output if there are several. */
    public double[][] states() {
        return outputs.get(0).states();
    }

    /** The solution as a function of time; null unless asked for. */
    public DenseOutput dense() {
        return outputs.stream()
                .map(Saved::dense)
                .filter(d -> d != null)
                .findFirst()
                .orElse(null);
    }

    /** The last saved state, or the state at the end if none was saved; the end of the solve if it finished. */
    public double[] last() {
        double[][] states = states();
        return states.length == 0 ? restart.state() : states[states.length - 1];
    }

    /**
     * The work of a solve.
     *
     * @param steps accepted steps
     * @param rejected rejected attempts
     * @param forced steps of the least length that were accepted although their error was too great
     * @param work evaluations, factorizations and so on
     */
    public record Statistics(int steps, int rejected, int forced, Stepper.Work work) {
        /** Evaluations of the field, a batch counting once. */
        public long evaluations() {
            return work.evaluations();
        }
    }
}
