package org.nde4j.experiments.cli;

import java.util.Locale;
import org.nde4j.experiments.run.Progress;

/** Shows how far the work is: one line drawn over and over where a person watches, a plain line now and then elsewhere. */
final class ProgressLine implements Progress {

    private static final long LIVE_EVERY = 100_000_000L;
    private static final long PLAIN_EVERY = 10_000_000_000L;
    private static final String ERASE = "\r\u001b[2K";

    private final Terminal terminal;
    private final long every;
    private String stage = "";
    private long stageBegan;
    private long stageFrom;
    private volatile long shownAt;
    private boolean drawn;

    ProgressLine(Terminal terminal) {
        this.terminal = terminal;
        this.every = terminal.live() ? LIVE_EVERY : PLAIN_EVERY;
        this.shownAt = System.nanoTime() - every;
    }

    @Override
    public void at(String name, long done, long total, String message) {
        long now = System.nanoTime();
        if (now - shownAt >= every) {
            show(name, done, total, message, now);
        }
    }

    /** Takes the live line away, so that other text can be printed. */
    synchronized void clear() {
        if (drawn) {
            terminal.err().print(ERASE);
            terminal.err().flush();
            drawn = false;
        }
    }

    private synchronized void show(String name, long done, long total, String message, long now) {
        if (!name.equals(stage)) {
            stage = name;
            stageBegan = now;
            stageFrom = done;
        }
        shownAt = now;
        String line = line(done, total, message, (now - stageBegan) / 1e9);
        if (terminal.live()) {
            terminal.err().print(ERASE + (terminal.color() ? "\u001b[1m" + stage + "\u001b[0m" : stage) + line);
            drawn = true;
        } else {
            terminal.err().println(stage + line);
        }
        terminal.err().flush();
    }

    private String line(long done, long total, String message, double seconds) {
        double rate = (done - stageFrom) / Math.max(seconds, 1e-9);
        boolean known = seconds >= 1 && rate > 0;
        StringBuilder line = new StringBuilder("  ").append(done);
        if (total > 0) {
            line.append('/')
                    .append(total)
                    .append("  ")
                    .append(100 * done / total)
                    .append('%');
        }
        if (known) {
            line.append(String.format(Locale.ROOT, "  %.3g/s", rate));
        }
        if (known && total > done) {
            line.append("  ").append(TimeSpan.text((total - done) / rate)).append(" left");
        }
        return (message.isEmpty() ? line : line.append("  ").append(message)).toString();
    }
}
