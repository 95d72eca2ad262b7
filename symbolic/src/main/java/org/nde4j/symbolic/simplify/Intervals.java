package org.nde4j.symbolic.simplify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.nde4j.symbolic.expression.Binary;
import org.nde4j.symbolic.expression.BinaryOperator;
import org.nde4j.symbolic.expression.Constant;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.Unary;
import org.nde4j.symbolic.expression.UnaryOperator;
import org.nde4j.symbolic.expression.Variable;

/**
 * Interval arithmetic (Moore 1966): bounds of an expression over a box of variables. Sound: bounds are rounded outward,
 * by one unit in the last place for arithmetic and by {@value #ULPS} for elementary functions, so that they hold for the
 * exact values and for the computed ones. Not sharp: a variable that occurs twice is treated as two.
 */
public final class Intervals {
    private static final int ULPS = 16;
    private static final double FAR = 1e8;

    private Intervals() {}

    /**
     * The bounds of an expression on a box. A part that may overflow counts as undefined, and so do variables without
     * finite bounds.
     *
     * @throws IllegalArgumentException if a variable has no interval
     */
    public static Interval bounds(Expression e, Map<String, Interval> box) {
        return bounds(e, box, false);
    }

    /** The bounds in exact arithmetic, where nothing overflows, for all values of the variables. */
    static Interval anywhere(Expression e) {
        Map<String, Interval> box = new HashMap<>();
        e.variables().forEach(name -> box.put(name, Interval.REALS));
        return bounds(e, box, true);
    }

    private static Interval bounds(Expression e, Map<String, Interval> box, boolean unbounded) {
        Interval bounds = node(e, box, unbounded);
        return bounds.onlyIf(unbounded || bounds.isFinite());
    }

    private static Interval node(Expression e, Map<String, Interval> box, boolean unbounded) {
        if (e instanceof Constant c) {
            return Double.isFinite(c.value()) ? Interval.point(c.value()) : infinite(c.value());
        }
        if (e instanceof Variable v) {
            return side(v.name(), box);
        }
        if (e instanceof Unary u) {
            return unary(u.op(), bounds(u.argument(), box, unbounded));
        }
        Binary b = (Binary) e;
        Interval left = bounds(b.left(), box, unbounded);
        if (b.op() == BinaryOperator.POW && b.right() instanceof Constant exponent) {
            return Powers.constant(left, exponent.value());
        }
        return binary(b.op(), left, bounds(b.right(), box, unbounded));
    }

    private static Interval infinite(double value) {
        return Double.isNaN(value) ? Interval.NOWHERE : Interval.point(value).partial();
    }

    /**
     * Whether the expression is proven to be finite on the whole box, which is cut into at most so many pieces until
     * the bounds of all of them are finite. False means "not proven".
     */
    public static boolean provenFinite(Expression e, Map<String, Interval> box, int pieces) {
        Deque<Map<String, Interval>> open = new ArrayDeque<>();
        open.add(box);
        for (int used = 1; !open.isEmpty(); ) {
            Map<String, Interval> piece = open.poll();
            if (bounds(e, piece).isFinite()) {
                continue;
            }
            String widest = widest(e, piece, box);
            if (widest == null || ++used > pieces) {
                return false;
            }
            Interval side = piece.get(widest);
            double middle = side.low() / 2 + side.high() / 2;
            open.add(with(piece, widest, Interval.of(side.low(), middle)));
            open.add(with(piece, widest, Interval.of(middle, side.high())));
        }
        return true;
    }

    /** The variable whose side is the greatest part of the side of the whole box; null if none can be cut. */
    private static String widest(Expression e, Map<String, Interval> piece, Map<String, Interval> box) {
        String widest = null;
        double most = 0;
        for (String name : e.variables()) {
            double part = piece.get(name).width() / box.get(name).width();
            if (part > most && piece.get(name).isFinite()) {
                most = part;
                widest = name;
            }
        }
        return widest;
    }

    private static Map<String, Interval> with(Map<String, Interval> box, String name, Interval side) {
        Map<String, Interval> changed = new HashMap<>(box);
        changed.put(name, side);
        return changed;
    }

    private static Interval side(String name, Map<String, Interval> box) {
        Interval side = box.get(name);
        if (side == null) {
            throw new IllegalArgumentException("the variable \"" + name + "\" has no interval");
        }
        return side;
    }

