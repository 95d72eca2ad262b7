package org.nde4j.experiments.system;

import java.util.List;
import java.util.Map;
import org.nde4j.core.array.Numbers;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.experiments.config.Node;

/**
 * The times whose states are kept.
 *
 * @param end where the solve ends
 * @param times the times, from the start towards the end
 */
record SavedTimes(double end, double[] times) {

    private static final int MOST = 10_000_000;

    /** A count or a list under the keys where the file has it, so that messages name them. */
    private record Count(CountInTime time) {}

    private record CountInTime(int save) {}

    private record Listed(ListInTime time) {}

    private record ListInTime(List<Double> save) {}

    static SavedTimes of(SystemFile.Time time, Places places) {
        checkFinite(time.from(), "from", places);
        SavedTimes saved = time.save() instanceof Node.Sequence ? listed(time, places) : counted(time, places);
        checkFinite(saved.end, "to", places);
        if (saved.end == time.from()) {
            throw places.refusal(
                    "time.to is time.from, " + Numbers.text(saved.end) + "; there is nothing to solve in between",
                    "time",
                    "to");
        }
        return saved;
    }

    SaveAt saveAt() {
        return SaveAt.times(times);
    }

    private static SavedTimes counted(SystemFile.Time time, Places places) {
        int count = bound(Count.class, time.save()).time().save();
        if (count < 1 || count > MOST) {
            throw places.refusal(
                    "time.save is " + count + "; give how many times to keep, 1 to " + MOST + ", or a list of them",
                    "time",
                    "save");
        }
        double to = time.to()
                .orElseThrow(() -> places.refusal(
                        "time.to is missing; it says where to end, as in  time: {from: 0, to: 10}", "time"));
        double[] times = new double[count];
        for (int i = 0; i < count - 1; i++) {
            times[i] = (time.from() * (count - 1 - i) + to * i) / (count - 1);
        }
        times[count - 1] = to;
        return new SavedTimes(to, times);
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
        return new SavedTimes(to, times);
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
