package org.nde4j.core.program;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.nde4j.core.array.Shape;

/**
 * One operation on values: the closed family of what a program can say.
 *
 * <p>An op knows everything about itself: its operands and the shape of its result, how it is evaluated, its tangent
 * and, where it is linear, its transpose, and what it costs. Only ops that tangents are made of need a transpose; all
 * others are never linear in what they are transposed for.
 *
 * <p>The forward rules and "linearize, then transpose" follow A. Radul et al., <em>You Only Linearize Once</em>,
 * POPL 2023, doi:10.1145/3571236.
 */
public sealed interface Op
        permits Op.Elementwise,
                MatMul,
                Sum,
                Maximum,
                Spread,
                Reshape,
                Transpose,
                Concat,
                Slice,
                Pad,
                Gather,
                Scatter,
                Factor,
                Solve,
                Call,
                Push,
                Pull {

    /** The values it reads, in order. */
    List<Value> operands();

    /** The same operation on other operands of the same shapes. */
    Op with(List<Value> operands);

    /** The shape of the result. */
    Shape shape();

    /** Binds it to the storage of one workspace. */
    Step bind(Binding binding);

    /**
     * Writes the result out number by number, by the operations that its step does, in their order: a compiled program
     * gives the same bits.
     *
     * @param s where to write
     * @param x the numbers of each operand
     * @return the numbers of the result; null, as by default, where its step must do it
     */
    default Scalar[] scalars(Scalars s, Scalar[]... x) {
        return null;
    }

    /**
     * Writes the tangent of the result, given the tangents of the operands.
     *
     * @param tangents the tangents of the operands
     * @param result the value that this op was bound to
     * @return the tangent; null where it is zero
     */
    Value tangent(Tangents tangents, Value result);

    /**
     * Writes the cotangents of the linear operands, given the cotangent of the result.
     *
     * @throws IllegalStateException where the op is not linear
     */
    default void transpose(Cotangents cotangents, Value cotangent) {
        throw new IllegalStateException("not linear, so it has no transpose: " + text());
    }

    /** Floating point operations of one evaluation. */
    default double flops() {
        return 0;
    }

    /** How it is printed: name, settings and operands. */
    default String text() {
        String settings = settings();
        return name()
                + operands().stream()
                        .map(Value::toString)
                        .collect(Collectors.joining(", ", "(", settings.isEmpty() ? ")" : "; " + settings + ")"));
    }

    /** Its name in print-outs. */
    default String name() {
        return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whatever it has besides operands, as text; empty if nothing. */
    default String settings() {
        return "";
    }

    /** An op whose result at an index depends on the operands at the same index only. */
    sealed interface Elementwise extends Op permits Fill, Map, Zip, Affine, IntegerPower, Combine, Select {
        /** Writes one number of the result, given those of the operands at the same index. */
        Scalar scalar(Scalars s, Scalar... x);

        @Override
        default Scalar[] scalars(Scalars s, Scalar[]... x) {
            Scalar[] y = new Scalar[shape().size()];
            for (int i = 0; i < y.length; i++) {
                int at = i;
                y[i] = scalar(s, Arrays.stream(x).map(operand -> operand[at]).toArray(Scalar[]::new));
            }
            return y;
        }

        @Override
        default double flops() {
            return shape().size();
        }
    }

    /** The tangents of values, as an op needs them. */
    interface Tangents {
        /** Where to write. */
        Trace trace();

        /** The tangent of a value; null if it is zero. */
        Value of(Value value);
    }

    /** The cotangents of values, as an op adds to them. */
    interface Cotangents {
        /** Where to write. */
        Trace trace();

        /** Whether the value is one that cotangents are collected for. */
        boolean linear(Value value);

        /** Adds to the cotangent of a value; does nothing where it is not linear. */
        void add(Value value, Value cotangent);
    }

    /** A let bound to the storage of a workspace. */
    @FunctionalInterface
    interface Step {
        /**
         * Evaluates the elements {@code from} to {@code to} of the result; ops that are not element-wise are always
         * asked for all of them.
         *
         * @param memory the buffers of the workspace, by storage number
         */
        void run(double[][] memory, int from, int to);
    }
}
