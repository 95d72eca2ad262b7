package org.nde4j.symbolic.evolve;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nde4j.symbolic.expression.BinaryOperator;
import org.nde4j.symbolic.expression.Operator;
import org.nde4j.symbolic.expression.UnaryOperator;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.Token;

/** At most {@code most} operators {@code inner} on any path below an operator {@code outer}; both are tokens. */
record Nesting(int inner, int outer, int most) {
    private static final Pattern RULE = Pattern.compile("\\s*(\\S+)\\s+in\\s+(\\S+)\\s*:\\s*(\\d{1,3})\\s*");

    static Nesting parse(String rule) {
        Matcher parts = RULE.matcher(rule);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "\"" + rule + "\" is not a nesting rule; write it like \"sin in exp: 0\".");
        }
        return new Nesting(token(parts.group(1)), token(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    private static int token(String name) {
        return Token.of(operator(name));
    }

    static Operator operator(String name) {
        for (BinaryOperator operator : BinaryOperator.values()) {
            if (operator.text().equals(name)) {
                return operator;
            }
        }
        return UnaryOperator.named(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no operator \"" + name
                        + "\"; use + - * / ^ min max or a function such as sin, exp, log, sqrt."));
    }

    boolean admits(Code code) {
        int[] count = new int[code.size()];
        int top = 0;
        for (int p = 0; p < code.size(); p++) {
            int token = code.token(p);
            int below = 0;
            for (int i = Token.arity(token); i > 0; i--) {
                below = Math.max(below, count[--top]);
            }
            if (token == outer && below > most) {
                return false;
            }
            count[top++] = below + (token == inner ? 1 : 0);
        }
        return true;
    }
}
