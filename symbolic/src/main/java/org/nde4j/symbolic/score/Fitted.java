package org.nde4j.symbolic.score;

/**
 * A code with its loss on some sample.
 *
 * @param code the code
 * @param loss the weighted mean loss; positive infinity if some row is not finite
 */
public record Fitted(Code code, double loss) {
    /** The other one if its loss is smaller, else this one. */
    public Fitted orBetter(Fitted other) {
        return other.loss < loss ? other : this;
    }
}
