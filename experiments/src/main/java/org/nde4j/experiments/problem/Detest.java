package org.nde4j.experiments.problem;

import static org.nde4j.experiments.problem.Equations.field;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.nde4j.core.equation.Field;

/**
 * DETEST, classes A (one equation), B (small systems), C (moderate systems), D (orbits) and E (second order), on
 * [0, 20]. T. E. Hull, W. H. Enright, B. M. Fellen and A. E. Sedgwick 1972, doi:10.1137/0709052; W. H. Enright and
 * J. D. Pryce 1987, doi:10.1145/23002.27645.
 */
final class Detest {
    static final double END = 20;

    private static final double DECAYED = 2.061153622438558e-9; // exp(-20)

    private Detest() {}

    static List<TestProblem> all() {
        List<TestProblem> all = new ArrayList<>(List.of(a1(), a2(), a3(), a4(), a5()));
        all.addAll(List.of(b1(), b2(), b3(), b4(), b5()));
        all.addAll(List.of(c1(), c2(), c3(), c4(), OuterPlanets.c5()));
        all.addAll(orbits());
        all.addAll(List.of(e1(), e2(), e3(), e4(), e5()));
        return all;
    }

    static TestProblem of(String name, String what, Field field, double... start) {
        return TestProblem.of(
                "detest-" + name, what + "; DETEST, Hull, Enright, Fellen and Sedgwick 1972", field, END, start);
    }

    /** Published values; they have 13 digits or more. */
    static Reference published(double... values) {
        return Reference.of(2e-13, "published; confirmed by other methods to the digits given", values);
    }

    static Reference exact(double... values) {
        return Reference.of(1e-15, "closed form", values);
    }

    private static TestProblem a1() {
        return of("a1", "Decay", field(1, s -> List.of(s.y(1).negated())), 1).ending(exact(DECAYED));
    }

    private static TestProblem a2() {
        Field field = field(1, s -> List.of(s.y(1).power(3).times(-0.5)));
        return of("a2", "A special case of Riccati's equation", field, 1).ending(published(0.2182178902359887));
    }

    private static TestProblem a3() {
        Field field = field(1, s -> List.of(s.y(1).times(s.t().cos())));
        return of("a3", "An oscillation", field, 1).ending(published(2.491650271850414));
    }

    private static TestProblem a4() {
        Field field =
                field(1, s -> List.of(s.y(1).times(0.25).times(s.y(1).over(20).from(1))));
        return of("a4", "A logistic curve", field, 1).ending(published(17.73016648131483));
    }

    private static TestProblem a5() {
        Field field = field(1, s -> List.of(s.y(1).minus(s.t()).over(s.y(1).plus(s.t()))));
        return of("a5", "A spiral", field, 4).ending(published(-0.7887826688964196));
    }

    private static TestProblem b1() {
        Field field = field(2, s -> {
            Columns met = s.y(1).times(s.y(2));
            return List.of(s.y(1).minus(met).times(2), met.minus(s.y(2)));
        });
        return of("b1", "Two conflicting populations", field, 1, 3)
                .ending(published(0.6761876008576667, 0.1860816099640036));
    }

    private static TestProblem b2() {
        Field field = field(3, s -> {
            Columns forth = s.y(1).minus(s.y(2));
            Columns back = s.y(3).minus(s.y(2));
            return List.of(forth.negated(), forth.plus(back), back.negated());
        });
        return of("b2", "A linear reaction", field, 2, 0, 1)
                .ending(published(1.000000001030576, 1, 0.9999999989694235));
    }

    private static TestProblem b3() {
        Field field = field(3, s -> {
            Columns pair = s.y(2).squared();
            return List.of(s.y(1).negated(), s.y(1).minus(pair), pair);
        });
        return of("b3", "A nonlinear reaction", field, 1, 0, 0)
                .ending(published(DECAYED, 5.257228022048349e-2, 0.9474277177183630));
    }

    private static TestProblem b4() {
        Field field = field(3, s -> {
            Columns x = s.y(1);
            Columns y = s.y(2);
            Columns r = x.squared().plus(y.squared()).sqrt();
            Columns inward = s.y(3).over(r);
            return List.of(y.plus(x.times(inward)).negated(), x.minus(y.times(inward)), x.over(r));
        });
        return of("b4", "The integral surface of a torus", field, 3, 0, 0)
                .ending(published(0.9826950928005993, 2.198447081694832, 0.9129452507276399));
    }

    private static TestProblem b5() {
        Field field = field(
                3,
                s -> List.of(
                        s.y(2).times(s.y(3)),
                        s.y(1).times(s.y(3)).negated(),
                        s.y(1).times(s.y(2)).times(-0.51)));
        return of("b5", "Euler's equations of a rigid body", field, 0, 1, 1)
                .ending(published(-0.9396570798729192, -0.3421177754000779, 0.7414126596199957));
    }

    private static TestProblem c1() {
        double[] end = new double[10];
        end[0] = DECAYED;
        for (int k = 1; k < 9; k++) {
            end[k] = end[k - 1] * END / k;
        }
        end[9] = 0.9979127409508656;
        return of("c1", "A radioactive chain with equal rates", chain(i -> 1), first(10))
                .ending(published(end));
    }

