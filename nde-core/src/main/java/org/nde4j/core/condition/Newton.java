package org.nde4j.core.condition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Differentiable;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * The answer of a condition by Newton's method, differentiated by the condition that holds there and not
 * through the iteration.
 *
 * <p>Inputs: the parameters of the condition, then what only helps to find the answer, first three arrays of the shape of
 * the unknowns: a first guess, another one in case that it was a bad one, and the sizes by which changes of the unknowns
 * are measured; then the matrices of the iteration, which need not be those of the guess. Output: the unknowns.
 *
 * <p>Unknowns of rank 2 and more are as many systems as they have rows, which do not know of each other: each iterates until it
 * has converged and then stays, so its bits do not depend on the others. It has converged when the rate of the iteration,
 * estimated from two changes, promises an error below {@link #ACCURACY} in the root mean square norm.
 *
 * <p>The iteration is simplified: its matrices stay as they are given. A row in which it diverges, or is not that far after
 * {@link #ITERATIONS}, begins anew at the other guess with matrices of every point that it comes to, if it is to be persistent.
 * Where that fails too the unknowns are NaN; nothing is thrown.
 *
 * <p>E. Hairer, G. Wanner, <em>Solving Ordinary Differential Equations II</em>, 2nd ed. 1996, section IV.8,
 * doi:10.1007/978-3-642-05221-7.
 */
public final class Newton implements Differentiable {
    /** How large the error of the answer may be, in units of the given sizes. */
    public static final double ACCURACY = 1e-2;

    /** The greatest number of iterations. */
    public static final int ITERATIONS = 10;

    /** A first change below this needs no second to show that it converges. */
    static final double TINY = 1e-2 * ACCURACY;

    private final Condition condition;
    private final Derivative derivative;
    private final Linearization linearization;
    private final Linearization exact;
    private final List<Shape> inputs = new ArrayList<>();
    private final int arguments;
    private final boolean persistent;
    private Program simplified;
    private Program full;

    /**
     * Newton's method for a condition.
     *
     * @param condition what is to hold
     * @param linearization how systems with its derivative by the unknowns are solved
     */
    public Newton(Condition condition, Linearization linearization) {
        this(condition, linearization, linearization, true);
    }

    /**
     * The same with a simplified iteration that is solved in a way of its own, which need not be exact.
     *
     * @param condition what is to hold
     * @param linearization how the systems of the simplified iteration are solved
     * @param exact how systems with the derivative by the unknowns are solved
     * @param persistent whether a row that fails begins anew at the other guess; if not, it has failed at once, which is better
     *     where the caller can make the condition easier
     */
    public Newton(Condition condition, Linearization linearization, Linearization exact, boolean persistent) {
        this.persistent = persistent;
        this.condition = condition;
        this.linearization = linearization;
        this.exact = exact;
        this.derivative = new Derivative(condition, exact);
        this.arguments = condition.parameters().size();
        inputs.addAll(condition.parameters());
        inputs.addAll(Collections.nCopies(3, condition.unknowns()));
        inputs.addAll(matrices());
    }

    private List<Shape> matrices() {
        Trace trace = new Trace();
        Value z = trace.input("z", condition.unknowns());
        List<Value> parameters = Derivative.inputs(trace, "parameter", condition.parameters());
        return linearization.matrices(trace, z, parameters).stream()
                .map(Value::shape)
                .toList();
    }

    /** One simplified iteration: from all inputs, z in the place of the guess, to the change J^-1 c(z, p). */
    synchronized Program simplified() {
        if (simplified == null) {
            simplified = iteration(true);
        }
        return simplified;
    }

    /** One iteration with J at z, see {@link #simplified}. */
    synchronized Program full() {
        if (full == null) {
            full = iteration(false);
        }
        return full;
    }

    private Program iteration(boolean isSimplified) {
        Trace trace = new Trace();
        List<Value> all = Derivative.inputs(trace, "input", inputs);
        List<Value> parameters = all.subList(0, arguments);
        Value z = all.get(arguments);
        List<Value> at = new ArrayList<>(List.of(z));
        at.addAll(parameters);
        Value residual = trace.reshape(trace.inline(condition.residual(), at).get(0), condition.unknowns());
        Linearization how = isSimplified ? linearization : exact;
        List<Value> matrices =
                isSimplified ? all.subList(arguments + 3, all.size()) : how.matrices(trace, z, parameters);
        return trace.program(how.solve(trace, matrices, residual, parameters));
    }

    @Override
    public String name() {
        return "Newton iteration";
    }

    /** Whether a row that fails begins anew at the other guess. */
    boolean isPersistent() {
        return persistent;
    }

    /** What to say of a row that failed. */
    public String failure() {
        return "a Newton iteration, which did not converge in " + (persistent ? "twice " : "") + ITERATIONS
                + " iterations";
    }

    @Override
    public List<Shape> inputs() {
        return inputs;
    }

    @Override
    public List<Shape> outputs() {
        return List.of(condition.unknowns());
    }

    @Override
    public int arguments() {
        return arguments;
    }

    @Override
    public Evaluation at(double[][] values) {
        return open().at(values);
    }

    @Override
    public Bench open() {
        return new NewtonBench(this, derivative);
    }
}
