package org.nde4j.experiments.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SheetTest {
    @Test
    void quoted_cells_keep_commas_quotes_and_lines() {
        Sheet sheet = Sheet.parse("a,\"b,c\"\r\n\"x\"\"y\",\"1\n2\"\r\n");
        assertEquals(List.of("a", "b,c"), sheet.head());
        assertEquals(List.of(List.of("x\"y", "1\n2")), sheet.rows());
    }

    @Test
    void missing_cells_and_columns_read_as_nothing() {
        Sheet sheet = Sheet.parse("a,b\n1\n,2\n\nx,3");
        assertArrayEquals(new double[] {1, Double.NaN, Double.NaN}, sheet.numbers("a"));
        assertArrayEquals(new double[] {Double.NaN, 2, 3}, sheet.numbers("b"));
        assertArrayEquals(new String[] {"", "", ""}, sheet.texts("c"));
        assertTrue(Sheet.parse("").isEmpty());
    }

    @Test
    void rows_can_be_picked_and_grouped() {
        Sheet sheet = Sheet.parse("k,v\nb,1\na,2\nb,3\n");
        assertEquals(List.of("b", "a"), sheet.distinct("k"));
        assertArrayEquals(new double[] {1, 3}, sheet.where("k", "b").numbers("v"));
    }
}
