package org.nde4j.experiments.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.random.Streams;
import org.nde4j.experiments.config.BadConfig;
import org.nde4j.experiments.data.BadData;
import org.nde4j.experiments.data.Table;
import org.nde4j.symbolic.dynamics.DistillSettings.Holdout;
import org.nde4j.symbolic.score.Dataset;

/**
 * The rows of a table that a regression works with.
 *
 * @param target what is explained
 * @param data features and target of the rows without missing values
 * @param rows where in the table they stand
 * @param warnings what was left out
 */
record Sample(String target, Dataset data, int[] rows, List<String> warnings) {

    private static final int FEWEST = 10;

    /** To what a row belongs. */
    enum Part {
        /** Constants are fitted to it. */
        TRAIN,
        /** The expression is chosen by it. */
        VALIDATION,
        /** Nobody looks at it before the end. */
        TEST
    }

    /**
     * The sample that the settings ask for.
     *
     * @throws BadConfig if no target is named
     * @throws BadData if a column is not there or not numeric, or too little is left
     */
    static Sample of(RegressSettings settings, Table table) {
        if (settings.target().isEmpty()) {
            throw new BadConfig("no target is named; give the column to explain by --target or target=NAME; "
                    + table.source() + " has " + String.join(", ", table.names()));
        }
        return new Maker(settings, table).sample();
    }

    /** To what each row belongs. */
    Part[] split(Holdout holdout, long seed) {
        int count = rows.length;
        int[] order = Streams.of(seed).stream("split").permutation(count);
        int tests = share(holdout.test(), count);
        int validations = share(holdout.validation(), count);
        Part[] parts = new Part[count];
        for (int i = 0; i < count; i++) {
            parts[order[i]] = i < tests ? Part.TEST : i < tests + validations ? Part.VALIDATION : Part.TRAIN;
        }
        return parts;
    }

    private static int share(double share, int count) {
        return share == 0 ? 0 : Math.max(1, (int) Math.rint(share * count));
    }

    /** From a table and settings to a sample. One for each. */
    private static final class Maker {

        private final Table table;
        private final String target;
        private final boolean chosen;
        private final List<String> names;
        private final List<String> warnings = new ArrayList<>();

        Maker(RegressSettings settings, Table table) {
            this.table = table;
            this.target = settings.target();
            table.index(target);
            settings.features().forEach(table::index);
            this.chosen = !settings.features().isEmpty();
            this.names = chosen ? settings.features() : numeric();
        }

        private List<String> numeric() {
            List<String> numeric = new ArrayList<>();
            for (String name : table.names()) {
                if (name.equals(target)) {
                    continue;
                }
                if (table.mostlyNumbers(name)) {
                    numeric.add(name);
                } else {
                    warnings.add("column '%s' holds %s and is left out"
                            .formatted(name, table.empty(name) ? "nothing" : "text"));
                }
            }
            return numeric;
        }

        Sample sample() {
            double[] y = table.numbers(target);
            double[][] x = names.stream().map(table::numbers).toArray(double[][]::new);
            int[] rows = IntStream.range(0, y.length)
                    .filter(row -> Double.isFinite(y[row])
                            && Arrays.stream(x).allMatch(column -> Double.isFinite(column[row])))
                    .toArray();
            checkRows(rows.length);
            double[] observed = pick(y, rows);
            if (constant(observed)) {
                throw new BadData("%s: the target '%s' is %s in every row; there is nothing to explain"
                        .formatted(table.source(), target, table.text(rows[0], target)));
            }
            return new Sample(target, data(x, rows, observed), rows, List.copyOf(warnings));
        }

        private void checkRows(int left) {
            if (left < FEWEST) {
                throw new BadData(
                        "%s has %d rows%s; a regression needs at least %d%s"
                                .formatted(
                                        table.source(),
                                        left,
                                        left == table.rows()
                                                ? ""
                                                : " without missing values, of " + table.rows() + " in all",
                                        FEWEST,
                                        left == table.rows() || chosen
                                                ? ""
                                                : "; name the columns to explain it by with --features, without those that are mostly empty"));
            }
            if (left < table.rows()) {
                warnings.add("%d of %d rows have missing values and are left out"
                        .formatted(table.rows() - left, table.rows()));
            }
        }

        private Dataset data(double[][] x, int[] rows, double[] observed) {
            List<String> features = new ArrayList<>();
            List<double[]> columns = new ArrayList<>();
            for (int f = 0; f < names.size(); f++) {
                double[] column = pick(x[f], rows);
                if (constant(column)) {
                    warnings.add("column '%s' is %s in every row and is left out"
                            .formatted(names.get(f), table.text(rows[0], names.get(f))));
                } else {
                    features.add(names.get(f));
                    columns.add(column);
                }
            }
            if (features.isEmpty()) {
                throw new BadData("%s has no column that could explain '%s'; it needs one with different numbers"
                        .formatted(table.source(), target));
            }
            return Dataset.of(features, columns.toArray(double[][]::new), observed);
        }

        private static double[] pick(double[] values, int[] rows) {
            return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
        }

        private static boolean constant(double[] values) {
            return Arrays.stream(values).allMatch(v -> v == values[0]);
        }
    }
}
