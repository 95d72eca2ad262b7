package org.nde4j.symbolic.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one formula by recursive descent. */
final class Parser {
    private final String text;
    private final Grammar grammar;
    private int at;
    private int nodes;
    private int nesting;

    Parser(String text, Grammar grammar) {
        this.text = text;
        this.grammar = grammar;
    }

    Expression parse() {
        if (text.length() > Grammar.MAX_LENGTH) {
            throw problem(
                    "a formula has at most " + Grammar.MAX_LENGTH + " characters, this text has " + text.length(), 0);
        }
        Expression e = sum();
        if (at < text.length()) {
            throw problem(leftOver(), at);
        }
        if (e.depth() > Grammar.MAX_DEPTH) {
            throw problem("a formula has at most " + Grammar.MAX_DEPTH + " levels, this one has " + e.depth(), 0);
        }
        return e;
    }

    private Expression sum() {
        enter();
        Expression e = product();
        for (BinaryOperator op = infix("+", "-"); op != null; op = infix("+", "-")) {
            e = node(new Binary(op, e, product()));
        }
        nesting--;
        return e;
    }

    private Expression product() {
        Expression e = sign();
        for (BinaryOperator op = infix("*", "/"); op != null; op = infix("*", "/")) {
            e = node(new Binary(op, e, sign()));
        }
        return e;
    }

    private Expression sign() {
        enter();
        Expression e;
        if (accept("-")) {
            e = minus();
        } else {
            e = accept("+") ? sign() : power();
        }
        nesting--;
        return e;
    }

    /** What follows a minus sign: a number takes it in, anything else is negated. */
    private Expression minus() {
        boolean number = startsNumber() || text.startsWith("Infinity", at);
        Expression u = sign();
        return number && u instanceof Constant c ? new Constant(-c.value()) : node(new Unary(UnaryOperator.NEG, u));
    }

    private Expression power() {
        Expression base = atom();
        if (accept("**") || accept("^")) {
            return node(new Binary(BinaryOperator.POW, base, sign()));
        }
        return base;
    }

    private Expression atom() {
        skipSpace();
        if (at == text.length()) {
            throw problem("a number, a name or a parenthesis is missing", at);
        }
        if (startsNumber()) {
            return number();
        }
        if (text.charAt(at) == '`') {
            return quoted();
        }
        if (accept("(")) {
            return closed(at - 1, sum());
        }
        if (Grammar.startsName(text.codePointAt(at))) {
            return named();
        }
        throw problem(
                "a number, a name or a parenthesis is expected, not \"" + Character.toString(text.codePointAt(at))
                        + "\"",
                at);
    }

    private Expression closed(int open, Expression e) {
        if (!accept(")")) {
            throw at < text.length() ? problem(leftOver(), at) : problem("this parenthesis is never closed", open);
        }
        return e;
    }

    private Expression number() {
        int start = at;
        digits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        exponent();
        if (at < text.length() && Grammar.startsName(text.codePointAt(at))) {
            throw problem("a product needs its sign: write " + text.substring(start, at) + "*" + name(at), at);
        }
        return node(new Constant(Double.parseDouble(text.substring(start, at))));
    }

    /** The exponent of a number; {@code 2e} without digits is none. */
    private void exponent() {
        int start = at;
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            int first = at;
            digits();
            at = at == first ? start : at;
        }
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private boolean startsNumber() {
        skipSpace();
        boolean point = at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1));
        return point || at < text.length() && isDigit(text.charAt(at));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private Expression quoted() {
        int start = at;
        int end = text.indexOf('`', start + 1);
        if (end < 0) {
            throw problem("this quoted name is never closed by a second backtick", start);
        }
        String name = text.substring(start + 1, end);
        if (!grammar.allows(name)) {
            throw unknown(name, start);
        }
        at = end + 1;
        try {
            return node(new Variable(name));
        } catch (IllegalArgumentException e) {
            throw problem(e.getMessage(), start);
        }
    }

    private Expression named() {
        int start = at;
        String name = name(start);
        at += name.length();
        if (accept("(")) {
            return call(name, start);
        }
        Optional<Expression> meaning = grammar.meaning(name);
        return node(meaning.orElseThrow(() -> unknown(name, start)));
    }

    private String name(int from) {
        int end = from;
        while (end < text.length() && Grammar.continuesName(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(from, end);
    }

    private Expression call(String name, int start) {
        Optional<UnaryOperator> unary = UnaryOperator.named(name);
        Optional<BinaryOperator> binary = BinaryOperator.named(name);
        if (unary.isEmpty() && binary.isEmpty()) {
            throw problem("there is no function \"" + name + "\"" + Suggestions.from(name, Grammar.functions()), start);
        }
        List<Expression> arguments = arguments(at - 1);
        int arity = unary.isPresent() ? 1 : 2;
        if (arguments.size() != arity) {
            throw problem(
                    name + " takes " + arity + " argument" + (arity == 1 ? "" : "s") + ", not " + arguments.size(),
                    start);
        }
        return node(
                arity == 1
                        ? new Unary(unary.get(), arguments.get(0))
                        : new Binary(binary.get(), arguments.get(0), arguments.get(1)));
    }

    private List<Expression> arguments(int open) {
        List<Expression> arguments = new ArrayList<>();
        do {
            arguments.add(sum());
        } while (accept(","));
        closed(open, arguments.get(0));
        return arguments;
    }

    private ParseException unknown(String name, int start) {
        String hint = Grammar.isFunction(name)
                ? ": it is a function, write " + name + "(...), or `" + name + "` for a variable of that name"
                : Suggestions.from(name, List.copyOf(grammar.values()));
        return problem("there is no variable \"" + name + "\"" + hint, start);
    }

    private String leftOver() {
        char c = text.charAt(at);
        if (c == ')') {
            return "this parenthesis was never opened";
        }
        return c == ',' ? "a comma is only allowed between the arguments of a function" : "an operator is expected";
    }

    /** The operator of one of two signs at this place, or null; a double star is a power and not a product. */
    private BinaryOperator infix(String one, String other) {
        skipSpace();
        if (text.startsWith("**", at)) {
            return null;
        }
        String sign = accept(one) ? one : accept(other) ? other : null;
        return sign == null ? null : BinaryOperator.named(sign).orElseThrow();
    }

    private boolean accept(String sign) {
        skipSpace();
        boolean there = text.startsWith(sign, at);
        at += there ? sign.length() : 0;
        return there;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void enter() {
        if (++nesting > 2 * Grammar.MAX_DEPTH) {
            throw problem("parentheses and signs are nested deeper than " + Grammar.MAX_DEPTH, at);
        }
    }

    private Expression node(Expression e) {
        if (++nodes > Grammar.MAX_NODES) {
            throw problem("a formula has at most " + Grammar.MAX_NODES + " nodes", at);
        }
        return e;
    }

    private ParseException problem(String what, int where) {
        return new ParseException(what, text, where);
    }
}
