package org.nde4j.symbolic.evolve;

import java.util.random.RandomGenerator;
import org.nde4j.symbolic.expression.BinaryOperator;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.Splice;
import org.nde4j.symbolic.score.Token;

/** Cuts and joins of codes. */
final class Surgery {
    private static final int ADD = Token.of(BinaryOperator.ADD);
    private static final int SUB = Token.of(BinaryOperator.SUB);
    private static final int MUL = Token.of(BinaryOperator.MUL);
    private static final int DIV = Token.of(BinaryOperator.DIV);

    private Surgery() {}

    /** The last operand of the operator at {@code p}. */
    static Code right(Code code, int p) {
        return code.subtree(p - 1);
    }

    /** The first operand of the binary operator at {@code p}. */
    static Code left(Code code, int p) {
        return code.subtree(code.start(p - 1) - 1);
    }

    static Code join(int operator, Code operand) {
        return new Splice().append(operand).token(operator).code();
    }

    static Code join(int operator, Code left, Code right) {
        return new Splice().append(left).append(right).token(operator).code();
    }

    static Code join(BinaryOperator operator, Code left, Code right) {
        return join(Token.of(operator), left, right);
    }

    /** Exchanges the operands of the binary operator at {@code p}. */
    static Code swapped(Code code, int p) {
        return code.replace(p, join(code.token(p), right(code, p), left(code, p)));
    }

    /** Rotates at a random operator that has an operator below it; the code must have depth 3 or more. */
    static Code rotated(Code code, RandomGenerator random) {
        boolean[] inner = inner(code);
        int pivot = -1;
        for (int p = 0, seen = 0; p < code.size(); p++) {
            if (inner[p] && random.nextInt(++seen) == 0) {
                pivot = p;
            }
        }
        int root = parent(code, pivot);
        int operator = code.token(pivot);
        boolean first = Token.arity(operator) == 2 && random.nextBoolean();
        Code moved = first ? left(code, pivot) : right(code, pivot);
        Code lowered = code.subtree(root).replace(pivot - code.start(root), moved);
        if (Token.arity(operator) == 1) {
            return code.replace(root, join(operator, lowered));
        }
        return code.replace(
                root, first ? join(operator, lowered, right(code, pivot)) : join(operator, left(code, pivot), lowered));
    }

    /** The operators that are not the root. */
    private static boolean[] inner(Code code) {
        boolean[] inner = new boolean[code.size()];
        for (int p = 0; p < code.size() - 1; p++) {
            inner[p] = Token.arity(code.token(p)) > 0;
        }
        return inner;
    }

    static int parent(Code code, int child) {
        int p = child + 1;
        while (code.start(p) > child) {
            p++;
        }
        return p;
    }

    /** Two codes with a random subtree exchanged; null if none of the attempts keeps the limits for both. */
    static Code[] crossed(Code a, Code b, Primitives primitives, int attempts, RandomGenerator random) {
        for (int i = 0; i < attempts; i++) {
            int p = Positions.any(a, random);
            int q = Positions.any(b, random);
            Code first = a.replace(p, b.subtree(q));
            Code second = b.replace(q, a.subtree(p));
            if (primitives.admits(first) && primitives.admits(second)) {
                return new Code[] {first, second};
            }
        }
        return null;
    }

    /**
     * Constant subtrees folded, and constants of neighboring sums and products merged. Every step is an identity of real
     * numbers wherever the original is defined.
     */
    static Code merged(Code code) {
        Code folded = code.folded();
        for (int p = folded.size() - 1; p > 3; p--) {
            Code merged = mergedAt(folded, p);
            if (merged != null) {
                return merged(folded.replace(p, merged));
            }
        }
        return folded;
    }

    /** The subtree at {@code p} with its constant merged into the one just below, or null if that cannot be done. */
    private static Code mergedAt(Code code, int p) {
        int outer = code.token(p);
        if (Token.arity(outer) != 2) {
            return null;
        }
        Term term = Term.at(code, p);
        Term below = term == null ? null : Term.of(term.rest());
        return below == null ? null : term.merge(below);
    }

    /** A sum {@code shift + sign rest} or a product {@code factor rest^sign}, with one constant operand. */
    private record Term(boolean sum, double constant, boolean plain, Code rest) {
        static Term of(Code code) {
            return code.size() < 3 || Token.arity(code.token(code.size() - 1)) != 2 ? null : at(code, code.size() - 1);
        }

        static Term at(Code code, int p) {
            int operator = code.token(p);
            boolean sum = operator == ADD || operator == SUB;
            if (!sum && operator != MUL && operator != DIV) {
                return null;
            }
            boolean inverse = operator == SUB || operator == DIV;
            Code left = left(code, p);
            Code right = right(code, p);
            if (left.size() == 1 && left.constantCount() == 1) {
                return new Term(sum, left.constant(0), !inverse, right);
            }
            if (right.size() == 1 && right.constantCount() == 1) {
                double c = right.constant(0);
                return new Term(sum, !inverse ? c : sum ? -c : 1 / c, true, left);
            }
            return null;
        }

        Code merge(Term below) {
            if (sum != below.sum) {
                return null;
            }
            double merged = sum
                    ? (plain ? constant + below.constant : constant - below.constant)
                    : (plain ? constant * below.constant : constant / below.constant);
            if (!Double.isFinite(merged) || (!sum && merged == 0)) {
                return null;
            }
            boolean plus = plain == below.plain;
            int operator = sum ? (plus ? ADD : SUB) : (plus ? MUL : DIV);
            return join(operator, Code.number(merged), below.rest);
        }
    }
}
