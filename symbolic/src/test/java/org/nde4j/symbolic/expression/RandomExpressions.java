package org.nde4j.symbolic.expression;

import java.util.List;
import java.util.Random;

/** Random trees and points for tests; every operator and awkward constants and points occur. */
public final class RandomExpressions {
    public static final List<String> VARIABLES = List.of("x", "y", "Sea level");
    private static final double[] CONSTANTS = {0, 1, -1, 2, 3, -2, 0.5, -0.5, 1.5, 1e-3, 1e10, -2.5e-7, 0.1, 10, 1.0 / 3
    };
    private static final double[] POINTS = {0, 1, -1, 2, -2, 0.5, 3};

    private final Random random;

    public RandomExpressions(long seed) {
        random = new Random(seed);
    }

    public Expression next(int depth) {
        if (depth == 1 || random.nextInt(6) == 0) {
            return leaf();
        }
        if (random.nextInt(5) < 2) {
            UnaryOperator[] ops = UnaryOperator.values();
            return next(depth - 1).apply(ops[random.nextInt(ops.length)]);
        }
        BinaryOperator[] ops = BinaryOperator.values();
        BinaryOperator op = ops[random.nextInt(ops.length)];
        boolean plainPower = op == BinaryOperator.POW && random.nextInt(4) > 0;
        return new Binary(op, next(depth - 1), plainPower ? exponent() : next(depth - 1));
    }

    /** The coordinates of a point: often whole numbers, where poles and edges of domains lie. */
    public double[] point() {
        double[] point = new double[VARIABLES.size()];
        for (int i = 0; i < point.length; i++) {
            point[i] = random.nextBoolean() ? POINTS[random.nextInt(POINTS.length)] : 3 * random.nextGaussian();
        }
        return point;
    }

    public double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private Expression exponent() {
        return new Constant(random.nextInt(3) == 0 ? 0.5 * (random.nextInt(9) - 4) : random.nextInt(9) - 4);
    }

    private Expression leaf() {
        if (random.nextInt(5) < 2) {
            return new Constant(
                    random.nextBoolean() ? CONSTANTS[random.nextInt(CONSTANTS.length)] : random.nextGaussian());
        }
        return new Variable(VARIABLES.get(random.nextInt(VARIABLES.size())));
    }
}