    private static TestProblem c2() {
        double[] end = new double[10];
        end[0] = DECAYED;
        for (int k = 1; k < 9; k++) {
            end[k] = end[k - 1] * (1 - DECAYED);
        }
        end[9] = 0.9999999814496180;
        return of("c2", "A radioactive chain with rates 1 to 9", chain(i -> i), first(10))
                .ending(published(end));
    }

    /** Ten substances; the i-th decays into the next at a rate of its own, the last stays. */
    private static Field chain(IntToDoubleFunction rate) {
        return field(10, s -> {
            List<Columns> rates = new ArrayList<>();
            Columns gained = null;
            for (int i = 1; i < 10; i++) {
                Columns lost = s.y(i).times(rate.applyAsDouble(i));
                rates.add(gained == null ? lost.negated() : gained.minus(lost));
                gained = lost;
            }
            rates.add(gained);
            return rates;
        });
    }

    private static TestProblem c3() {
        return of("c3", "Heat in a rod of 10 cells", rod(10), first(10))
                .ending(published(
                        2.948119211022058e-3,
                        5.635380154844266e-3,
                        7.829072515926013e-3,
                        9.348257908594937e-3,
                        1.007943610301970e-2,
                        9.982674171429909e-3,
                        9.088693332766085e-3,
                        7.489115195185912e-3,
                        5.322964130953349e-3,
                        2.762434379029886e-3));
    }

    /** Of the 51 values the first six are published. */
    private static TestProblem c4() {
        return of("c4", "Heat in a rod of 51 cells", rod(51), first(51))
                .ending(published(
                        3.124111453721466e-3,
                        6.015416842150318e-3,
                        8.470021834842650e-3,
                        1.033682931733337e-2,
                        1.153249572873923e-2,
                        1.204549525737964e-2));
    }

    /** y' = A y, where A has -2 on the diagonal and 1 beside it. */
    private static Field rod(int n) {
        return field(
                n,
                s -> IntStream.rangeClosed(1, n)
                        .mapToObj(i -> {
                            Columns here = s.y(i).times(-2);
                            Columns left = i == 1 ? here : here.plus(s.y(i - 1));
                            return i == n ? left : left.plus(s.y(i + 1));
                        })
                        .toList());
    }

    private static List<TestProblem> orbits() {
        double[][] ends = {
            {0.2198835352008397, 0.9427076846341813, -0.9787659841058176, 0.3287977990962036},
            {-0.1777027357140412, 0.9467784719905892, -1.030294163192969, 0.1211074890053952},
            {-0.5780432953035361, 0.8633840009194193, -0.9595083730380727, -0.06504915126712089},
            {-0.9538990293416394, 0.6907409024219432, -0.8212674270877433, -0.1539574259125825},
            {-1.295266250987574, 0.4003938963792321, -0.6775390924707566, -0.1270838154278686}
        };
        return IntStream.range(0, 5)
                .mapToObj(i -> {
                    double e = (1 + 2 * i) / 10.0;
                    return of(
                                    "d" + (i + 1),
                                    "The two-body problem, eccentricity " + e,
                                    Orbits.KEPLER,
                                    Orbits.nearest(e))
                            .ending(published(ends[i]))
                            .allowing(2000);
                })
                .toList();
    }

    private static TestProblem e1() {
        Field field = field(2, s -> {
            Columns t = s.t().plus(1);
            Columns stiffness = s.constant(0.25).over(t.squared()).from(1);
            return List.of(s.y(2), s.y(2).over(t).plus(stiffness.times(s.y(1))).negated());
        });
        return of("e1", "Bessel's equation of order 1/2", field, 0.6713967071418030, 0.09540051444747446)
                .ending(published(0.1456723600728308, -0.09883500195574063));
    }

    private static TestProblem e2() {
        return of("e2", "Van der Pol's equation, mu = 1", Oscillators.vanDerPol(1), 2, 0)
                .ending(published(2.008149762174948, -0.04250887527320057));
    }

    private static TestProblem e3() {
        Field field = field(2, s -> {
            Columns spring = s.y(1).power(3).over(6).minus(s.y(1));
            return List.of(s.y(2), spring.plus(s.t().times(2.78535).sin().times(2)));
        });
        return of("e3", "Duffing's equation", field, 0, 0).ending(published(-0.1004178858647128, 0.2411400132095954));
    }

    private static TestProblem e4() {
        Field field = field(2, s -> List.of(s.y(2), s.y(2).squared().times(0.4).from(0.032)));
        return of("e4", "A falling body", field, 30, 0).ending(published(33.95091444646555, 0.2767822659672869));
    }

    private static TestProblem e5() {
        Field field =
                field(2, s -> List.of(s.y(2), s.y(2).squared().plus(1).sqrt().over(s.t().from(25))));
        return of("e5", "A linear pursuit", field, 0, 0).ending(published(14.11797390542629, 2.4));
    }

    private static double[] first(int n) {
        double[] start = new double[n];
        start[0] = 1;
        return start;
    }
}
