package org.nde4j.experiments.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nde4j.core.array.Numbers;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.core.train.Trajectory;

/** Finds the trajectories in one table. */
final class TrajectoryReader {

    private static final String ONLY = "1";

    /** Fourth powers of values up to here, and of one over it, are still numbers. */
    private static final double LARGEST = 1e75;

    private final Table table;
    private final Columns columns;
    private final String time;
    private final List<String> states;
    private final List<String> warnings = new ArrayList<>();

    TrajectoryReader(Table table, Columns columns) {
        this.table = table;
        this.columns = columns;
        columns.trajectory().ifPresent(table::index);
        this.time = columns.time().orElseGet(this::firstColumn);
        table.index(time);
        this.states = columns.states().isEmpty() ? numericColumns() : columns.states();
        checkRoles();
    }

    Measurements read() {
        double[] times = table.numbers(time);
        double[][] values = states.stream().map(table::numbers).toArray(double[][]::new);
        checkValues(values);
        List<Trajectory> trajectories = new ArrayList<>();
        rowsById().forEach((id, rows) -> trajectories.add(trajectory(id, rows, times, values)));
        checkChange(values);
        return new Measurements(new TimeSeries(time, states, trajectories), warnings);
    }

    private String firstColumn() {
        return table.names().stream()
                .filter(name -> !columns.trajectory().equals(Optional.of(name)))
                .findFirst()
                .orElseThrow(
                        () -> new BadData(table.source() + " has only the trajectory column; add time and states"));
    }

    private List<String> numericColumns() {
        List<String> numeric = new ArrayList<>();
        for (String name : table.names()) {
            if (name.equals(time) || columns.trajectory().filter(name::equals).isPresent()) {
                continue;
            }
            if (table.empty(name) || table.mostlyNumbers(name)) {
                numeric.add(name);
            } else {
                warnings.add("column '%s' holds text and is left out".formatted(name));
            }
        }
        if (numeric.isEmpty()) {
            throw new BadData("%s has no column with numbers besides time '%s'; its columns are %s"
                    .formatted(table.source(), time, String.join(", ", table.names())));
        }
        return numeric;
    }

    private void checkRoles() {
        for (String state : states) {
            table.index(state);
            if (state.equals(time)) {
                throw new BadData(
                        "column '%s' is named as time and as a state; name another time with --time".formatted(state));
            }
            if (columns.trajectory().filter(state::equals).isPresent()) {
                throw new BadData(
                        "column '%s' is named as trajectory and as a state; leave it out of --states".formatted(state));
            }
        }
        if (columns.trajectory().filter(time::equals).isPresent()) {
            throw new BadData(
                    "column '%s' is named as trajectory and as time; name another time with --time".formatted(time));
        }
    }

    private void checkValues(double[][] values) {
        for (int s = 0; s < values.length; s++) {
            String state = states.get(s);
            double[] distinct = Arrays.stream(values[s])
                    .filter(v -> !Double.isNaN(v))
                    .distinct()
                    .toArray();
            if (distinct.length == 0) {
                throw new BadData(
                        "%s: column '%s' holds no number at all; leave it out by naming the others with --states"
                                .formatted(table.source(), state));
            }
            if (distinct.length == 1) {
                warnings.add("state '%s' is always %s; nothing can be learned from it"
                        .formatted(state, Numbers.text(distinct[0])));
            }
            checkSize(state, Arrays.stream(distinct).map(Math::abs).max().orElseThrow());
        }
    }

    private void checkChange(double[][] values) {
        boolean still = Arrays.stream(values)
                .allMatch(state -> Arrays.stream(state)
                                .filter(v -> !Double.isNaN(v))
                                .distinct()
                                .count()
                        == 1);
        if (still) {
            throw new BadData("%s: no state ever changes (%s), so nothing can be learned; name others with --states"
                    .formatted(table.source(), String.join(", ", states)));
        }
    }

    private void checkSize(String state, double largest) {
        if (largest > LARGEST || largest > 0 && largest < 1 / LARGEST) {
            throw new BadData(
                    "%s: the largest value of column '%s' is %s, too %s to compute with; give it in another unit"
                            .formatted(
                                    table.source(),
                                    state,
                                    Numbers.text(largest),
                                    largest > LARGEST ? "large" : "small"));
        }
    }

    private Map<String, List<Integer>> rowsById() {
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            rows.computeIfAbsent(id(row), id -> new ArrayList<>()).add(row);
        }
        return rows;
    }

    private String id(int row) {
        if (columns.trajectory().isEmpty()) {
            return ONLY;
        }
        String column = columns.trajectory().get();
        if (table.missing(row, column)) {
            throw new BadData(table.place(row, column) + " does not name a trajectory; fill it in");
        }
        return table.text(row, column);
    }

    private Trajectory trajectory(String id, List<Integer> rows, double[] times, double[][] values) {
        if (rows.size() < 2) {
            throw new BadData("%s, line %d: %s has one row only; a trajectory needs at least two"
                    .formatted(table.source(), table.line(rows.get(0)), subject(id)));
        }
        double[] t = new double[rows.size()];
        double[][] y = new double[rows.size()][states.size()];
        for (int i = 0; i < t.length; i++) {
            int row = rows.get(i);
            t[i] = times[row];
            checkTime(rows, i, times);
            for (int s = 0; s < values.length; s++) {
                y[i][s] = values[s][row];
            }
        }
        return new Trajectory(id, t, y);
    }

    private void checkTime(List<Integer> rows, int i, double[] times) {
        int row = rows.get(i);
        if (Double.isNaN(times[row])) {
            throw new BadData(table.place(row, time) + " is missing; every row needs its time");
        }
        if (i > 0 && times[row] <= times[rows.get(i - 1)]) {
            int before = rows.get(i - 1);
            throw new BadData("%s: time %s on line %d %s time %s on line %d; %s"
                    .formatted(
                            table.source(),
                            table.text(row, time),
                            table.line(row),
                            times[row] == times[before] ? "repeats" : "comes after the later",
                            table.text(before, time),
                            table.line(before),
                            cure()));
        }
    }

    private String cure() {
        return columns.trajectory().isPresent()
                ? "sort the rows of each trajectory by time and keep one row a time"
                : "if the file holds several trajectories, name the column that tells them apart with --trajectory; "
                        + "if '%s' is not time, name it with --time; otherwise sort the rows and keep one a time"
                                .formatted(time);
    }

    private String subject(String id) {
        return columns.trajectory().isPresent() ? "trajectory '" + id + "'" : "the table";
    }
}
