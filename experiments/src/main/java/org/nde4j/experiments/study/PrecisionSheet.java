package org.nde4j.experiments.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nde4j.experiments.data.Table;
import org.nde4j.experiments.run.RunFolder;

/**
 * A comparison of methods as files.
 *
 * @param points all solves, those of a method on a problem from rough tolerances to fine ones
 * @param peers the same of other libraries: problem, peer, tolerance, milliseconds, error, evaluations, steps
 */
record PrecisionSheet(List<PrecisionPoint> points, Table peers) {
    private static final double[] ERRORS = {1e-4, 1e-6, 1e-8};
    private static final String LSODA = "SciPy LSODA";
    private static final List<String> HEAD =
            List.of("problem", "error", "ours", "ms", "next", "its ms", "best other", "other's ms", "ratio");

    void write(RunFolder folder) {
        folder.write("work.csv", work());
        folder.write("seconds.csv", seconds());
        folder.write("seconds-at-equal-error.csv", equal());
        folder.write("seconds-of-all-at-equal-error.csv", everybody());
        folder.write("seconds-at-equal-error.md", markdown());
        folder.write("peers.csv", others());
    }

    /** What is the same on any machine. */
    private String work() {
        Csv csv = new Csv()
                .row(
                        "problem",
                        "kind",
                        "method",
                        "tolerance",
                        "error",
                        "steps",
                        "rejected",
                        "evaluations",
                        "jacobians",
                        "factorizations",
                        "failure");
        for (PrecisionPoint p : points) {
            csv.row(
                    p.problem(),
                    p.kind(),
                    p.method(),
                    p.tolerance(),
                    p.error(),
                    p.steps(),
                    p.rejected(),
                    p.evaluations(),
                    p.jacobians(),
                    p.factorizations(),
                    p.failure());
        }
        return csv.toString();
    }

    /** What a clock said. */
    private String seconds() {
        Csv csv = new Csv().row("problem", "kind", "method", "tolerance", "error", "first", "milliseconds", "runs");
        for (PrecisionPoint p : points) {
            csv.row(p.problem(), p.kind(), p.method(), p.tolerance(), p.error(), p.first(), p.milliseconds(), p.runs());
        }
        return csv.toString();
    }

    /** The other libraries' lines of these problems. */
    private String others() {
        Csv csv = new Csv().row(peers.names());
        for (int row = 0; row < peers.rows(); row++) {
            int r = row;
            if (problems().contains(peers.text(row, "problem"))) {
                csv.row(peers.names().stream().map(n -> peers.text(r, n)).toList());
            }
        }
        return csv.toString();
    }

    private List<String> problems() {
        return points.stream().map(PrecisionPoint::problem).distinct().toList();
    }

    /** Who needs how long for an error; sorted, the fastest first. */
    private record Rank(String problem, double error, String at, List<Place> ours, Optional<Place> best) {
        List<String> cells() {
            Place first = ours.get(0);
            List<String> cells = new ArrayList<>(List.of(problem, at));
            cells.addAll(Place.cells(Optional.of(first)));
            cells.addAll(Place.cells(ours.stream().skip(1).findFirst()));
            cells.addAll(Place.cells(best));
            cells.add(best.map(b -> digits(first.milliseconds() / b.milliseconds()))
                    .orElse(""));
            return cells;
        }
    }

    private record Place(String name, double milliseconds) {
        static List<String> cells(Optional<Place> place) {
            return place.map(p -> List.of(p.name(), digits(p.milliseconds()))).orElse(List.of("", ""));
        }
    }

    private List<Rank> ranks() {
        List<Rank> ranks = new ArrayList<>();
        for (String problem : problems()) {
            for (Map.Entry<String, Double> level : levels(problem).entrySet()) {
                List<Place> ours = places(ours(problem), level.getValue());
                List<Place> others = places(theirs(problem), level.getValue());
                if (!ours.isEmpty()) {
                    ranks.add(new Rank(
                            problem,
                            level.getValue(),
                            level.getKey(),
                            ours,
                            others.stream().findFirst()));
                }
            }
        }
        return ranks;
    }

    /** Round errors, and the error that LSODA has at a tolerance of 1e-6. */
    private Map<String, Double> levels(String problem) {
        Map<String, Double> levels = new LinkedHashMap<>();
        for (double error : ERRORS) {
            levels.put(String.format(Locale.ROOT, "%.0e", error), error);
        }
        for (int row = 0; row < peers.rows(); row++) {
            boolean wanted = peers.text(row, "problem").equals(problem)
                    && peers.text(row, "peer").equals(LSODA)
                    && Double.parseDouble(peers.text(row, "tolerance")) == 1e-6;
            if (wanted) {
                double error = Double.parseDouble(peers.text(row, "error"));
                levels.put(String.format(Locale.ROOT, "%.1e (LSODA at 1e-6)", error), error);
            }
        }
        return levels;
    }

    private static List<Place> places(List<PrecisionCurve> curves, double error) {
        return curves.stream()
                .map(c -> new Place(c.name(), c.at(error)))
                .filter(p -> !Double.isNaN(p.milliseconds()))
                .sorted(Comparator.comparingDouble(Place::milliseconds))
                .toList();
    }

    private List<PrecisionCurve> ours(String problem) {
        List<PrecisionPoint> all =
                points.stream().filter(p -> p.problem().equals(problem)).toList();
        return all.stream()
                .map(PrecisionPoint::method)
                .distinct()
                .map(method -> {
                    List<PrecisionPoint> some =
                            all.stream().filter(p -> p.method().equals(method)).toList();
                    return new PrecisionCurve(
                            method,
                            some.stream().mapToDouble(PrecisionPoint::error).toArray(),
                            some.stream()
                                    .mapToDouble(PrecisionPoint::milliseconds)
                                    .toArray());
                })
                .toList();
    }

    private List<PrecisionCurve> theirs(String problem) {
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        IntStream.range(0, peers.rows())
                .filter(r -> peers.text(r, "problem").equals(problem))
                .forEach(r -> rows.computeIfAbsent(peers.text(r, "peer"), key -> new ArrayList<>())
                        .add(r));
        return rows.entrySet().stream()
                .map(e -> new PrecisionCurve(
                        e.getKey(), column("error", e.getValue()), column("milliseconds", e.getValue())))
                .toList();
    }

    private double[] column(String name, List<Integer> rows) {
        return rows.stream()
                .mapToDouble(r -> Double.parseDouble(peers.text(r, name)))
                .toArray();
    }

    /** Everybody's time at each error. */
    private String everybody() {
        Csv csv = new Csv().row("problem", "error", "who", "milliseconds");
        for (Rank rank : ranks()) {
            rank.ours().forEach(p -> csv.row(rank.problem(), rank.error(), p.name(), p.milliseconds()));
            rank.best().ifPresent(p -> csv.row(rank.problem(), rank.error(), p.name(), p.milliseconds()));
        }
        return csv.toString();
    }

    /** The fastest at each error. */
    private String equal() {
        Csv csv = new Csv().row(HEAD);
        ranks().forEach(rank -> csv.row(rank.cells()));
        return csv.toString();
    }

    private String markdown() {
        StringBuilder text = new StringBuilder(line(HEAD))
                .append(line(HEAD.stream().map(h -> "---").toList()));
        ranks().forEach(rank -> text.append(line(rank.cells())));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String digits(double value) {
        return new BigDecimal(value).round(new MathContext(3)).toPlainString();
    }

    /** The fastest of ours at each error, for a person. */
    String text() {
        return "Milliseconds at equal error:\n\n" + markdown();
    }
}
