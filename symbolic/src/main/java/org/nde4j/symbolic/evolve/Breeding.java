package org.nde4j.symbolic.evolve;

import java.util.List;
import java.util.random.RandomGenerator;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.ConstantFit;
import org.nde4j.symbolic.score.Evaluator;
import org.nde4j.symbolic.score.Splice;
import org.nde4j.symbolic.score.Token;

/**
 * What a mutation may use: the primitives, the bench, the dice, the relatives.
 *
 * @param temperature from 1 at the start of a round to 0 at its end
 * @param relatives where {@link Mutation#BACKSOLVE} finds terms
 */
record Breeding(
        Primitives primitives,
        MutationWeights weights,
        ConstantFit fit,
        Evaluator bench,
        Backsolve backsolve,
        double temperature,
        RandomGenerator random,
        List<Code> relatives) {
    private static final int ATTEMPTS = 10;
    private static final double LEAST_CHANGE = 1.1;
    private static final Mutation[] ALL = Mutation.values();

    /** The same at another temperature. */
    Breeding cooled(double other) {
        return new Breeding(primitives, weights, fit, bench, backsolve, other, random, relatives);
    }

    /** A mutation of the code, drawn by the weights. */
    Mutation draw(Code code) {
        double sum = 0;
        double[] upTo = new double[ALL.length];
        for (int i = 0; i < ALL.length; i++) {
            sum += ALL[i].weight(code, primitives, weights);
            upTo[i] = sum;
        }
        double u = random.nextDouble() * sum;
        int i = 0;
        while (i < ALL.length - 1 && u >= upTo[i]) {
            i++;
        }
        return ALL[i];
    }

    /** The first of ten attempts that keeps the limits, or null. */
    Code attempt(Mutation mutation, Code code) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Code child = mutation.apply(code, this);
            if (primitives.admits(child)) {
                return child;
            }
        }
        return null;
    }

    /** The first of ten crossovers whose children both keep the limits, or null. */
    Code[] attempt(Code mother, Code father) {
        return Surgery.crossed(mother, father, primitives, ATTEMPTS, random);
    }

    /** The code as an operand of a random operator; the other operand, if any, is a random leaf on a random side. */
    Code crowned(Code code) {
        int operator = primitives.operator(random);
        Splice splice = new Splice();
        boolean first = random.nextBoolean();
        if (Token.arity(operator) == 1) {
            return splice.append(code).token(operator).code();
        }
        Code leaf = primitives.leaf(random);
        return splice.append(first ? code : leaf)
                .append(first ? leaf : code)
                .token(operator)
                .code();
    }

    /** A constant near another one; zero becomes a standard normal number, since no factor changes it. */
    double perturbed(double constant) {
        if (constant == 0) {
            return random.nextGaussian();
        }
        double factor = StrictMath.pow(LEAST_CHANGE + weights.spread() * temperature, random.nextDouble());
        double changed = random.nextBoolean() ? constant * factor : constant / factor;
        return random.nextDouble() < weights.flip() ? -changed : changed;
    }
}
