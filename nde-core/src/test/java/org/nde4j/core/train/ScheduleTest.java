package org.nde4j.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    // One cosine or power and a few products.
    private static final double ROUNDING = 1e-15;

    private static double[] rates(Schedule schedule, long... steps) {
        return LongStream.of(steps).mapToDouble(schedule::at).toArray();
    }

    @Test
    void cosine_fallsThroughItsMiddleToItsEndAndStays() {
        double[] rates = rates(new Schedule.Cosine(3, 1, 12), 0, 4, 6, 8, 12, 100);
        assertArrayEquals(new double[] {3, 2.5, 2, 1.5, 1, 1}, rates, ROUNDING);
    }

    @Test
    void exponential_halvesAtEachPeriod() {
        double[] rates = rates(new Schedule.Exponential(8, 0.5, 10), 0, 5, 10, 30);
        assertArrayEquals(new double[] {8, 8 / Math.sqrt(2), 4, 1}, rates, 8 * ROUNDING);
    }

    @Test
    void piecewise_changesAtItsSteps() {
        Schedule schedule = new Schedule.Piecewise(List.of(2L, 5L), List.of(1.0, 0.5, 0.1));
        assertArrayEquals(new double[] {1, 1, 0.5, 0.5, 0.1, 0.1}, rates(schedule, 0, 1, 2, 4, 5, 99));
    }

    @Test
    void warmup_risesThenBeginsTheOther() {
        Schedule schedule = new Schedule.Piecewise(List.of(1L), List.of(1.0, 0.5)).warmup(3);
        assertArrayEquals(new double[] {0.25, 0.5, 0.75, 1, 0.5}, rates(schedule, 0, 1, 2, 3, 4));
    }

    /* PyTorch's OneCycleLR(max_lr=1, total_steps=100): the top at step 0.3 * 100 - 1. */
    @Test
    void oneCycle_hasThePeakAndTheEndsOfPyTorch() {
        Schedule schedule = new Schedule.OneCycle(1, 100);
        double[] rates = rates(schedule, 0, 29, 64, 99, 200);
        assertArrayEquals(new double[] {0.04, 1, 0.5 * (1 + 4e-6), 4e-6, 4e-6}, rates, 4 * ROUNDING);
        assertEquals(0.04 + 0.96 * 0.5 * (1 - StrictMath.cos(Math.PI * 10 / 29)), schedule.at(10), ROUNDING);
    }

    @Test
    void impossibleSettings_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> Schedule.constant(0));
        assertThrows(IllegalArgumentException.class, () -> Schedule.cosine(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Schedule.OneCycle(1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Schedule.Piecewise(List.of(1L), List.of(1.0)));
        assertThrows(
                IllegalArgumentException.class, () -> new Schedule.Piecewise(List.of(2L, 1L), List.of(1.0, 1.0, 1.0)));
    }
}
