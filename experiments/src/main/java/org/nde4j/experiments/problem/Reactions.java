package org.nde4j.experiments.problem;

import static org.nde4j.experiments.problem.Equations.field;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.core.equation.Dae;
import org.nde4j.core.equation.Field;

/** Chemical reactions, fast and slow at once. */
final class Reactions {
    private static final double KS = 115.83;

    private Reactions() {}

    static List<TestProblem> all() {
        List<TestProblem> all = new ArrayList<>(List.of(hires(), oregonator(), Pollution.problem(), chemicalAkzo()));
        all.addAll(robertson());
        all.addAll(e5());
        return all;
    }

    /** The parameter holds the six rates that occur most. */
    private static TestProblem hires() {
        Field field = field(8, 6, s -> {
            Columns pfrX = s.p(5).times(s.y(6)).times(s.y(8));
            return List.of(
                    s.p(2).times(s.y(2))
                            .plus(s.p(3).times(s.y(3)))
                            .minus(s.p(1).times(s.y(1)))
                            .plus(0.0007),
                    s.p(1).times(s.y(1)).minus(s.p(4).times(s.y(2))),
                    s.p(2).times(s.y(4)).plus(s.y(5).times(0.035)).minus(s.y(3).times(10.03)),
                    s.p(3).times(s.y(2)).plus(s.p(1).times(s.y(3))).minus(s.y(4).times(1.12)),
                    s.p(2).times(s.y(6).plus(s.y(7))).minus(s.y(5).times(1.745)),
                    s.y(4).plus(s.y(7))
                            .times(0.69)
                            .plus(s.p(1).times(s.y(5)))
                            .minus(s.p(2).times(s.y(6)))
                            .minus(pfrX),
                    pfrX.minus(s.p(6).times(s.y(7))),
                    s.p(6).times(s.y(7)).minus(pfrX));
        });
        double[] rates = {1.71, 0.43, 8.32, 8.75, 280, 1.81};
        return TestProblem.of(
                        "hires",
                        "How light shapes plants, E. Schaefer 1975, doi:10.1007/BF00624083; Test Set for IVP Solvers",
                        field,
                        List.of(rates),
                        321.8122,
                        1,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0.0057)
                .ending(Detest.published(
                        7.371312573325668e-4,
                        1.442485726316185e-4,
                        5.888729740967575e-5,
                        1.175651343283149e-3,
                        2.386356198831331e-3,
                        6.238968252742796e-3,
                        2.849998395185769e-3,
                        2.850001604814231e-3))
                .scaled(1e-4)
                .asStiff();
    }

    /** Robertson's reaction to several times; the parameter holds (0.04, 3e7, 1e4). */
    private static List<TestProblem> robertson() {
        return List.of(
                robertson("rober-1e-4", 1e-4, 0.99999600000801137, 3.9840684637775332e-6, 1.5923523513217297e-8),
                robertson("rober-1e-3", 1e-3, 0.99996000156321818, 2.9169034944881154e-5, 1.0829401837965007e-5),
                robertson("rober-1e-2", 1e-2, 0.99960068268829505, 3.6450478878442643e-5, 3.6286683283835678e-4),
                robertson("rober-1e-1", 1e-1, 0.99607774744245892, 3.5804372350422432e-5, 3.8864481851928275e-3),
                robertson("rober-1", 1, 0.96645973733301294, 3.0746265785786866e-5, 3.3509516401211095e-2),
                robertson("rober-10", 10, 0.84136992384147014, 1.6233909379904643e-5, 0.15861384224914774),
                robertson("rober-100", 100, 0.61723488239606716, 6.1535912746388841e-6, 0.38275896401264059),
                robertson("robertson", 1e5, 0.01786592114210721, 7.274751468439572e-8, 0.9821340061103725),
                robertson("rober-1e11", 1e11, 2.083340149701255e-8, 8.333360770334713e-14, 0.9999999791665050)
                        .scaled(1e-10));
    }

    private static TestProblem robertson(String name, double end, double... states) {
        Field field = field(3, 3, s -> {
            Columns first = s.p(1).times(s.y(1));
            Columns second = s.p(2).times(s.y(2).squared());
            Columns third = s.p(3).times(s.y(2)).times(s.y(3));
            return List.of(third.minus(first), first.minus(second).minus(third), second);
        });
        return TestProblem.of(
                        name,
                        "Three substances, H. H. Robertson 1966; Hairer and Wanner 1996, IV.1, and the Test Set for IVP "
                                + "Solvers",
                        field,
                        List.of(new double[] {0.04, 3e7, 1e4}),
                        end,
                        1,
                        0,
                        0)
                .ending(Reference.of(1e-10, "published; confirmed by Radau IIA at 1e-12", states))
                .scaled(1e-6)
                .asStiff();
    }

