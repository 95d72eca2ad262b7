package org.nde4j.symbolic.expression;

import java.util.List;

/**
 * A named quantity, such as a state or a column of a table.
 *
 * @param name 1 to 256 characters without backticks and control characters; need not be an identifier
 */
public record Variable(String name) implements Expression {
    /** Checks the name. */
    public Variable {
        if (name.isEmpty()
                || name.length() > 256
                || name.chars().anyMatch(c -> c == '`' || Character.isISOControl(c))) {
            throw new IllegalArgumentException("a variable cannot be named \"" + name.replaceAll("\\p{Cntrl}", "?")
                    + "\": names have 1 to 256 characters, none of them a backtick or a control character");
        }
    }

    @Override
    public List<Expression> arguments() {
        return List.of();
    }

    @Override
    public Expression with(List<Expression> arguments) {
        return this;
    }

    @Override
    public String toString() {
        return text();
    }
}
