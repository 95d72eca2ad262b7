package org.nde4j.experiments.system;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nde4j.core.solve.Occurrence;
import org.nde4j.core.solve.Saved;

/**
 * The states at a time.
 *
 * @param time the time
 * @param state the states, in the order of the equations
 * @param event the event before or after which they are, empty if they were saved
 */
record Row(double time, double[] state, String event) {

    /** What was saved. */
    static List<Row> of(Saved saved) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < saved.times().length; i++) {
            rows.add(new Row(saved.times()[i], saved.states()[i], ""));
        }
        return rows;
    }

    /** What was saved, with the states before and after each event where they belong. */
    static List<Row> merged(List<Row> saved, List<Occurrence> events, double sign) {
        List<Row> rows = new ArrayList<>();
        int next = 0;
        for (Occurrence event : events) {
            while (next < saved.size() && saved.get(next).precedes(event, sign)) {
                rows.add(saved.get(next++));
            }
            rows.add(new Row(event.time(), event.before(), event.name()));
            if (!Arrays.equals(event.before(), event.after())) {
                rows.add(new Row(event.time(), event.after(), event.name()));
            }
        }
        rows.addAll(saved.subList(next, saved.size()));
        return rows;
    }

    private boolean precedes(Occurrence event, double sign) {
        return sign * time < sign * event.time() || time == event.time() && !Arrays.equals(state, event.after());
    }
}
