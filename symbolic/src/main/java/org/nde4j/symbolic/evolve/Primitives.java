package org.nde4j.symbolic.evolve;

import java.util.List;
import java.util.random.RandomGenerator;
import org.nde4j.symbolic.expression.Operator;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.Splice;
import org.nde4j.symbolic.score.Token;

/** What expressions are made of, and which of them are allowed: the primitive set of genetic programming. */
public final class Primitives {
    private static final int GROWTH_STEPS = 3;

    private final int variables;
    private final int[] operators;
    private final int[] unary;
    private final int[] binary;
    private final EvolutionSettings.Limits limits;
    private final List<Nesting> nesting;

    private Primitives(int variables, List<String> names, EvolutionSettings.Limits limits) {
        this.variables = variables;
        this.operators = tokens(names, 0);
        this.unary = tokens(names, 1);
        this.binary = tokens(names, 2);
        this.limits = limits;
        this.nesting = limits.nesting().stream().map(Nesting::parse).toList();
    }

    /**
     * The primitives of a search.
     *
     * @param variables the number of variables, positive
     */
    public static Primitives of(int variables, EvolutionSettings settings) {
        if (variables < 1) {
            throw new IllegalArgumentException("The sample has no variables; give at least one column.");
        }
        return new Primitives(variables, settings.operators(), settings.limits());
    }

    static void check(List<String> operators) {
        if (operators.isEmpty()) {
            throw new IllegalArgumentException("There are no operators; give some, for instance + - * /.");
        }
        operators.forEach(Nesting::operator);
    }

    private static int[] tokens(List<String> names, int arity) {
        return names.stream()
                .map(Nesting::operator)
                .filter(operator -> arity == 0 || operator.arity() == arity)
                .mapToInt(Token::of)
                .toArray();
    }

    /** The number of variables. */
    public int variables() {
        return variables;
    }

    /** The limits. */
    public EvolutionSettings.Limits limits() {
        return limits;
    }

    /** Whether an operator may be used. */
    public boolean has(Operator operator) {
        int token = Token.of(operator);
        for (int known : operators) {
            if (known == token) {
                return true;
            }
        }
        return false;
    }

    /** The tokens of the operators of that arity. */
    int[] operators(int arity) {
        return (arity == 1 ? unary : binary).clone();
    }

    int operatorCount(int arity) {
        return (arity == 1 ? unary : binary).length;
    }

    /** Whether an expression keeps all limits. */
    public boolean admits(Code code) {
        if (code.size() > limits.size() || (code.size() > limits.depth() && code.depth() > limits.depth())) {
            return false;
        }
        for (Nesting rule : nesting) {
            if (!rule.admits(code)) {
                return false;
            }
        }
        return true;
    }

    /** The code with constants folded and merged, if that needs no other operators. */
    Code simplified(Code code) {
        Code merged = Surgery.merged(code);
        for (int p = 0; p < merged.size(); p++) {
            if (Token.arity(merged.token(p)) > 0 && !has(Token.operator(merged.token(p)))) {
                return code.folded();
            }
        }
        return merged;
    }

    /** A standard normal constant or a variable, each half of the time. */
    public Code leaf(RandomGenerator random) {
        return random.nextBoolean() ? Code.number(random.nextGaussian()) : Code.variable(random.nextInt(variables));
    }

    /** Any operator. */
    int operator(RandomGenerator random) {
        return operators[random.nextInt(operators.length)];
    }

    /** An operator of that arity; there must be one. */
    int operator(int arity, RandomGenerator random) {
        int[] choices = arity == 1 ? unary : binary;
        return choices[random.nextInt(choices.length)];
    }

    /** An operator over random leaves. */
    Code sprout(RandomGenerator random) {
        int operator = operator(random);
        Splice splice = new Splice();
        for (int i = Token.arity(operator); i > 0; i--) {
            splice.append(leaf(random));
        }
        return splice.token(operator).code();
    }

    /** A new member: a leaf that has grown three times, or less often where the limits forbid it. */
    public Code seedling(RandomGenerator random) {
        Code code = leaf(random);
        for (int i = 0; i < GROWTH_STEPS; i++) {
            code = grown(code, random);
        }
        return code;
    }

    /** A random tree of about that many nodes. */
    Code tree(int size, RandomGenerator random) {
        Code code = leaf(random);
        for (int i = 0; i < size && code.size() < size; i++) {
            code = grown(code, random);
        }
        return code;
    }

    private Code grown(Code code, RandomGenerator random) {
        Code grown = code.replace(Positions.leaf(code, random), sprout(random));
        return admits(grown) ? grown : code;
    }
}
