package org.nde4j.experiments.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;
import org.nde4j.core.equation.Split;

/**
 * A problem that methods are tried on, with what is known of its end. The arrays are shared: they are not to be
 * modified.
 *
 * @param name what it is called, as in {@code detest-a1}
 * @param source what it is and who published it
 * @param field its right-hand side; of type {@code Dae} where it has a mass matrix, {@code Partitioned} where it falls
 *     into positions and velocities
 * @param from where time starts
 * @param to where time ends
 * @param start the states at the start, n numbers
 * @param parameters the values of the field's parameters
 * @param reference the states at the end, where they are known
 * @param scale below which size a state counts as zero: the absolute tolerance that belongs to a relative tolerance of 1
 * @param slack how many times a relative tolerance the error at the end may be, for a sound method; 100, and more where
 *     errors grow on the way or derivatives are infinite
 * @param stiff whether it asks for an implicit method
 * @param forced the times strictly inside, ascending, at which the right-hand side or one of its derivatives jumps.
 *     There the field takes the value of what follows
 */
public record TestProblem(
        String name,
        String source,
        Field field,
        double from,
        double to,
        double[] start,
        List<double[]> parameters,
        Optional<Reference> reference,
        double scale,
        double slack,
        boolean stiff,
        double[] forced) {
    /** Checks that everything fits together. */
    public TestProblem {
        parameters = List.copyOf(parameters);
        if (start.length != field.size()
                || parameters.size() != field.parameters().size()) {
            throw new IllegalArgumentException(
                    name + " has " + field.size() + " states and parameters " + field.parameters() + ", got "
                            + start.length + " start values and " + parameters.size() + " arrays");
        }
        if (!(scale > 0) || !(slack > 0)) {
            throw new IllegalArgumentException(
                    name + " needs a scale and a slack above 0, got " + scale + " and " + slack);
        }
        double before = from;
        for (double t : forced) {
            if (!(before < t && t < to)) {
                throw new IllegalArgumentException(
                        name + " has the forced time " + t + "; give ascending times between " + from + " and " + to);
            }
            before = t;
        }
    }

    /** A problem that is not stiff, from 0 to a time, with states of about 1. */
    static TestProblem of(String name, String source, Field field, double to, double... start) {
        return of(name, source, field, List.of(), to, start);
    }

    /** The same with values for the parameters of its field. */
    static TestProblem of(
            String name, String source, Field field, List<double[]> parameters, double to, double... start) {
        return new TestProblem(
                name, source, field, 0, to, start, parameters, Optional.empty(), 1, 100, false, new double[0]);
    }

    /** The same with a field whose parts, if it is a {@link Split}, no method tells apart. */
    TestProblem joined() {
        Field whole = Field.of(field.size(), field.parameters(), field::write);
        return new TestProblem(
                name, source, whole, from, to, start, parameters, reference, scale, slack, stiff, forced);
    }

    /** The same with a known end. */
    TestProblem ending(Reference known) {
        return new TestProblem(
                name, source, field, from, to, start, parameters, Optional.of(known), scale, slack, stiff, forced);
    }

    /** The same with states of another size. */
    TestProblem scaled(double newScale) {
        return new TestProblem(
                name, source, field, from, to, start, parameters, reference, newScale, slack, stiff, forced);
    }

    /** The same with another slack. */
    TestProblem allowing(double newSlack) {
        return new TestProblem(
                name, source, field, from, to, start, parameters, reference, scale, newSlack, stiff, forced);
    }

    /** The same, marked as stiff. */
    TestProblem asStiff() {
        return new TestProblem(name, source, field, from, to, start, parameters, reference, scale, slack, true, forced);
    }

    /** The same with jumps at given times. */
    TestProblem jumpingAt(double... times) {
        return new TestProblem(name, source, field, from, to, start, parameters, reference, scale, slack, stiff, times);
    }

    /** The start of B equal trajectories, [B, n]. */
    public Array starts(int batch) {
        int n = start.length;
        double[] all = new double[batch * n];
        for (int b = 0; b < batch; b++) {
            System.arraycopy(start, 0, all, b * n, n);
        }
        return new Array(Shape.of(batch, n), all);
    }

    /** The parameters as a solve takes them. */
    public double[][] parameterArrays() {
        return parameters.toArray(double[][]::new);
    }

    /** The absolute tolerance that belongs to a relative one. */
    public double absoluteTolerance(double relativeTolerance) {
        return relativeTolerance * scale;
    }

    /**
     * How far an end is off: the greatest |y - r| / (scale + |r|) over the states r that are known; NaN if one of them is.
     *
     * @param end the states at the end, n numbers
     * @throws IllegalStateException if no end is known
     */
    public double error(double[] end) {
        Reference known = reference.orElseThrow(() -> new IllegalStateException(
                "the end of " + name + " is not known; compare with a solve to a finer tolerance"));
        double greatest = 0;
        for (int i = 0; i < known.values().length; i++) {
            double value = known.values()[i];
            double off = Math.abs(end[known.states()[i]] - value) / (scale + Math.abs(value));
            greatest = Math.max(greatest, off); // NaN if any is
        }
        return greatest;
    }

    /** The error that a sound method stays below: the slack times the tolerance, and what the reference may be off. */
    public double bound(double tolerance) {
        return slack * tolerance + reference.map(Reference::accuracy).orElse(0.0);
    }

    /** The pieces [from, to] between forced times, in order. */
    public List<double[]> pieces() {
        List<double[]> pieces = new ArrayList<>();
        double before = from;
        for (double t : forced) {
            pieces.add(new double[] {before, t});
            before = t;
        }
        pieces.add(new double[] {before, to});
        return pieces;
    }
}
