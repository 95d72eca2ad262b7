package org.nde4j.experiments.problem;

import java.util.Arrays;
import java.util.List;

/**
 * Air pollution: 25 reactions of 20 substances. J. G. Verwer 1994, doi:10.1137/0915076; Test Set for IVP Solvers.
 */
final class Pollution {
    private static final double[] RATES = {
        0.35, 26.6, 12300, 0.00086, 0.00082, 15000, 0.00013, 24000, 16500, 9000, 0.022, 12000, 1.88, 16300, 4.8e6,
        0.00035, 0.0175, 1e8, 4.44e11, 1240, 2.1, 5.78, 0.0474, 1780, 3.12
    };
    /** For each reaction the one or two substances that it consumes. */
    private static final int[][] MEETING = {
        {1}, {2, 4}, {5, 2}, {7}, {7}, {7, 6}, {9}, {9, 6}, {11, 2}, {11, 1}, {13}, {10, 2}, {14}, {1, 6}, {3}, {4},
        {4}, {16}, {16}, {17, 6}, {19}, {19}, {1, 4}, {19, 1}, {20}
    };
    /** For each substance the reactions that make it and, with a minus, those that take it. */
    private static final int[][] BALANCE = {
        {-1, -10, -14, -23, -24, 2, 3, 9, 11, 12, 22, 25},
        {-2, -3, -9, -12, 1, 21},
        {-15, 1, 17, 19, 22},
        {-2, -16, -17, -23, 15},
        {-3, 4, 4, 6, 7, 13, 20},
        {-6, -8, -14, -20, 3, 18, 18},
        {-4, -5, -6, 13},
        {4, 5, 6, 7},
        {-7, -8},
        {-12, 7, 9},
        {-9, -10, 8, 11},
        {9},
        {-11, 10},
        {-13, 12},
        {14},
        {-18, -19, 16},
        {-20},
        {20},
        {-21, -22, -24, 23, 25},
        {-25, 24}
    };

    private Pollution() {}

    static TestProblem problem() {
        double[] start = new double[20];
        start[1] = 0.2;
        start[3] = 0.04;
        start[6] = 0.1;
        start[7] = 0.3;
        start[8] = 0.01;
        start[16] = 0.007;
        return TestProblem.of(
                        "pollution",
                        "Air pollution, 25 reactions of 20 substances; J. G. Verwer 1994, doi:10.1137/0915076, Test Set "
                                + "for IVP Solvers",
                        Equations.field(20, Pollution::rates),
                        60,
                        start)
                .ending(Detest.published(
                        0.05646255480022769,
                        0.1342484130422339,
                        4.139734331099427e-9,
                        5.523140207484359e-3,
                        2.018977262302196e-7,
                        1.464541863493966e-7,
                        0.07784249118997964,
                        0.3245075353396018,
                        7.494013383880406e-3,
                        1.622293157301561e-8,
                        1.135863833257075e-8,
                        2.230505975721359e-3,
                        2.087162882798630e-4,
                        1.396921016840158e-5,
                        8.964884856898295e-3,
                        4.352846369330103e-18,
                        6.899219696263405e-3,
                        1.007803037365946e-4,
                        1.772146513969984e-6,
                        5.682943292316392e-5))
                .scaled(1e-7)
                .asStiff();
    }

    private static List<Columns> rates(States s) {
        Columns[] reactions = new Columns[RATES.length];
        for (int i = 0; i < RATES.length; i++) {
            Columns first = s.y(MEETING[i][0]);
            Columns met = MEETING[i].length == 1 ? first : first.times(s.y(MEETING[i][1]));
            reactions[i] = met.times(RATES[i]);
        }
        return Arrays.stream(BALANCE).map(signed -> balance(reactions, signed)).toList();
    }

    private static Columns balance(Columns[] reactions, int... signed) {
        double[] signs = Arrays.stream(signed).mapToDouble(Integer::signum).toArray();
        return Columns.combine(
                signs,
                Arrays.stream(signed).mapToObj(i -> reactions[Math.abs(i) - 1]).toArray(Columns[]::new));
    }
}
