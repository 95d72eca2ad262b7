package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.front.Choice;
import org.nde4j.symbolic.front.ParetoFront;
import org.nde4j.symbolic.front.Point;

/** The expressions of a front that are worth a trial in a system: what the usual rules choose, then the steepest. */
final class Menu {
    private Menu() {}

    static List<Expression> of(ParetoFront front, int most) {
        Set<Expression> chosen = new LinkedHashSet<>();
        for (Choice rule : List.of(Choice.BEST, Choice.SCORE, Choice.HALVING, Choice.ACCURACY)) {
            chosen.add(front.choose(rule).expression());
        }
        List<Point> points = front.points();
        IntStream.range(0, points.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -front.score(i)).thenComparingInt(i -> i))
                .forEach(i -> chosen.add(points.get(i).expression()));
        return new ArrayList<>(chosen).subList(0, Math.min(most, chosen.size()));
    }
}
