package org.nde4j.symbolic.evolve;

import java.util.random.RandomGenerator;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.Token;

/**
 * The ways in which one expression becomes another (the set of SymbolicRegression.jl, M. Cranmer, 2023,
 * doi:10.48550/arXiv.2305.01582, without the operations on graphs). A mutation does not look at the limits; whoever
 * applies it does.
 */
public enum Mutation {
    /** One constant is multiplied or divided by a number between 1 and 1.1 + spread times temperature. */
    CONSTANT {
        @Override
        Code apply(Code code, Breeding breeding) {
            RandomGenerator random = breeding.random();
            double[] constants = code.constants();
            int chosen = random.nextInt(constants.length);
            constants[chosen] = breeding.perturbed(constants[chosen]);
            return code.with(constants);
        }
    },
    /** One operator becomes another of the same arity. */
    OPERATOR {
        @Override
        Code apply(Code code, Breeding breeding) {
            int p = Positions.operator(code, breeding.random());
            int arity = Token.arity(code.token(p));
            return code.with(p, breeding.primitives().operator(arity, breeding.random()));
        }
    },
    /** One variable becomes another. */
    VARIABLE {
        @Override
        Code apply(Code code, Breeding breeding) {
            int p = Positions.where(code, breeding.random(), Token::isVariable);
            int others = breeding.primitives().variables() - 1;
            int chosen = breeding.random().nextInt(others);
            return code.with(p, Token.variable(chosen < Token.index(code.token(p)) ? chosen : chosen + 1));
        }
    },
    /** The operands of one operator are exchanged. */
    SWAP {
        @Override
        Code apply(Code code, Breeding breeding) {
            return Surgery.swapped(code, Positions.where(code, breeding.random(), token -> Token.arity(token) == 2));
        }
    },
    /** An operator takes the place of the one above it, which becomes its operand. */
    ROTATE {
        @Override
        Code apply(Code code, Breeding breeding) {
            return Surgery.rotated(code, breeding.random());
        }
    },
    /** A leaf becomes an operator over random leaves, or the whole an operand of a new root. */
    ADD {
        @Override
        Code apply(Code code, Breeding breeding) {
            RandomGenerator random = breeding.random();
            return random.nextBoolean()
                    ? code.replace(
                            Positions.leaf(code, random), breeding.primitives().sprout(random))
                    : breeding.crowned(code);
        }
    },
    /** A subtree becomes an operand of a new operator in its place. */
    INSERT {
        @Override
        Code apply(Code code, Breeding breeding) {
            int p = Positions.any(code, breeding.random());
            return code.replace(p, breeding.crowned(code.subtree(p)));
        }
    },
    /** An operator gives way to one of its operands. */
    DELETE {
        @Override
        Code apply(Code code, Breeding breeding) {
            int p = Positions.operator(code, breeding.random());
            boolean left = Token.arity(code.token(p)) == 2 && breeding.random().nextBoolean();
            return code.replace(p, left ? Surgery.left(code, p) : Surgery.right(code, p));
        }
    },
    /** Constants are folded and merged. */
    SIMPLIFY {
        @Override
        Code apply(Code code, Breeding breeding) {
            return breeding.primitives().simplified(code);
        }
    },
    /** A new random tree. */
    RANDOMIZE {
        @Override
        Code apply(Code code, Breeding breeding) {
            int most = breeding.primitives().limits().size();
            return breeding.primitives().tree(1 + breeding.random().nextInt(most), breeding.random());
        }
    },
    /** The same with a new birthday, so that the good survive. */
    RENEW {
        @Override
        Code apply(Code code, Breeding breeding) {
            return code;
        }
    },
    /** The constants are fitted, which is done when the child is scored. */
    OPTIMIZE {
        @Override
        Code apply(Code code, Breeding breeding) {
            return code.folded();
        }
    },
    /** A subtree is replaced by a sum of a few terms that come closest to what it should have been; then the constants are fitted. */
    BACKSOLVE {
        @Override
        Code apply(Code code, Breeding breeding) {
            return breeding.backsolve().apply(code, breeding);
        }
    };

    /** The mutated code, not checked against any limits; its {@link #weight weight} must be positive. */
    abstract Code apply(Code code, Breeding breeding);

    /** How often it is tried on this code; zero if it cannot apply. */
    double weight(Code code, Primitives primitives, MutationWeights weights) {
        double weight = weights.of(this);
        return switch (this) {
            case CONSTANT -> weight * Math.min(8, code.constantCount()) / 8;
            case OPERATOR, DELETE -> code.size() > 1 ? weight : 0;
            case VARIABLE -> primitives.variables() > 1 && code.constantCount() < leaves(code) ? weight : 0;
            case SWAP -> leaves(code) > 1 ? weight : 0;
            case ROTATE -> code.size() > 2 && code.depth() > 2 ? weight : 0;
            case ADD, INSERT -> code.size() < primitives.limits().size() ? weight : 0;
            case OPTIMIZE -> code.constantCount() > 0 ? weight : 0;
            default -> weight;
        };
    }

    private static int leaves(Code code) {
        return Positions.count(code, token -> Token.arity(token) == 0);
    }
}
