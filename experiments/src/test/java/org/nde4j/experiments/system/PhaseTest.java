package org.nde4j.experiments.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nde4j.symbolic.expression.Expression;

class PhaseTest {

    /** Pairs of a state and its derivative. */
    private static Map<String, Expression> derivatives(String... pairs) {
        Map<String, Expression> all = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i], Expression.parse(pairs[i + 1]));
        }
        return all;
    }

    @Test
    void coupledOscillators_areRecognized_withMomentaInTheOrderOfPositions() {
        var system = derivatives("q1", "p1", "p2", "-q2 - q1^2 + q2^2", "q2", "p2", "p1", "-q1 - 2*q1*q2");
        Phase phase = Phase.recognized(system).orElseThrow();
        assertEquals(List.of("q1", "q2"), phase.positions());
        assertEquals(List.of("p1", "p2"), phase.momenta());
        assertTrue(phase.isSecondOrder(system));
    }

    @Test
    void whatMovesWithASingleState_isAPosition() {
        assertEquals(
                List.of("angle"),
                Phase.recognized(derivatives("speed", "-sin(angle)", "angle", "speed"))
                        .orElseThrow()
                        .positions());
    }

    @Test
    void momentaThatAreNoVelocities_makeNoSecondOrderEquation() {
        var system = derivatives("x", "a - b*exp(y)", "y", "c*exp(x) - d");
        Phase phase = Phase.recognized(system).orElseThrow();
        assertEquals(List.of("x"), phase.positions());
        assertFalse(phase.isSecondOrder(system));
    }

    @Test
    void dampedOrUnevenSystems_areNotRecognized() {
        assertEquals(Optional.empty(), Phase.recognized(derivatives("x", "v", "v", "-x - 0.1*v")));
        assertEquals(Optional.empty(), Phase.recognized(derivatives("x", "y", "y", "z", "z", "x")));
        assertEquals(Optional.empty(), Phase.recognized(derivatives("x", "v", "v", "-x", "w", "v")));
        assertEquals(Optional.empty(), Phase.recognized(derivatives("x", "1")));
    }
}
