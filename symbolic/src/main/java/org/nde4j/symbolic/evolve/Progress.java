package org.nde4j.symbolic.evolve;

import java.util.List;
import org.nde4j.symbolic.score.Fitted;

/**
 * How far a search is.
 *
 * @param round how many rounds are done
 * @param rounds how many there are at most
 * @param births how many children were conceived
 * @param baseline the loss of the best constant
 * @param front the best codes, each better than all smaller ones, smallest first
 */
public record Progress(int round, int rounds, long births, double baseline, List<Fitted> front) {
    /** The smallest loss; the baseline if there is nothing yet. */
    public double leastLoss() {
        return front.isEmpty() ? baseline : front.get(front.size() - 1).loss();
    }
}
