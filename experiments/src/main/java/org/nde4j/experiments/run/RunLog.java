package org.nde4j.experiments.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;

/** The log of a run, {@code run.log}: one line a remark, with the time. What cannot be written is let go. */
public final class RunLog implements Consumer<String> {

    /** Its name in the run folder. */
    public static final String NAME = "run.log";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final RunFolder folder;

    /** The log of a run folder, made at the first remark. */
    public RunLog(RunFolder folder) {
        this.folder = folder;
    }

    @Override
    public synchronized void accept(String remark) {
        String line = LocalDateTime.now().format(TIME) + "  " + remark.strip().replace("\n", "\n    ") + "\n";
        try {
            folder.disk().append(folder.resolve(NAME), line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A run does not end because its log cannot be written: the disk that fails here fails where it counts too.
        }
    }

    /** Notes a failure with all that helps to find it. */
    public void failure(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        accept(trace.toString());
    }
}
