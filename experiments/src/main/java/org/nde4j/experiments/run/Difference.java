package org.nde4j.experiments.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The first place where the results in two run folders differ. Files whose names begin with {@code seconds} hold what a clock
 * said, and may.
 *
 * @param file the file
 * @param what what differs: the first byte, or that one folder lacks the file
 */
public record Difference(String file, String what) {

    /** What may differ between two runs of the same: how it was asked for, and the page that tells of the machine. */
    private static final List<String> APART =
            List.of("config.yaml", "config.resolved.yaml", "overrides.txt", "report.html");

    /** What a clock said is in files named so. */
    private static final Pattern CLOCK = Pattern.compile("(.*/)?seconds[-.][^/]*");

    /** The first difference, if there is one, in the order of the names of the files. */
    public static Optional<Difference> between(RunFolder one, RunFolder other) {
        return results(one, other).stream()
                .flatMap(file -> in(file, one, other).stream())
                .findFirst();
    }

    /** How many files hold results, in either folder. */
    public static int compared(RunFolder one, RunFolder other) {
        return results(one, other).size();
    }

    private static TreeSet<String> results(RunFolder one, RunFolder other) {
        TreeSet<String> files = new TreeSet<>(one.files());
        files.addAll(other.files());
        files.removeIf(file -> APART.contains(file) || CLOCK.matcher(file).matches() || !Manifest.lists(file));
        return files;
    }

    private static Optional<Difference> in(String file, RunFolder one, RunFolder other) {
        if (!one.has(file) || !other.has(file)) {
            return Optional.of(new Difference(file, "is only in " + (one.has(file) ? one : other)));
        }
        int at = Arrays.mismatch(one.bytes(file), other.bytes(file));
        return at < 0 ? Optional.empty() : Optional.of(new Difference(file, "differs from byte " + (at + 1)));
    }
}
