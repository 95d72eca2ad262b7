package org.nde4j.symbolic.expression;

/** An operator of an {@link Expression}: a function of one argument or of two. */
public sealed interface Operator permits UnaryOperator, BinaryOperator {
    /** The name in the text of an expression: {@code sin}, {@code +}, {@code min}. */
    String text();

    /** The number of arguments: 1 or 2. */
    int arity();

    /** How tightly it binds when printed; a function that is called binds as tightly as a variable. */
    Precedence precedence();

    /** The name of the function or the infix symbol in a target language. */
    String spelling(Language language);

    /** What one use of it adds to the complexity of an expression unless a {@link Complexity} says otherwise. */
    default int weight() {
        return 1;
    }
}
