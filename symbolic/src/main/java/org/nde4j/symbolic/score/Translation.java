package org.nde4j.symbolic.score;

import java.util.List;
import org.nde4j.symbolic.expression.Binary;
import org.nde4j.symbolic.expression.Constant;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.Unary;
import org.nde4j.symbolic.expression.Variable;

/** Between trees and postfix codes. */
final class Translation {
    private Translation() {}

    static Code code(Expression expression, List<String> variables) {
        Splice splice = new Splice();
        append(expression, variables, splice);
        return splice.code();
    }

    private static void append(Expression expression, List<String> variables, Splice splice) {
        for (Expression argument : expression.arguments()) {
            append(argument, variables, splice);
        }
        if (expression instanceof Constant constant) {
            splice.constant(constant.value());
        } else if (expression instanceof Variable variable) {
            splice.token(Token.variable(index(variable.name(), variables)));
        } else if (expression instanceof Unary unary) {
            splice.token(Token.of(unary.op()));
        } else if (expression instanceof Binary binary) {
            splice.token(Token.of(binary.op()));
        }
    }

    private static int index(String name, List<String> variables) {
        int index = variables.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("The expression uses " + name + " but the variables are " + variables
                    + "; rename it or add its column.");
        }
        return index;
    }

    static Expression expression(Code code, List<String> variables) {
        Expression[] stack = new Expression[code.size()];
        int top = 0;
        int next = 0;
        for (int token : code.tokens()) {
            if (Token.isConstant(token)) {
                stack[top++] = Expression.constant(code.values()[next++]);
            } else if (Token.isVariable(token)) {
                stack[top++] = Expression.variable(variables.get(Token.index(token)));
            } else if (Token.arity(token) == 1) {
                stack[top - 1] = new Unary(Token.unary(token), stack[top - 1]);
            } else {
                top--;
                stack[top - 1] = new Binary(Token.binary(token), stack[top - 1], stack[top]);
            }
        }
        return stack[0];
    }
}
