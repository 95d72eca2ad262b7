package org.nde4j.symbolic.evolve;

/**
 * How often each mutation is tried, relative to the others. A weight is taken as zero where the mutation cannot apply:
 * nothing is deleted from a leaf, nothing grows at the size limit.
 *
 * <p>The defaults are those of SymbolicRegression.jl 1.x. There the sign of a constant flips with probability 1 - 0.0074
 * at each change, against its own description; here it flips with the probability that is described.
 *
 * @param constant multiplies or divides a constant by a number near one
 * @param operator another operator of the same arity
 * @param variable another variable
 * @param swap exchanges two operands
 * @param rotate rotates the tree at a node
 * @param add an operator below a leaf or above the root
 * @param insert an operator above a node
 * @param delete takes an operator out and leaves one operand
 * @param simplify folds constants
 * @param randomize a new random tree
 * @param renew nothing but a new birthday
 * @param optimize fits the constants
 * @param backsolve replaces a subtree by a sparse regression on what it should have been
 * @param spread a constant changes by a factor of up to 1.1 plus this times the temperature
 * @param flip the probability that a changed constant also changes its sign
 */
public record MutationWeights(
        double constant,
        double operator,
        double variable,
        double swap,
        double rotate,
        double add,
        double insert,
        double delete,
        double simplify,
        double randomize,
        double renew,
        double optimize,
        double backsolve,
        double spread,
        double flip) {
    public MutationWeights {
        double least = Math.min(
                Math.min(Math.min(constant, operator), Math.min(variable, swap)),
                Math.min(
                        Math.min(Math.min(rotate, add), Math.min(insert, delete)),
                        Math.min(Math.min(simplify, randomize), Math.min(Math.min(renew, optimize), backsolve))));
        if (!(least >= 0) || !(spread >= 0) || !(flip >= 0 && flip <= 1) || !(add + randomize + renew > 0)) {
            throw new IllegalArgumentException("The mutation weights have the least value " + least + ", spread "
                    + spread + " and flip " + flip
                    + "; give weights that are not negative, with add, randomize or renew"
                    + " positive, and a probability between 0 and 1.");
        }
    }

    /** The weights of SymbolicRegression.jl 1.x, with some of fitting and backsolving. */
    public static MutationWeights defaults() {
        return new MutationWeights(
                0.0346, 0.293, 0.1, 0.198, 4.26, 2.47, 0.0112, 0.870, 0.00209, 0.000502, 0.273, 0.05, 0.05, 0.129,
                0.00743);
    }

    /** The same without the mutations that look at the data. */
    MutationWeights withoutData() {
        return new MutationWeights(
                constant, operator, variable, swap, rotate, add, insert, delete, simplify, randomize, renew, 0, 0,
                spread, flip);
    }

    double of(Mutation mutation) {
        return switch (mutation) {
            case CONSTANT -> constant;
            case OPERATOR -> operator;
            case VARIABLE -> variable;
            case SWAP -> swap;
            case ROTATE -> rotate;
            case ADD -> add;
            case INSERT -> insert;
            case DELETE -> delete;
            case SIMPLIFY -> simplify;
            case RANDOMIZE -> randomize;
            case RENEW -> renew;
            case OPTIMIZE -> optimize;
            case BACKSOLVE -> backsolve;
        };
    }
}
