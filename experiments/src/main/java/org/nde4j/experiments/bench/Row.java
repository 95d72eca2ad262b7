package org.nde4j.experiments.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nde4j.core.solve.SolveFailed;
import org.nde4j.experiments.config.Json;

/**
 * One measurement: what was measured, how long it took, and values that show that it did the work.
 *
 * @param workload such as W1
 * @param peer who did it, with the mode: {@code nde4j:direct_tsit5}
 * @param setting the sizes, such as {@code batch=256 width=64}
 * @param timing how long it took; empty where it failed
 * @param checks by name: errors, losses, numbers of steps
 */
public record Row(String workload, String peer, String setting, Optional<Timing> timing, Map<String, Object> checks) {
    /** A measurement that came to its end. */
    Row(String workload, String peer, String setting, Timing timing, Map<String, Object> checks) {
        this(workload, peer, setting, Optional.of(timing), checks);
    }

    /** A solve that failed is a row too, with the reason as its error. */
    static Row failed(String workload, String peer, String setting, SolveFailed failure) {
        return new Row(workload, peer, setting, Optional.empty(), Map.of("error", failure.getMessage()));
    }

    /** The measurement as one line of JSON; the keys are those of other libraries' lines. */
    public String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("workload", workload);
        all.put("peer", peer);
        all.put("dtype", "f64");
        all.put("threads", 1);
        all.put("setting", setting);
        timing.ifPresent(t -> all.putAll(t.fields()));
        all.putAll(checks);
        all.put("java", Runtime.version().feature());
        return Json.line(all);
    }

    /** The measurement as a line to read. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%-9s%-36s%-31s%s  %s",
                workload,
                peer,
                setting,
                timing.map(Row::text).orElse("failed"),
                checks);
    }

    private static String text(Timing t) {
        return String.format(Locale.ROOT, "%10.4f ms   (%.4f to %.4f, %d runs)", t.cpu(), t.p10(), t.p90(), t.runs());
    }
}
