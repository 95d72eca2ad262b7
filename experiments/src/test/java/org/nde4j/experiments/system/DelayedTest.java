package org.nde4j.experiments.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelayedTest {

    @Test
    void earlierStates_becomeVariables() {
        Delayed delayed = new Delayed();
        assertEquals(
                "a*`delay(x, tau)`/(1 + `delay(x, tau)`^n) - `delay(y, max(1, (t + 2)/3))`",
                delayed.replaced("a*delay(x, tau)/(1 + delay( x,tau )^n) - delay (y, max(1, (t + 2)/3))"));
        assertEquals(
                List.of(
                        new Delayed.Lookup("delay(x, tau)", "x", "tau"),
                        new Delayed.Lookup("delay(y, max(1, (t + 2)/3))", "y", "max(1, (t + 2)/3)")),
                delayed.lookups());
    }

    @Test
    void quotedNames_areKept() {
        Delayed delayed = new Delayed();
        assertEquals(
                "`delay(a, 1)` + `delay 0`*`Sea level (m`",
                delayed.replaced("`delay(a, 1)` + delay(`Sea level (m`, 2)*`Sea level (m`"));
        assertEquals(List.of(new Delayed.Lookup("delay 0", "Sea level (m", "2")), delayed.lookups());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"mydelay(x, 1)", "delay + delay2(x)", "delay*(x + 1)", "x_delay(1)", "x", "''"})
    void otherWords_stay(String formula) {
        Delayed delayed = new Delayed();
        assertEquals(formula, delayed.replaced(formula));
        assertTrue(delayed.lookups().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delay(x)|needs a state and how long ago",
                "delay(x, )|needs a state and how long ago",
                "delay(x, 1, 2)|needs a state and how long ago",
                "delay(x, delay(x, 1))|holds another delay",
                "1 + delay(x, (1)|is never closed",
            })
    void misuse_isExplained(String formula, String message) {
        Exception e = assertThrows(IllegalArgumentException.class, () -> new Delayed().replaced(formula));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }
}
