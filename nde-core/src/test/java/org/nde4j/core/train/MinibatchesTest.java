package org.nde4j.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;

class MinibatchesTest {
    @Test
    void epoch_takesEveryItemOnce() {
        Minibatches.Bench bench = new Minibatches(12, 4, 3).open();
        int[] epoch = IntStream.range(0, 3)
                .flatMap(step -> Arrays.stream(bench.at(step).clone()))
                .sorted()
                .toArray();
        assertArrayEquals(IntStream.range(0, 12).toArray(), epoch);
    }

    @Test
    void step_isFoundWithoutTheOnesBefore() {
        Minibatches batches = new Minibatches(10, 3, 5);
        Minibatches.Bench inOrder = batches.open();
        for (long step = 0; step < 20; step++) {
            assertArrayEquals(inOrder.at(step), batches.open().at(step));
        }
        assertEquals(3, batches.perEpoch());
    }

    @Test
    void orders_differByEpochAndSeed() {
        Minibatches batches = new Minibatches(50, 5, 5);
        assertFalse(Arrays.equals(batches.order(0), batches.order(1))); // false alarm 1 / 50!
        assertFalse(Arrays.equals(batches.order(0), new Minibatches(50, 5, 6).order(0)));
    }

    @Test
    void rows_gathersTheRowsOfABatch() {
        Minibatches batches = new Minibatches(3, 2, 1);
        Array x = Array.matrix(new double[][] {{0, 1}, {10, 11}, {20, 21}});
        Array y = Array.vector(0, 10, 20);
        double[][] data = {new double[4], new double[2]};
        Feed.rows(batches, x, y).fill(7, data);
        int[] rows = batches.open().at(7);
        assertArrayEquals(new double[] {10 * rows[0], 10 * rows[0] + 1, 10 * rows[1], 10 * rows[1] + 1}, data[0]);
        assertArrayEquals(new double[] {10 * rows[0], 10 * rows[1]}, data[1]);
    }

    @Test
    void impossibleSizes_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Minibatches(3, 4, 0));
        assertThrows(IllegalArgumentException.class, () -> new Minibatches(3, 0, 0));
        Array two = Array.zeros(Shape.of(2, 2));
        assertThrows(IllegalArgumentException.class, () -> Feed.rows(new Minibatches(3, 1, 0), two));
    }
}
