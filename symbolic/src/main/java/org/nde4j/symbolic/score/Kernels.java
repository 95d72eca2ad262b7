package org.nde4j.symbolic.score;

import org.nde4j.symbolic.expression.BinaryOperator;
import org.nde4j.symbolic.expression.UnaryOperator;

/**
 * One operator over a block of rows. Plain loops of one statement, so that the compiler turns them into vector
 * instructions; the results start at index 0 of {@code y}.
 */
final class Kernels {
    private Kernels() {}

    static void unary(UnaryOperator operator, double[] x, int xo, double[] y, int n) {
        switch (operator) {
            case NEG -> negate(x, xo, y, n);
            case SQUARE -> multiply(x, xo, x, xo, y, n);
            case CUBE -> cube(x, xo, y, n);
            case INV -> divide(1, x, xo, y, n);
            case SQRT -> sqrt(x, xo, y, n);
            case ABS -> abs(x, xo, y, n);
            default -> operator.over(x, xo, y, 0, n);
        }
    }

    static void binary(BinaryOperator operator, double[] a, int ao, double[] b, int bo, double[] y, int n) {
        switch (operator) {
            case ADD -> add(a, ao, b, bo, y, n);
            case SUB -> subtract(a, ao, b, bo, y, n);
            case MUL -> multiply(a, ao, b, bo, y, n);
            case DIV -> divide(a, ao, b, bo, y, n);
            default -> {
                for (int i = 0; i < n; i++) {
                    y[i] = operator.at(a[ao + i], b[bo + i]);
                }
            }
        }
    }

    static void binary(BinaryOperator operator, double[] a, int ao, double b, double[] y, int n) {
        switch (operator) {
            case ADD -> add(a, ao, b, y, n);
            case SUB -> add(a, ao, -b, y, n);
            case MUL -> multiply(a, ao, b, y, n);
            case DIV -> divide(a, ao, b, y, n);
            default -> {
                for (int i = 0; i < n; i++) {
                    y[i] = operator.at(a[ao + i], b);
                }
            }
        }
    }

    static void binary(BinaryOperator operator, double a, double[] b, int bo, double[] y, int n) {
        switch (operator) {
            case ADD -> add(b, bo, a, y, n);
            case SUB -> subtract(a, b, bo, y, n);
            case MUL -> multiply(b, bo, a, y, n);
            case DIV -> divide(a, b, bo, y, n);
            default -> {
                for (int i = 0; i < n; i++) {
                    y[i] = operator.at(a, b[bo + i]);
                }
            }
        }
    }

    static void add(double[] a, int ao, double[] b, int bo, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = a[ao + i] + b[bo + i];
        }
    }

    static void add(double[] a, int ao, double b, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = a[ao + i] + b;
        }
    }

    static void subtract(double[] a, int ao, double[] b, int bo, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = a[ao + i] - b[bo + i];
        }
    }

    static void subtract(double a, double[] b, int bo, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = a - b[bo + i];
        }
    }

    static void multiply(double[] a, int ao, double[] b, int bo, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = a[ao + i] * b[bo + i];
        }
    }

    static void multiply(double[] a, int ao, double b, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = a[ao + i] * b;
        }
    }

    static void divide(double[] a, int ao, double[] b, int bo, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = a[ao + i] / b[bo + i];
        }
    }

    static void divide(double[] a, int ao, double b, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = a[ao + i] / b;
        }
    }

    static void divide(double a, double[] b, int bo, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = a / b[bo + i];
        }
    }

    private static void negate(double[] x, int xo, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = -x[xo + i];
        }
    }

    private static void cube(double[] x, int xo, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = x[xo + i] * x[xo + i] * x[xo + i];
        }
    }

    private static void sqrt(double[] x, int xo, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Math.sqrt(x[xo + i]);
        }
    }

    private static void abs(double[] x, int xo, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Math.abs(x[xo + i]);
        }
    }
}
