package org.nde4j.symbolic.evolve;

import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.Token;

/** Random places in a code. */
final class Positions {
    private Positions() {}

    static int any(Code code, RandomGenerator random) {
        return random.nextInt(code.size());
    }

    static int leaf(Code code, RandomGenerator random) {
        return where(code, random, token -> Token.arity(token) == 0);
    }

    static int operator(Code code, RandomGenerator random) {
        return where(code, random, token -> Token.arity(token) > 0);
    }

    static int count(Code code, IntPredicate tokens) {
        int count = 0;
        for (int p = 0; p < code.size(); p++) {
            count += tokens.test(code.token(p)) ? 1 : 0;
        }
        return count;
    }

    /** A place whose token passes, all such equally likely; -1 if there is none. */
    static int where(Code code, RandomGenerator random, IntPredicate tokens) {
        int count = count(code, tokens);
        int wanted = count == 0 ? -1 : random.nextInt(count);
        for (int p = 0; p < code.size(); p++) {
            if (tokens.test(code.token(p)) && wanted-- == 0) {
                return p;
            }
        }
        return -1;
    }
}
