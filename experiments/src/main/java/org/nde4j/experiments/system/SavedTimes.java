package org.nde4j.experiments.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nde4j.core.array.Numbers;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Saved;
import org.nde4j.core.solve.Solution;
import org.nde4j.experiments.config.Node;

/**
 * The times whose states are kept.
 *
 * @param end where the solve ends
 * @param saveAt what is asked of the solve
 * @param pieces into how many pieces every step is cut by the dense output; 1 if there is none
 */
record SavedTimes(double end, SaveAt saveAt, int pieces) {

    private static final int MOST = 10_000_000;

    /** A count, a list or keys where the file has them, so that messages name them. */
    private record Count(CountInTime time) {}

    private record CountInTime(int save) {}

    private record Listed(ListInTime time) {}

    private record ListInTime(List<Double> save) {}

    private record Steps(StepsInTime time) {}

    private record StepsInTime(BySteps save) {}

    /** Every n-th step, each cut into pieces. */
    private record BySteps(int steps, int dense) {
        static BySteps defaults() {
            return new BySteps(1, 1);
        }
    }

    static SavedTimes of(SystemFile.Time time, Places places) {
        checkFinite(time.from(), "from", places);
        SavedTimes saved = time.save() instanceof Node.Sequence
                ? listed(time, places)
                : time.save() instanceof Node.Mapping ? stepwise(time, places) : counted(time, places);
        checkFinite(saved.end, "to", places);
        if (saved.end == time.from()) {
            throw places.refusal(
                    "time.to is time.from, " + Numbers.text(saved.end) + "; there is nothing to solve in between",
                    "time",
                    "to");
        }
        return saved;
    }

    /** What was kept. */
    Saved of(Solution solution) {
        Saved saved = solution.output(0);
        if (pieces == 1) {
            return saved;
        }
        List<Double> times = new ArrayList<>();
        List<double[]> states = new ArrayList<>();
        for (int i = 0; i < saved.times().length; i++) {
            double to = saved.times()[i];
            double from = i == 0 ? to : saved.times()[i - 1];
            for (int k = 1; k < pieces && from != to; k++) {
                double time = from + (to - from) * k / pieces;
                times.add(time);
                states.add(solution.dense().at(time));
            }
            times.add(to);
            states.add(saved.states()[i]);
        }
        return new Saved(
                times.stream().mapToDouble(d -> d).toArray(), states.toArray(double[][]::new), solution.dense());
    }

    private static double end(SystemFile.Time time, Places places) {
        return time.to()
                .orElseThrow(() -> places.refusal(
                        "time.to is missing; it says where to end, as in  time: {from: 0, to: 10}", "time"));
    }

    private static SavedTimes stepwise(SystemFile.Time time, Places places) {
        BySteps by = bound(Steps.class, time.save()).time().save();
        if (by.steps() < 1 || by.dense() < 1 || by.steps() > 1 && by.dense() > 1) {
            throw places.refusal(
                    "time.save is {steps: %d, dense: %d}; give at least 1, every n-th step as in {steps: 10}, or every step in pieces as in {dense: 10}"
                            .formatted(by.steps(), by.dense()),
                    "time",
                    "save");
        }
        SaveAt steps = SaveAt.steps(by.steps());
        return new SavedTimes(
                end(time, places), by.dense() == 1 ? steps : SaveAt.all(steps, SaveAt.dense()), by.dense());
    }

    private static SavedTimes counted(SystemFile.Time time, Places places) {
        int count = bound(Count.class, time.save()).time().save();
        if (count < 1 || count > MOST) {
            throw places.refusal(
                    "time.save is " + count + "; give how many times to keep, 1 to " + MOST + ", or a list of them",
                    "time",
                    "save");
        }
        double to = end(time, places);
        double[] times = new double[count];
        for (int i = 0; i < count - 1; i++) {
            times[i] = (time.from() * (count - 1 - i) + to * i) / (count - 1);
        }
        times[count - 1] = to;
        return new SavedTimes(to, SaveAt.times(to == time.from() ? new double[] {to} : times), 1);
    }

    private static SavedTimes listed(SystemFile.Time time, Places places) {
        double[] times = bound(Listed.class, time.save()).time().save().stream()
                .mapToDouble(d -> d)
                .toArray();
        if (times.length == 0) {
            throw places.refusal("time.save is an empty list; give times or how many of them", "time", "save");
        }
        double to = time.to().orElse(times[times.length - 1]);
        double sign = to < time.from() ? -1 : 1;
        double before = time.from();
        for (int i = 0; i < times.length; i++) {
            boolean ordered = i == 0 ? sign * times[i] >= sign * before : sign * times[i] > sign * before;
            if (!ordered || sign * times[i] > sign * to) {
                throw places.refusal(
                        "time.save[%d] is %s; the times must go from %s to %s, each after the one before"
                                .formatted(i, Numbers.text(times[i]), Numbers.text(time.from()), Numbers.text(to)),
                        "time",
                        "save");
            }
            before = times[i];
        }
        return new SavedTimes(to, SaveAt.times(times), 1);
    }

    private static <C extends Record> C bound(Class<C> type, Node save) {
        return Places.bound(type, "time", new Node.Mapping(Map.of("save", save), save.origin()));
    }

    private static void checkFinite(double time, String key, Places places) {
        if (!Double.isFinite(time)) {
            throw places.refusal("time." + key + " is " + time + "; give a finite time", "time", key);
        }
    }
}
