package org.nde4j.experiments.problem;

import static org.nde4j.experiments.problem.Equations.field;

import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.equation.Field;

/** DETEST, class F: right-hand sides that jump or have a kink, added by W. H. Enright and J. D. Pryce 1987. */
final class DetestJumps {
    private static final double[] WHOLE_TIMES =
            IntStream.range(1, 20).mapToDouble(i -> i).toArray();

    private DetestJumps() {}

    static List<TestProblem> all() {
        return List.of(f1(), f2(), f3(), f4(), f5());
    }

    private static TestProblem of(String name, String what, Field field, double... start) {
        return TestProblem.of(
                "detest-" + name,
                what + "; DETEST, Enright and Pryce 1987, doi:10.1145/23002.27645",
                field,
                Detest.END,
                start);
    }

    private static TestProblem f1() {
        double a = 0.1;
        Field field = field(2, s -> {
            Columns free = s.y(2).times(2 * a).minus(s.y(1).times(Math.PI * Math.PI + a * a));
            return List.of(s.y(2), free.plus(alternating(s, s.constant(1), s.constant(-1))));
        });
        return of("f1", "An oscillator pushed up on even and down on odd unit intervals", field, 0, 0)
                .ending(Detest.exact(-12.9446062121347343, 0))
                .allowing(500)
                .jumpingAt(WHOLE_TIMES);
    }

    private static TestProblem f2() {
        Field field = field(
                1,
                s -> List.of(
                        alternating(s, s.y(1).times(1.5), s.y(1).times(0.5)).from(55)));
        return of("f2", "Growth with losses that alternate on unit intervals", field, 110)
                .ending(Detest.exact(70.0373105700860669))
                .jumpingAt(WHOLE_TIMES);
    }

    private static TestProblem f3() {
        Field field = field(2, s -> {
            Columns damped = s.y(2).times(0.01).times(s.y(1).squared().from(1)).minus(s.y(1));
            return List.of(s.y(2), damped.minus(s.t().times(Math.PI).sin().abs()));
        });
        return of("f3", "Van der Pol's equation driven by |sin(pi t)|", field, 0, 0)
                .ending(Detest.published(-0.3726957553088175, -0.6230137949234190))
                .jumpingAt(WHOLE_TIMES);
    }

    private static TestProblem f4() {
        Field field = field(1, s -> {
            Columns late = s.t().minus(5);
            Columns bump = late.times(120).over(late.squared().times(4).plus(1).power(16));
            return List.of(s.t().below(10, bump.from(-2.0 / 21), s.y(1).times(-2)));
        });
        return of("f4", "A bump, and from t = 10 on decay", field, 1)
                .ending(Detest.published(9.815017249707434e-11))
                .jumpingAt(10);
    }

    /** y' = y p'(t) / p(0), where p(t) is the sum of |t - i|^(4/3) for i = 1 to 19. */
    private static TestProblem f5() {
        double c = IntStream.rangeClosed(1, 19)
                .mapToDouble(i -> i * StrictMath.cbrt(i))
                .sum();
        Field field = field(1, s -> {
            Columns sum = s.constant(0);
            for (int i = 1; i < 20; i++) {
                Columns late = s.t().minus(i);
                sum = sum.plus(late.sign().times(late.abs().power(1.0 / 3)));
            }
            return List.of(sum.times(4 / (3 * c)).times(s.y(1)));
        });
        return of("f5", "A right-hand side whose second derivatives are infinite", field, 1)
                .ending(Detest.exact(1))
                .allowing(5000)
                .jumpingAt(WHOLE_TIMES);
    }

    /** One thing on the unit intervals [0, 1), [2, 3) ... and another on those between, up to 20. */
    private static Columns alternating(States s, Columns even, Columns odd) {
        Columns result = odd;
        for (int i = 18; i >= 0; i--) {
            result = s.t().below(i + 1, i % 2 == 0 ? even : odd, result);
        }
        return result;
    }
}
