package org.nde4j.symbolic.score;

import org.nde4j.core.kernel.Elementary;
import org.nde4j.symbolic.expression.BinaryOperator;
import org.nde4j.symbolic.expression.UnaryOperator;

/** The reverse rules of the operators over a block: the adjoint of an operand from the adjoint of the result. */
final class Partials {
    /** @param x the operand, {@code y} the result, {@code dy} its adjoint, {@code dx} receives the operand's */
    void unary(UnaryOperator operator, double[] x, double[] y, double[] dy, double[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * slope(operator, x[i], y[i]);
        }
    }

    private static double slope(UnaryOperator operator, double x, double y) {
        return switch (operator) {
            case NEG -> -1;
            case SIN -> Elementary.cos(x);
            case COS -> -Elementary.sin(x);
            case TAN -> 1 + y * y;
            case EXP -> y;
            case LOG -> 1 / x;
            case SQRT -> 0.5 / y;
            case TANH -> 1 - y * y;
            case ABS -> Math.signum(x);
            case SQUARE -> 2 * x;
            case CUBE -> 3 * x * x;
            case INV -> -y * y;
            case SIGMOID -> y * (1 - y);
            case ASIN -> 1 / Math.sqrt(1 - x * x);
            case ACOS -> -1 / Math.sqrt(1 - x * x);
            case ATAN -> 1 / (1 + x * x);
            case SINH -> Elementary.cosh(x);
            case COSH -> Elementary.sinh(x);
        };
    }

    /** The adjoint of the left operand of y = a op b. */
    void left(BinaryOperator operator, double[] a, double[] b, double[] y, double[] dy, double[] da, int n) {
        switch (operator) {
            case ADD, SUB -> System.arraycopy(dy, 0, da, 0, n);
            case MUL -> Kernels.multiply(dy, 0, b, 0, da, n);
            case DIV -> Kernels.divide(dy, 0, b, 0, da, n);
            case POW -> {
                for (int i = 0; i < n; i++) {
                    da[i] = dy[i] * b[i] * Elementary.pow(a[i], b[i] - 1);
                }
            }
            case MIN, MAX -> choose(a, y, dy, da, n);
        }
    }

    /** The adjoint of the right operand of y = a op b. */
    void right(BinaryOperator operator, double[] a, double[] b, double[] y, double[] dy, double[] db, int n) {
        switch (operator) {
            case ADD -> System.arraycopy(dy, 0, db, 0, n);
            case SUB -> Kernels.multiply(dy, 0, -1, db, n);
            case MUL -> Kernels.multiply(dy, 0, a, 0, db, n);
            case DIV -> {
                for (int i = 0; i < n; i++) {
                    db[i] = -dy[i] * y[i] / b[i];
                }
            }
            case POW -> {
                for (int i = 0; i < n; i++) {
                    db[i] = a[i] > 0 ? dy[i] * y[i] * Elementary.log(a[i]) : 0;
                }
            }
            case MIN, MAX -> choose(b, y, dy, db, n);
        }
    }

    private static void choose(double[] x, double[] y, double[] dy, double[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = x[i] == y[i] ? dy[i] : 0;
        }
    }
}
