package org.nde4j.symbolic.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An expression compiled to a list of steps over a small stack. Owns its scratch memory and so belongs to one thread;
 * evaluation allocates nothing.
 */
public final class Evaluator {
    private static final int BLOCK = 256;

    private final List<String> variables;
    private final Step[] steps;
    private final double[] scalars;
    private final double[] blocks;

    Evaluator(Expression expression, List<String> variables) {
        this.variables = List.copyOf(variables);
        List<Step> written = new ArrayList<>();
        int depth = write(expression, written, 0);
        this.steps = written.toArray(Step[]::new);
        this.scalars = new double[depth];
        this.blocks = new double[depth * BLOCK];
    }

    /** The order in which values are expected. */
    public List<String> variables() {
        return variables;
    }

    /** The value at one point, given in the order of {@link #variables()}. */
    public double at(double[] x) {
        for (Step step : steps) {
            step.run(x, scalars);
        }
        return scalars[0];
    }

    /**
     * The values at many points.
     *
     * @param columns one array of values for each of {@link #variables()}
     * @param out receives one value for each of its elements; no column is shorter
     */
    public void over(double[][] columns, double[] out) {
        for (int from = 0; from < out.length; from += BLOCK) {
            int n = Math.min(BLOCK, out.length - from);
            for (Step step : steps) {
                step.run(columns, from, blocks, n);
            }
            System.arraycopy(blocks, 0, out, from, n);
        }
    }

    /** Writes the steps that leave the value in the given slot; returns how many slots they use in all. */
    private int write(Expression e, List<Step> written, int slot) {
        int used = slot + 1;
        List<Expression> arguments = e.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            used = Math.max(used, write(arguments.get(i), written, slot + i));
        }
        written.add(step(e, slot));
        return used;
    }

    private Step step(Expression e, int slot) {
        if (e instanceof Constant c) {
            return new Load(c.value(), slot);
        }
        if (e instanceof Unary u) {
            return new Apply(u.op(), slot);
        }
        return e instanceof Binary b ? new Combine(b.op(), slot) : new Read(column((Variable) e), slot);
    }

    private int column(Variable variable) {
        int column = variables.indexOf(variable.name());
        if (column < 0) {
            throw new IllegalArgumentException(
                    "the variable \"" + variable.name() + "\" has no value; given are " + variables);
        }
        return column;
    }

    private sealed interface Step {
        void run(double[] x, double[] stack);

        void run(double[][] columns, int from, double[] stack, int n);
    }

    private record Load(double value, int slot) implements Step {
        @Override
        public void run(double[] x, double[] stack) {
            stack[slot] = value;
        }

        @Override
        public void run(double[][] columns, int from, double[] stack, int n) {
            Arrays.fill(stack, slot * BLOCK, slot * BLOCK + n, value);
        }
    }

    private record Read(int column, int slot) implements Step {
        @Override
        public void run(double[] x, double[] stack) {
            stack[slot] = x[column];
        }

        @Override
        public void run(double[][] columns, int from, double[] stack, int n) {
            System.arraycopy(columns[column], from, stack, slot * BLOCK, n);
        }
    }

    private record Apply(UnaryOperator op, int slot) implements Step {
        @Override
        public void run(double[] x, double[] stack) {
            stack[slot] = op.at(stack[slot]);
        }

        @Override
        public void run(double[][] columns, int from, double[] stack, int n) {
            op.over(stack, slot * BLOCK, stack, slot * BLOCK, n);
        }
    }

    private record Combine(BinaryOperator op, int slot) implements Step {
        @Override
        public void run(double[] x, double[] stack) {
            stack[slot] = op.at(stack[slot], stack[slot + 1]);
        }

        @Override
        public void run(double[][] columns, int from, double[] stack, int n) {
            op.over(stack, slot * BLOCK, stack, (slot + 1) * BLOCK, stack, slot * BLOCK, n);
        }
    }
}