    private static TestProblem oregonator() {
        Field field = field(3, s -> {
            Columns left = s.y(1).times(8.375e-6).plus(s.y(2)).from(1);
            return List.of(
                    s.y(2).plus(s.y(1).times(left)).times(77.27),
                    s.y(3).minus(s.y(1).plus(1).times(s.y(2))).over(77.27),
                    s.y(1).minus(s.y(3)).times(0.161));
        });
        return TestProblem.of(
                        "oregonator",
                        "The Belousov-Zhabotinskii reaction, R. J. Field and R. M. Noyes 1974, doi:10.1063/1.1681288; "
                                + "Test Set for IVP Solvers",
                        field,
                        360,
                        1,
                        2,
                        3)
                .ending(Detest.published(1.000814870318523, 1228.178521549917, 132.0554942846706))
                .asStiff();
    }

    /*
     * Published at 1e13 are 8.868e-23 and 8.855e-23 for y2 and y3. But y2 = y3 + y4 holds always, and y4 is 0 then: the
     * difference is rounding from the time when the states were large, which nothing damps. So states below 1e-14 count
     * as zero there too.
     */
    private static List<TestProblem> e5() {
        return List.of(
                e5("e5-1e3", 1e3, 1e-14)
                        .ending(fromThree(
                                1.6180769999073e-3, 1.38223703049860e-10, 8.2515735006851e-12, 1.29972129549175e-10)),
                e5("e5-1e5", 1e5, 1e-15)
                        .ending(fromThree(
                                7.4813208224294e-6, 2.3734781561205e-12, 2.2123586689581e-12, 1.6111948716243e-13)),
                e5("e5-1e13", 1e13, 1e-14).ending(fromThree(0, 8.8612335212890e-23, 8.8612335212890e-23, 0)));
    }

    private static Reference fromThree(double... states) {
        return Reference.of(3e-12, "Radau IIA, relative tolerance 1e-12, with y2 = y3 + y4 put in", states);
    }

    private static TestProblem e5(String name, double end, double scale) {
        Field field = field(4, s -> {
            Columns r1 = s.y(1).times(7.89e-10);
            Columns r2 = s.y(1).times(s.y(3)).times(1.1e7);
            Columns r3 = s.y(2).times(s.y(3)).times(1.13e9);
            Columns r4 = s.y(4).times(1.13e3);
            return List.of(
                    r1.plus(r2).negated(), r1.minus(r3), r1.minus(r2).minus(r3).plus(r4), r2.minus(r4));
        });
        return TestProblem.of(
                        name,
                        "Pyrolysis, problem E5 of W. H. Enright, T. E. Hull and B. Lindberg 1975, "
                                + "doi:10.1007/BF01932994; Hairer and Wanner 1996, IV.10",
                        field,
                        end,
                        1.76e-3,
                        0,
                        0,
                        0)
                .scaled(scale)
                .asStiff();
    }

    private static TestProblem chemicalAkzo() {
        Field field = field(6, s -> {
            Columns oxygen = s.y(2).sqrt();
            Columns r1 = s.y(1).power(4).times(oxygen).times(18.7);
            Columns r2 = s.y(3).times(s.y(4)).times(0.58);
            Columns r3 = s.y(1).times(s.y(5)).times(0.58 / 34.4);
            Columns r4 = s.y(1).times(s.y(4).squared()).times(0.09);
            Columns r5 = s.y(6).squared().times(oxygen).times(0.42);
            Columns inflow = s.y(2).from(0.9 / 737).times(3.3);
            return List.of(
                    r2.minus(r1.times(2)).minus(r3).minus(r4),
                    inflow.minus(r1.times(0.5)).minus(r4).minus(r5.times(0.5)),
                    r1.minus(r2).plus(r3),
                    r3.minus(r2).minus(r4.times(2)),
                    r2.minus(r3).plus(r5),
                    s.y(1).times(s.y(4)).times(KS).minus(s.y(6)));
        });
        return TestProblem.of(
                        "chemical-akzo",
                        "Two species mixed while carbon dioxide is added, index 1; W. J. H. Stortelder 1995, Test Set for "
                                + "IVP Solvers",
                        Dae.diagonal(field, 1, 1, 1, 1, 1, 0),
                        180,
                        0.444,
                        0.00123,
                        0,
                        0.007,
                        0,
                        KS * 0.444 * 0.007)
                .ending(Detest.published(
                        0.1150794920661702,
                        1.203831471567715e-3,
                        0.1611562887407974,
                        3.656156421249283e-4,
                        0.01708010885264404,
                        4.873531310307455e-3))
                .scaled(1e-4)
                .asStiff();
    }
}
