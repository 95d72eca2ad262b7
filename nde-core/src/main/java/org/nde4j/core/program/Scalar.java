package org.nde4j.core.program;

import java.util.List;

/** A number of a program that is written out number by number, and how it comes from others; see {@link Scalars}. */
public final class Scalar {
    private final int id;
    private final Function function;
    private final List<Scalar> arguments;
    private final double constant;
    private final int array;
    private final int index;

    private Scalar(int id, Function function, List<Scalar> arguments, double constant, int array, int index) {
        this.id = id;
        this.function = function;
        this.arguments = arguments;
        this.constant = constant;
        this.array = array;
        this.index = index;
    }

    static Scalar constant(int id, double value) {
        return new Scalar(id, null, List.of(), value, -1, -1);
    }

    static Scalar load(int id, int array, int index) {
        return new Scalar(id, null, List.of(), Double.NaN, array, index);
    }

    static Scalar apply(int id, Function function, Scalar... arguments) {
        return new Scalar(id, function, List.of(arguments), Double.NaN, -1, -1);
    }

    /** Its place in the order in which the numbers were written; arguments come before what is made of them. */
    int id() {
        return id;
    }

    /** Whether it is computed from others. */
    boolean isComputed() {
        return function != null;
    }

    /** Whether it is read from an array. */
    boolean isLoad() {
        return array >= 0;
    }

    Function function() {
        return function;
    }

    List<Scalar> arguments() {
        return arguments;
    }

    double constant() {
        return constant;
    }

    int array() {
        return array;
    }

    int index() {
        return index;
    }

    /**
     * What computes a number: an instruction of the Java machine, or a static method of numbers.
     *
     * @param opcode the instruction; 0 for a method
     * @param owner the class of the method; null for an instruction
     * @param name the name of the method; null for an instruction
     */
    record Function(int opcode, Class<?> owner, String name) {
        /** Whether Java's compiler computes several at a time in a loop. */
        boolean isVectorized() {
            return opcode != 0 || owner == Math.class && !name.equals("signum");
        }
    }
}
