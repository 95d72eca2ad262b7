package org.nde4j.symbolic.score;

import java.util.Arrays;
import org.nde4j.core.kernel.Elementary;
import org.nde4j.symbolic.expression.BinaryOperator;
import org.nde4j.symbolic.expression.UnaryOperator;

/**
 * From the value that an operator should have to the value that one of its operands should have; the slopes on the way
 * are multiplied up. Where a true inverse is not unique or not elementary the tangent at the present value takes its
 * place.
 */
final class Inversion {
    private final Partials partials = new Partials();
    private final double[] ones;
    private final double[] slope;

    Inversion(int block) {
        ones = new double[block];
        slope = new double[block];
        Arrays.fill(ones, 1);
    }

    /**
     * One step down through y = f(x).
     *
     * @param wanted the wanted y, becomes the wanted x
     * @param slopes is multiplied by the derivative of f
     */
    void unary(UnaryOperator operator, double[] x, double[] y, double[] wanted, double[] slopes, int n) {
        switch (operator) {
            case EXP -> {
                for (int i = 0; i < n; i++) {
                    slopes[i] *= wanted[i];
                    wanted[i] = Elementary.log(wanted[i]);
                }
            }
            case LOG -> {
                for (int i = 0; i < n; i++) {
                    wanted[i] = Elementary.exp(wanted[i]);
                    slopes[i] /= wanted[i];
                }
            }
            case SQRT -> {
                for (int i = 0; i < n; i++) {
                    slopes[i] *= 0.5 / wanted[i];
                    wanted[i] = wanted[i] >= 0 ? wanted[i] * wanted[i] : Double.NaN;
                }
            }
            case SQUARE -> {
                for (int i = 0; i < n; i++) {
                    wanted[i] = Math.copySign(Math.sqrt(wanted[i]), x[i]);
                    slopes[i] *= 2 * wanted[i];
                }
            }
            case INV -> {
                for (int i = 0; i < n; i++) {
                    slopes[i] *= wanted[i] * wanted[i];
                    wanted[i] = 1 / wanted[i];
                }
            }
            default -> {
                partials.unary(operator, x, y, ones, slope, n);
                tangent(x, y, wanted, slopes, n);
            }
        }
    }

    /** One step down to the left operand of y = a op b. */
    void left(BinaryOperator operator, double[] a, double[] b, double[] y, double[] wanted, double[] slopes, int n) {
        switch (operator) {
            case ADD -> Kernels.subtract(wanted, 0, b, 0, wanted, n);
            case SUB -> Kernels.add(wanted, 0, b, 0, wanted, n);
            case MUL -> {
                Kernels.divide(wanted, 0, b, 0, wanted, n);
                Kernels.multiply(slopes, 0, b, 0, slopes, n);
            }
            case DIV -> {
                Kernels.multiply(wanted, 0, b, 0, wanted, n);
                Kernels.divide(slopes, 0, b, 0, slopes, n);
            }
            default -> {
                partials.left(operator, a, b, y, ones, slope, n);
                tangent(a, y, wanted, slopes, n);
            }
        }
    }

    /** One step down to the right operand of y = a op b. */
    void right(BinaryOperator operator, double[] a, double[] b, double[] y, double[] wanted, double[] slopes, int n) {
        switch (operator) {
            case ADD -> Kernels.subtract(wanted, 0, a, 0, wanted, n);
            case SUB -> Kernels.subtract(a, 0, wanted, 0, wanted, n);
            case MUL -> {
                Kernels.divide(wanted, 0, a, 0, wanted, n);
                Kernels.multiply(slopes, 0, a, 0, slopes, n);
            }
            case DIV -> {
                for (int i = 0; i < n; i++) {
                    slopes[i] *= wanted[i] * wanted[i] / a[i];
                    wanted[i] = a[i] / wanted[i];
                }
            }
            default -> {
                partials.right(operator, a, b, y, ones, slope, n);
                tangent(b, y, wanted, slopes, n);
            }
        }
    }

    private void tangent(double[] x, double[] y, double[] wanted, double[] slopes, int n) {
        for (int i = 0; i < n; i++) {
            wanted[i] = x[i] + (wanted[i] - y[i]) / slope[i];
            slopes[i] *= slope[i];
        }
    }
}
