package org.nde4j.symbolic.front;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nde4j.symbolic.score.Fitted;

/** The best code of each size that has been seen. Mutable; for one thread. */
public final class HallOfFame {
    private final SortedMap<Integer, Fitted> best = new TreeMap<>();

    /** An empty hall. */
    public HallOfFame() {}

    /** A hall with these codes. */
    public HallOfFame(Collection<Fitted> codes) {
        codes.forEach(this::offer);
    }

    /** Takes a code in if it is finite and better than the one of its size; tells whether it did. */
    public boolean offer(Fitted fitted) {
        if (!admits(fitted)) {
            return false;
        }
        best.put(fitted.code().size(), fitted);
        return true;
    }

    /** Whether a code would be taken in. */
    public boolean admits(Fitted fitted) {
        Fitted rival = best.get(fitted.code().size());
        return fitted.loss() < Double.POSITIVE_INFINITY && (rival == null || fitted.loss() < rival.loss());
    }

    /** The codes, smallest first. */
    public List<Fitted> all() {
        return List.copyOf(best.values());
    }

    /** The codes that are better than all smaller ones, smallest first. */
    public List<Fitted> front() {
        List<Fitted> front = new ArrayList<>();
        for (Fitted fitted : best.values()) {
            if (front.isEmpty() || fitted.loss() < front.get(front.size() - 1).loss()) {
                front.add(fitted);
            }
        }
        return List.copyOf(front);
    }

    /** The smallest loss; positive infinity if the hall is empty. */
    public double leastLoss() {
        return best.values().stream().mapToDouble(Fitted::loss).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** Forgets everything. */
    public void clear() {
        best.clear();
    }
}
