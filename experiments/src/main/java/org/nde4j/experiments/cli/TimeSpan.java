package org.nde4j.experiments.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nde4j.experiments.config.BadConfig;

/** Spans of time as people write them: {@code 90}, {@code 90s}, {@code 15m}, {@code 1h30m}, {@code 2d}. */
final class TimeSpan {

    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{1,4})d)?(?:(\\d{1,6})h)?(?:(\\d{1,8})m)?(?:(\\d{1,9})s?)?");

    private TimeSpan() {}

    static Duration of(String text) {
        Matcher form = FORM.matcher(text);
        if (text.isEmpty() || !form.matches()) {
            throw new BadConfig("'" + text + "' is not a span of time; write 90s, 15m, 1h30m or 2d");
        }
        Duration span = Duration.ofDays(part(form, 1))
                .plusHours(part(form, 2))
                .plusMinutes(part(form, 3))
                .plusSeconds(part(form, 4));
        if (span.isZero()) {
            throw new BadConfig("a span of time of 0 leaves nothing to do; give a longer one");
        }
        return span;
    }

    static String text(double seconds) {
        long s = (long) Math.min(seconds, 1e9);
        if (s < 60) {
            return s + "s";
        }
        return s < 3600 ? "%dm%02ds".formatted(s / 60, s % 60) : "%dh%02dm".formatted(s / 3600, s % 3600 / 60);
    }

    private static long part(Matcher form, int group) {
        return form.group(group) == null ? 0 : Long.parseLong(form.group(group));
    }
}
