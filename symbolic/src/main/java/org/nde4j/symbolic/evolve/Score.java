package org.nde4j.symbolic.evolve;

/**
 * The fitness of a member, smaller is better. It carries what a phenotype of Jenetics cannot: the loss behind the cost,
 * and the day of birth, by which members die.
 *
 * @param cost the loss in units of the baseline plus the price of the size
 * @param loss the loss
 * @param size the number of nodes
 * @param birth how many were born on the island before
 */
public record Score(double cost, double loss, int size, long birth) implements Comparable<Score> {
    @Override
    public int compareTo(Score other) {
        int byCost = Double.compare(cost, other.cost);
        return byCost != 0 ? byCost : Long.compare(birth, other.birth);
    }

    /** The same with a new birthday. */
    public Score born(long day) {
        return new Score(cost, loss, size, day);
    }
}
