package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.front.Choice;
import org.nde4j.symbolic.front.ParetoFront;
import org.nde4j.symbolic.front.Point;
import org.nde4j.symbolic.simplify.Canonical;
import org.nde4j.symbolic.simplify.Simplifier;

/** The expressions of a state that are worth a trial in a system. */
final class Menu {
    private Menu() {}

    /** Of a front what the usual rules choose, then the steepest. */
    static List<Expression> of(ParetoFront front, int most) {
        Set<Expression> chosen = new LinkedHashSet<>();
        for (Choice rule : List.of(Choice.BEST, Choice.SCORE, Choice.HALVING, Choice.ACCURACY)) {
            chosen.add(front.choose(rule).expression());
        }
        List<Point> points = front.points();
        IntStream.range(0, points.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -front.score(i))
                        .thenComparingInt(i -> i))
                .forEach(i -> chosen.add(points.get(i).expression()));
        return new ArrayList<>(chosen).subList(0, Math.min(most, chosen.size()));
    }

    /**
     * Of expressions that are one form with as many constants only the simplest, where the first of them was; all
     * simplified.
     */
    static List<Expression> distinct(List<Expression> all) {
        Map<String, Expression> simplest = new LinkedHashMap<>();
        for (Expression e : all) {
            Expression simple = Simplifier.simplify(e);
            simplest.merge(
                    Canonical.form(simple) + " " + simple.constants().length,
                    simple,
                    (first, other) -> other.complexity() < first.complexity() ? other : first);
        }
        return List.copyOf(simplest.values());
    }
}
