package org.nde4j.experiments.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nde4j.experiments.config.Json;

/**
 * The list of all files of a finished run with their SHA-256, in {@code manifest.json}. It is written last: where it is,
 * the run is complete.
 *
 * <p>Left out are the manifest itself, the files that say how the run stands ({@code run.json}, {@code run.log},
 * {@code run.lock}) and the checkpoints, which check themselves and may be removed.
 */
public final class Manifest {

    /** Its name in the run folder. */
    public static final String NAME = "manifest.json";

    private static final List<String> APART = List.of(NAME, RunFile.NAME, RunLog.NAME, RunLock.NAME);

    private Manifest() {}

    /** Whether a file is listed. */
    public static boolean lists(String file) {
        return !APART.contains(file) && !file.startsWith("checkpoints/");
    }

    /** Whether the run is complete. */
    public static boolean isIn(RunFolder folder) {
        return folder.has(NAME);
    }

    /** Writes the manifest of the files that are there now. */
    public static void write(RunFolder folder) {
        List<Object> files = new ArrayList<>();
        for (String file : listed(folder)) {
            byte[] bytes = folder.bytes(file);
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("path", file);
            entry.put("bytes", bytes.length);
            entry.put("sha256", Digest.of(bytes));
            files.add(entry);
        }
        folder.write(NAME, Json.pretty(Map.of("files", files)));
    }

    /**
     * What differs from the manifest: one sentence for each file that is changed, missing or new; none if all is well.
     *
     * @throws Corrupt if the manifest itself cannot be understood
     */
    public static List<String> check(RunFolder folder) {
        Map<String, String> expected = read(folder);
        List<String> found = listed(folder);
        List<String> problems = new ArrayList<>();
        expected.forEach((file, sha256) -> {
            if (!found.contains(file)) {
                problems.add(file + " is missing");
            } else if (!Digest.of(folder.bytes(file)).equals(sha256)) {
                problems.add(file + " was changed after the run");
            }
        });
        found.stream()
                .filter(file -> !expected.containsKey(file))
                .forEach(file -> problems.add(file + " is not of the run"));
        return problems;
    }

    /** The SHA-256 of each file, by name. */
    private static Map<String, String> read(RunFolder folder) {
        try {
            Map<String, String> files = new TreeMap<>();
            for (Object entry : (List<?>) Json.object(folder.text(NAME)).get("files")) {
                Map<?, ?> file = (Map<?, ?>) entry;
                files.put((String) file.get("path"), (String) file.get("sha256"));
            }
            return files;
        } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
            throw new Corrupt(
                    "%s is damaged (%s); the files cannot be checked".formatted(folder.resolve(NAME), e.getMessage()));
        }
    }

    private static List<String> listed(RunFolder folder) {
        return folder.files().stream().filter(Manifest::lists).toList();
    }
}
