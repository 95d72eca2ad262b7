package org.nde4j.experiments.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nde4j.experiments.config.Json;

/**
 * One measurement: what was measured, how long it took, and values that show that it did the work.
 *
 * @param workload such as W1
 * @param peer who did it, with the mode: {@code nde4j:direct_tsit5}
 * @param setting the sizes, such as {@code batch=256 width=64}
 * @param timing how long it took
 * @param checks by name: errors, losses, numbers of steps
 */
public record Row(String workload, String peer, String setting, Timing timing, Map<String, Object> checks) {
    /** The measurement as one line of JSON; the keys are those of other libraries' lines. */
    public String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("workload", workload);
        all.put("peer", peer);
        all.put("dtype", "f64");
        all.put("threads", 1);
        all.put("setting", setting);
        all.putAll(timing.fields());
        all.putAll(checks);
        all.put("java", Runtime.version().feature());
        return Json.line(all);
    }

    /** The measurement as a line to read. */
    public String text() {
        return String.format(
                java.util.Locale.ROOT,
                "%-4s%-22s%-24s%10.4f ms   (%.4f to %.4f, %d runs)  %s",
                workload,
                peer,
                setting,
                timing.cpu(),
                timing.p10(),
                timing.p90(),
                timing.runs(),
                checks);
    }
}
