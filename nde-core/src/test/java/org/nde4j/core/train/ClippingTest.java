package org.nde4j.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ClippingTest {
    @Test
    void norm_shortensAllArraysTogether() {
        double[][] g = {{3, 0}, {-4}};
        assertEquals(5, Clipping.length(g), 1e-15); // one root
        Clipping.norm(1).apply(g);
        assertArrayEquals(new double[] {0.6, 0}, g[0], 1e-15); // two divisions
        assertArrayEquals(new double[] {-0.8}, g[1], 1e-15);
        Clipping.norm(2).apply(g);
        assertArrayEquals(new double[] {-0.8}, g[1], 1e-15);
    }

    @Test
    void norm_doesNotOverflow() {
        double[][] g = {{3e300, -4e300}};
        Clipping.norm(5).apply(g);
        assertArrayEquals(new double[] {3, -4}, g[0], 1e-14); // some roundings of 4
        assertEquals(Double.POSITIVE_INFINITY, Clipping.length(new double[][] {{1, Double.NEGATIVE_INFINITY}}));
    }

    @Test
    void value_cutsEachComponent() {
        double[][] g = {{3, -0.5}, {-4}};
        Clipping.value(1).apply(g);
        assertArrayEquals(new double[][] {{1, -0.5}, {-1}}, g);
    }

    @Test
    void none_changesNothing() {
        double[][] g = {{1e9}};
        Clipping.NONE.apply(g);
        assertArrayEquals(new double[][] {{1e9}}, g);
    }

    @Test
    void impossibleLengths_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> Clipping.norm(0));
        assertThrows(IllegalArgumentException.class, () -> Clipping.value(Double.NaN));
    }
}
