package org.nde4j.core.program;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.core.kernel.Binary;
import org.nde4j.core.kernel.Elementary;
import org.objectweb.asm.Opcodes;

/**
 * Writes a program out number by number, for the compiler: where a {@link Trace} collects lets on arrays, this collects single
 * operations on single numbers. What an op moves, repeats or reshapes costs nothing here.
 */
public final class Scalars {
    private static final Scalar.Function NEG = new Scalar.Function(Opcodes.DNEG, null, null);
    private static final Scalar.Function ADD = new Scalar.Function(Opcodes.DADD, null, null);
    private static final Scalar.Function SUB = new Scalar.Function(Opcodes.DSUB, null, null);
    private static final Scalar.Function MUL = new Scalar.Function(Opcodes.DMUL, null, null);
    private static final Scalar.Function DIV = new Scalar.Function(Opcodes.DDIV, null, null);
    private static final Scalar.Function FMA = new Scalar.Function(0, Math.class, "fma");
    private static final Scalar.Function SQRT = new Scalar.Function(0, Math.class, "sqrt");
    private static final Scalar.Function ABS = new Scalar.Function(0, Math.class, "abs");
    private static final Scalar.Function MIN = new Scalar.Function(0, Math.class, "min");
    private static final Scalar.Function MAX = new Scalar.Function(0, Math.class, "max");
    private static final Scalar.Function SIGN = new Scalar.Function(0, Math.class, "signum");
    private static final Scalar.Function LESS = new Scalar.Function(0, Scalars.class, "less");
    private static final Scalar.Function SELECT = new Scalar.Function(0, Scalars.class, "select");

    private final List<Scalar> all = new ArrayList<>();

    Scalars() {}

    /** All numbers so far, in the order in which they were written. */
    List<Scalar> all() {
        return all;
    }

    private Scalar apply(Scalar.Function function, Scalar... arguments) {
        return keep(Scalar.apply(all.size(), function, arguments));
    }

    private Scalar keep(Scalar scalar) {
        all.add(scalar);
        return scalar;
    }

    /** The numbers of an array from index 0 on. */
    Scalar[] load(int array, int count) {
        Scalar[] result = new Scalar[count];
        for (int i = 0; i < count; i++) {
            result[i] = keep(Scalar.load(all.size(), array, i));
        }
        return result;
    }

    /** A fixed number. */
    public Scalar constant(double value) {
        return keep(Scalar.constant(all.size(), value));
    }

    /** -a. */
    public Scalar neg(Scalar a) {
        return apply(NEG, a);
    }

    /** a + b. */
    public Scalar add(Scalar a, Scalar b) {
        return apply(ADD, a, b);
    }

    /** a - b. */
    public Scalar sub(Scalar a, Scalar b) {
        return apply(SUB, a, b);
    }

    /** a b. */
    public Scalar mul(Scalar a, Scalar b) {
        return apply(MUL, a, b);
    }

    /** a / b. */
    public Scalar div(Scalar a, Scalar b) {
        return apply(DIV, a, b);
    }

    /** a b + c, rounded once. */
    public Scalar fma(Scalar a, Scalar b, Scalar c) {
        return apply(FMA, a, b, c);
    }

    /** The square root. */
    public Scalar sqrt(Scalar a) {
        return apply(SQRT, a);
    }

    /** The absolute value. */
    public Scalar abs(Scalar a) {
        return apply(ABS, a);
    }

    /** {@link Math#signum}. */
    public Scalar sign(Scalar a) {
        return apply(SIGN, a);
    }

    /** {@link Math#min}. */
    public Scalar min(Scalar a, Scalar b) {
        return apply(MIN, a, b);
    }

    /** {@link Math#max}. */
    public Scalar max(Scalar a, Scalar b) {
        return apply(MAX, a, b);
    }

    /** 1 where a is less than b, else 0. */
    public Scalar less(Scalar a, Scalar b) {
        return apply(LESS, a, b);
    }

    /** a where the condition is not 0, else b. */
    public Scalar select(Scalar condition, Scalar a, Scalar b) {
        return apply(SELECT, condition, a, b);
    }

    /** A function of {@link Elementary}, by its name. */
    public Scalar elementary(String name, Scalar... arguments) {
        return apply(new Scalar.Function(0, Elementary.class, name), arguments);
    }

    /* The two functions below are called by compiled programs. */

    static double less(double a, double b) {
        return Binary.LESS.of(a, b);
    }

    static double select(double condition, double a, double b) {
        return condition != 0 ? a : b;
    }
}
