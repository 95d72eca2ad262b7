package org.nde4j.symbolic.front;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.nde4j.core.kernel.Elementary;

/**
 * Expressions of growing complexity and falling loss: none is dominated, that is, no other one is as simple and as
 * accurate.
 *
 * @param points the expressions, simplest first
 * @param floor losses below it count as equal to it, because they differ only by rounding; not negative
 */
public record ParetoFront(List<Point> points, double floor) {
    private static final double LEAST = 1e-300;
    private static final double MARGIN = 1.5;

    public ParetoFront {
        points = List.copyOf(points);
        if (points.isEmpty() || !(floor >= 0)) {
            throw new IllegalArgumentException("A front of " + points.size() + " points above the floor " + floor
                    + " is not possible; give at least one point and a floor that is not negative.");
        }
    }

    /** The front of these expressions; where two are equally good the first given stays. */
    public static ParetoFront of(Collection<Point> points, double floor) {
        List<Point> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingInt(Point::complexity).thenComparingDouble(Point::loss));
        List<Point> kept = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        for (Point point : sorted) {
            double loss = Math.max(floor, point.loss());
            if (kept.isEmpty() || loss < least) {
                kept.add(point);
                least = loss;
            }
        }
        return new ParetoFront(kept, floor);
    }

    /**
     * How much the logarithm of the loss falls for a unit of complexity, from the point before; zero for the first.
     *
     * @param index the place on the front
     */
    public double score(int index) {
        if (index == 0) {
            return 0;
        }
        Point point = points.get(index);
        Point before = points.get(index - 1);
        return (logarithm(before) - logarithm(point)) / (point.complexity() - before.complexity());
    }

    private double logarithm(Point point) {
        return Elementary.log(Math.max(Math.max(floor, LEAST), Math.min(point.loss(), Double.MAX_VALUE)));
    }

    /** The expression that a rule takes; the simpler one of two that it likes equally. */
    public Point choose(Choice choice) {
        return switch (choice) {
            case ACCURACY -> last();
            case SCORE -> highest(Double.POSITIVE_INFINITY);
            case BEST -> highest(MARGIN * Math.max(floor, last().loss()));
            case HALVING -> halving();
        };
    }

    private Point last() {
        return points.get(points.size() - 1);
    }

    private Point highest(double worstLoss) {
        int best = -1;
        for (int i = 0; i < points.size(); i++) {
            boolean admitted = points.get(i).loss() <= worstLoss;
            if (admitted && (best < 0 || score(i) > score(best))) {
                best = i;
            }
        }
        return points.get(best);
    }

    private Point halving() {
        double ln2 = Elementary.log(2);
        return points.stream()
                .min(Comparator.comparingDouble(point -> logarithm(point) / ln2 + point.complexity()))
                .orElseThrow();
    }

    /** A table for reading: complexity, loss, score, expression; the choice {@link Choice#BEST} has a star. */
    public String table() {
        Point best = choose(Choice.BEST);
        StringBuilder table = new StringBuilder("  complexity        loss       score  expression\n");
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            table.append(String.format(
                    "%s %10d %11s %11s  %s%n",
                    point == best ? "*" : " ",
                    point.complexity(),
                    digits(point.loss()),
                    digits(score(i)),
                    point.expression().rounded(6).text()));
        }
        return table.toString();
    }

    private static String digits(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(4)).toString()
                : "" + value;
    }
}