    private static Interval unary(UnaryOperator op, Interval u) {
        if (u.isEmpty()) {
            return Interval.NOWHERE;
        }
        return switch (op) {
            case NEG -> new Interval(-u.high(), -u.low(), u.total());
            case EXP -> clipped(monotonic(op, u), 0, Double.POSITIVE_INFINITY);
            case SIGMOID -> clipped(monotonic(op, u), 0, 1);
            case TANH -> clipped(monotonic(op, u), -1, 1);
            case ATAN, SINH -> monotonic(op, u).outward(ULPS);
            case CUBE -> monotonic(op, u).outward(4);
            case SQRT -> {
                Interval domain = u.within(0, Double.POSITIVE_INFINITY);
                yield domain.isEmpty() ? domain : clipped(monotonic(op, domain), 0, Double.POSITIVE_INFINITY);
            }
            case LOG -> logarithm(u);
            case ASIN -> {
                Interval domain = u.within(-1, 1);
                yield domain.isEmpty() ? domain : monotonic(op, domain).outward(ULPS);
            }
            case ACOS -> {
                Interval domain = u.within(-1, 1);
                yield domain.isEmpty() ? domain : monotonic(op, domain).outward(ULPS);
            }
            case ABS -> magnitude(u);
            case SQUARE -> clipped(monotonic(op, magnitude(u)), 0, Double.POSITIVE_INFINITY);
            case COSH -> clipped(monotonic(op, magnitude(u)), 1, Double.POSITIVE_INFINITY);
            case INV -> quotient(Interval.point(1), u);
            case SIN -> wave(op, u, Math.PI / 2);
            case COS -> wave(op, u, 0);
            case TAN ->
                meets(u, Math.PI / 2, Math.PI)
                        ? Interval.REALS.partial()
                        : monotonic(op, u).outward(ULPS);
        };
    }

    private static Interval binary(BinaryOperator op, Interval a, Interval b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Interval.NOWHERE;
        }
        boolean total = a.total() && b.total();
        return switch (op) {
            case ADD -> span(Rounded.sumBelow(a.low(), b.low()), Rounded.sumAbove(a.high(), b.high()), total);
            case SUB -> span(Rounded.sumBelow(a.low(), -b.high()), Rounded.sumAbove(a.high(), -b.low()), total);
            case MUL -> product(a, b);
            case DIV -> quotient(a, b);
            case POW -> Powers.general(a, b);
            case MIN -> span(Math.min(a.low(), b.low()), Math.min(a.high(), b.high()), total);
            case MAX -> span(Math.max(a.low(), b.low()), Math.max(a.high(), b.high()), total);
        };
    }

    private static Interval span(double low, double high, boolean total) {
        return new Interval(low, high, total);
    }

    /** The values of a monotonic function, before rounding outward. */
    private static Interval monotonic(UnaryOperator op, Interval u) {
        return between(op.at(u.low()), op.at(u.high()), u.total());
    }

    /** From the smaller to the greater: computed values of a rising function may fall by a rounding. */
    static Interval between(double a, double b, boolean total) {
        return span(Math.min(a, b), Math.max(a, b), total);
    }

    /** Bounds rounded outward, but not beyond values that the function cannot pass. */
    private static Interval clipped(Interval range, double least, double most) {
        Interval outward = range.outward(ULPS);
        return span(Math.max(outward.low(), least), Math.min(outward.high(), most), range.total());
    }

    static Interval magnitude(Interval u) {
        double far = Math.max(Math.abs(u.low()), Math.abs(u.high()));
        double near = u.contains(0) ? 0 : Math.min(Math.abs(u.low()), Math.abs(u.high()));
        return span(near, far, u.total());
    }

    private static Interval logarithm(Interval u) {
        Interval domain = u.within(0, Double.POSITIVE_INFINITY);
        return domain.isEmpty() || domain.high() == 0
                ? Interval.NOWHERE
                : monotonic(UnaryOperator.LOG, domain).outward(ULPS).onlyIf(u.total() && u.low() > 0);
    }

    static Interval product(Interval a, Interval b) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double x : new double[] {a.low(), a.high()}) {
            for (double y : new double[] {b.low(), b.high()}) {
                low = Math.min(low, Rounded.productBelow(x, y));
                high = Math.max(high, Rounded.productAbove(x, y));
            }
        }
        return span(low, high, a.total() && b.total());
    }

    static Interval quotient(Interval a, Interval b) {
        if (b.low() < 0 && b.high() > 0 || b.low() == 0 && b.high() == 0) {
            return Interval.REALS.partial();
        }
        if (b.low() < 0) {
            return quotient(span(-a.high(), -a.low(), a.total()), span(-b.high(), -b.low(), b.total()));
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double x : new double[] {a.low(), a.high()}) {
            for (double y : new double[] {b.low(), b.high()}) {
                low = Math.min(low, Rounded.quotientBelow(x, y));
                high = Math.max(high, Rounded.quotientAbove(x, y));
            }
        }
        return span(low, high, a.total() && b.total() && b.low() > 0);
    }

    /** Sine or cosine, the greatest values of which are at {@code crest} and every full turn. */
    private static Interval wave(UnaryOperator op, Interval u, double crest) {
        double left = Double.isInfinite(u.low()) ? 0 : op.at(u.low());
        double right = Double.isInfinite(u.high()) ? 0 : op.at(u.high());
        double high = meets(u, crest, 2 * Math.PI) ? 1 : Math.max(left, right);
        double low = meets(u, crest + Math.PI, 2 * Math.PI) ? -1 : Math.min(left, right);
        return clipped(span(low, high, u.total()), -1, 1);
    }

    /** Whether {@code start + k * period} may lie in the interval for a whole number k. */
    private static boolean meets(Interval u, double start, double period) {
        if (u.low() < -FAR || u.high() > FAR) {
            return true;
        }
        double slack = 1e-7;
        return Math.ceil((u.low() - start) / period - slack) <= Math.floor((u.high() - start) / period + slack);
    }
}
