package org.nde4j.symbolic.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nde4j.core.model.NeuralOde;
import org.nde4j.core.random.Stream;
import org.nde4j.core.random.Streams;
import org.nde4j.symbolic.expression.Expression;

class EquationSystemTest {
    private static final List<String> STATES = List.of("x", "y");
    private static final EquationSystem SYSTEM =
            Simulated.system(STATES, "x*(1.84 - 1.45*y) + sin(0.3*x)", "-y^2/(3 + 1.62*x)");

    @Test
    void field_givesWhatTheExpressionsGive() {
        Stream random = Streams.of(1).stream("points");
        double[][] points = new double[50][2];
        for (double[] point : points) {
            random.fillUniform(point, 0, 2, 0, 3);
        }
        double[][] slopes = NeuralOde.slopes(SYSTEM.field(), SYSTEM.parameters(), points);
        double[][] frozen = NeuralOde.slopes(SYSTEM.frozen(), new double[0][], points);
        for (int i = 0; i < points.length; i++) {
            for (int s = 0; s < 2; s++) {
                double expected = SYSTEM.derivatives().get(s).evaluator(STATES).at(points[i]);
                // the same operations in another order of rounding
                assertEquals(expected, slopes[i][s], 1e-14 * (1 + Math.abs(expected)));
                assertEquals(slopes[i][s], frozen[i][s], 0);
            }
        }
    }

    @Test
    void wholeExponents_areNotFree() {
        assertArrayEquals(new double[] {1.84, 1.45, 0.3, 2, 3, 1.62}, countable(SYSTEM), 0);
        assertArrayEquals(new int[] {0, 1, 2, 4, 5}, SYSTEM.free());
        EquationSystem fixed = SYSTEM.fixing(4, 3.5);
        assertArrayEquals(new int[] {0, 1, 2, 5}, fixed.free());
        assertEquals(3.5, fixed.constants()[4]);
    }

    private static double[] countable(EquationSystem system) {
        return java.util.Arrays.stream(system.constants())
                .map(Math::abs)
                .filter(c -> c != 1)
                .toArray();
    }

    @Test
    void codec_readsBackWhatItWrote() throws IOException {
        for (EquationSystem system : List.of(SYSTEM, SYSTEM.fixing(1, 0.1 + 0.2), partlyKnown())) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            EquationSystem.CODEC.write(system, new DataOutputStream(bytes));
            EquationSystem back =
                    EquationSystem.CODEC.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            assertEquals(system, back);
        }
    }

    private static EquationSystem partlyKnown() {
        return EquationSystem.of(
                STATES,
                List.of(Expression.parse("-2.5*x"), Expression.constant(0)),
                List.of(Expression.parse("0.5*y - 0.25*x*y"), Expression.parse("0.7*x")));
    }

    @Test
    void known_termsKeepTheirConstants() {
        EquationSystem system = partlyKnown();
        assertEquals(2.5, Math.abs(system.constants()[0]));
        assertTrue(java.util.Arrays.stream(system.free()).noneMatch(i -> i == 0));
        assertEquals(3, system.free().length);
        int first = system.free()[0];
        EquationSystem without = system.fixing(first, 0).simplified();
        assertEquals("-2.5*x", without.known().get(0).text());
        assertTrue(without.derivatives().get(0).text().startsWith("-2.5*x"), without::toString);
        assertEquals(2, without.free().length);
    }

    @Test
    void completeDerivatives_haveNothingFree() {
        EquationSystem system = EquationSystem.of(
                STATES,
                List.of(Expression.parse("2*y"), Expression.constant(0)),
                List.of(Expression.constant(0), Expression.parse("-4*x")));
        assertEquals("2*y", system.derivatives().get(0).text());
        assertEquals(1, system.free().length);
        assertEquals(system.derivatives(), system.simplified().derivatives());
    }

    @Test
    void statesWithoutDerivative_areRefused() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> EquationSystem.of(STATES, List.of(Expression.parse("x"))))
                .getMessage();
        assertTrue(message.contains("2 states"), message);
    }
}
