package org.nde4j.symbolic.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.Fitted;

class ParetoFrontTest {
    private static Point point(int complexity, double loss) {
        return new Point(Expression.parse("x" + complexity), complexity, loss);
    }

    private static final ParetoFront FRONT = ParetoFront.of(
            List.of(
                    point(5, 1e-3),
                    point(1, 1),
                    point(3, 0.5),
                    point(4, 0.6),
                    point(9, 9e-4),
                    point(3, 0.7),
                    point(15, 8e-4)),
            0);

    @Test
    void dominated_points_are_gone_and_the_rest_sorted() {
        assertEquals(
                List.of(1, 3, 5, 9, 15),
                FRONT.points().stream().map(Point::complexity).toList());
        assertEquals(0.5, FRONT.points().get(1).loss());
    }

    @Test
    void score_is_the_fall_of_the_logarithm_for_a_unit_of_complexity() {
        assertEquals(0, FRONT.score(0));
        // Logarithms to a few units in the last place.
        assertEquals(Math.log(1 / 0.5) / 2, FRONT.score(1), 1e-14);
        assertEquals(Math.log(0.5 / 1e-3) / 2, FRONT.score(2), 1e-14);
    }

    @Test
    void rules_take_what_they_say() {
        assertEquals(5, FRONT.choose(Choice.BEST).complexity());
        assertEquals(15, FRONT.choose(Choice.ACCURACY).complexity());
        assertEquals(5, FRONT.choose(Choice.SCORE).complexity());
        assertEquals(5, FRONT.choose(Choice.HALVING).complexity());
        ParetoFront steep = ParetoFront.of(List.of(point(1, 1), point(2, 0.01), point(8, 1e-3)), 0);
        assertEquals(8, steep.choose(Choice.BEST).complexity());
        assertEquals(2, steep.choose(Choice.SCORE).complexity());
        assertEquals(2, steep.choose(Choice.HALVING).complexity());
    }

    @Test
    void losses_below_the_floor_are_equal() {
        ParetoFront front = ParetoFront.of(List.of(point(1, 1), point(5, 1e-30), point(7, 1e-33)), 1e-24);
        assertEquals(2, front.points().size());
        assertEquals(5, front.choose(Choice.BEST).complexity());
        assertEquals(5, front.choose(Choice.ACCURACY).complexity());
    }

    @Test
    void single_point_is_chosen_by_all_rules() {
        ParetoFront front = ParetoFront.of(List.of(point(3, 0)), 0);
        for (Choice choice : Choice.values()) {
            assertEquals(3, front.choose(choice).complexity());
        }
    }

    @Test
    void table_has_a_line_for_each_point_and_a_star() {
        String[] lines = FRONT.table().split("\\R");
        assertEquals(6, lines.length);
        assertTrue(lines[3].startsWith("*") && lines[3].contains("x5"), FRONT.table());
    }

    @Test
    void impossible_points_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> point(0, 1));
        assertThrows(IllegalArgumentException.class, () -> point(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> ParetoFront.of(List.of(), 0));
    }

    @Test
    void hall_keeps_the_best_of_each_size() {
        HallOfFame hall = new HallOfFame();
        Code x = Code.variable(0);
        assertTrue(hall.offer(new Fitted(x, 2)));
        assertFalse(hall.offer(new Fitted(Code.variable(1), 2)));
        assertTrue(hall.offer(new Fitted(Code.number(1), 1)));
        Code sum = Code.of(Expression.parse("x + x"), List.of("x"));
        assertFalse(hall.offer(new Fitted(sum, Double.POSITIVE_INFINITY)));
        assertTrue(hall.offer(new Fitted(sum, 1.5)));
        assertEquals(2, hall.all().size());
        assertEquals(List.of(new Fitted(Code.number(1), 1)), hall.front());
        assertEquals(1, hall.leastLoss());
    }
}
