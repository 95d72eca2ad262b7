package org.nde4j.symbolic.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nde4j.core.array.Shape;
import org.nde4j.core.calculus.Calculus;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.program.Workspace;

class LoweringTest {
    private static final int ROWS = 40;

    @Test
    void programs_giveTheValuesOfTheEvaluator() {
        RandomExpressions random = new RandomExpressions(3);
        for (int i = 0; i < 500; i++) {
            Expression e = random.next(5);
            compare(e, random, false);
            compare(e, random, true);
        }
    }

    private static void compare(Expression e, RandomExpressions random, boolean given) {
        Trace t = new Trace();
        Map<String, Value> variables = new java.util.LinkedHashMap<>();
        RandomExpressions.VARIABLES.forEach(name -> variables.put(name, t.input(name, Shape.of(ROWS, 1))));
        List<Value> constants = new ArrayList<>();
        double[] values = e.constants();
        for (int i = 0; given && i < values.length; i++) {
            constants.add(t.input("c" + i, i % 2 == 0 ? Shape.SCALAR : Shape.of(ROWS, 1)));
        }
        Workspace w = new Workspace(t.program(e.lower(t, variables, given ? constants : null)));
        for (int i = 0; given && i < values.length; i++) {
            java.util.Arrays.fill(w.input(3 + i), values[i]);
        }
        double[][] points = new double[ROWS][];
        for (int row = 0; row < ROWS; row++) {
            points[row] = random.point();
            for (int i = 0; i < 3; i++) {
                w.input(i)[row] = points[row][i];
            }
        }
        w.run();
        Evaluator evaluator = e.evaluator(RandomExpressions.VARIABLES);
        for (int row = 0; row < ROWS; row++) {
            double expected = evaluator.at(points[row]);
            Agreement.check(e, RandomExpressions.VARIABLES, points[row], expected, w.output(0)[row]);
        }
    }

    @Test
    void wholeExponents_belongToTheForm() {
        Trace t = new Trace();
        Value x = t.input("x", Shape.of(1, 1));
        Value c = t.input("c", Shape.SCALAR);
        Program p = t.program(Expression.parse("x^3").lower(t, Map.of("x", x), List.of(c)));
        assertEquals(-8, run(p, -2, 99));
        assertTrue(p.toString().contains("3"), p::toString);
    }

    @Test
    void gradients_flowToTheConstants() {
        Trace t = new Trace();
        Value x = t.input("x", Shape.of(2, 1));
        Value c = t.input("c", Shape.SCALAR);
        Value d = t.input("d", Shape.SCALAR);
        Value y = Expression.parse("2*x/(3 + x)").lower(t, Map.of("x", x), List.of(c, d));
        Workspace w = new Workspace(Calculus.gradient(t.program(t.sum(y)), 1, 2));
        w.input(0)[0] = 1;
        w.input(0)[1] = 2;
        w.input(1)[0] = 2;
        w.input(2)[0] = 3;
        w.run();
        assertEquals(1.0 / 4 + 2.0 / 5, w.output(1)[0], 1e-15); // a few roundings of numbers below one
        assertEquals(-2.0 / 16 - 4.0 / 25, w.output(2)[0], 1e-15);
    }

    @Test
    void formulasWithoutVariables_takeTheShapeOfTheVariables() {
        Trace t = new Trace();
        Value x = t.input("x", Shape.of(3, 1));
        assertEquals(
                Shape.of(3, 1),
                Expression.parse("2").lower(t, Map.of("x", x), null).shape());
    }

    @Test
    void wrongArguments_areRefused() {
        Trace t = new Trace();
        Value x = t.input("x", Shape.of(3, 1));
        Expression e = Expression.parse("2*x + y");
        assertThrows(IllegalArgumentException.class, () -> e.lower(t, Map.of("x", x), null));
        assertThrows(IllegalArgumentException.class, () -> e.lower(t, Map.of("x", x, "y", x), List.of()));
        assertThrows(IllegalArgumentException.class, () -> e.lower(t, Map.of(), null));
    }

    private static double run(Program p, double... inputs) {
        Workspace w = new Workspace(p);
        for (int i = 0; i < inputs.length; i++) {
            w.input(i)[0] = inputs[i];
        }
        w.run();
        return w.output(0)[0];
    }
}
