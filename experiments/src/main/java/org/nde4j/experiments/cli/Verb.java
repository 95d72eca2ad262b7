package org.nde4j.experiments.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.nde4j.core.work.Stopped;
import org.nde4j.experiments.run.Exit;
import org.nde4j.experiments.run.RunLog;
import picocli.CommandLine.Option;

/** A command: it answers, and its answer or its failure is printed in one way for all. */
abstract class Verb implements Callable<Integer> {

    @Option(names = "--json", description = "Print one JSON object on one line, and nothing else, on standard output.")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show no progress and no remarks.")
    boolean quiet;

    @Option(names = "--debug", description = "Show where in the program a failure came from.")
    boolean debug;

    /** What all commands share. */
    final Desk desk;

    /** The folder that is being written, once there is one. */
    private Path folder;

    Verb(Desk desk) {
        this.desk = desk;
    }

    /** Does what the command is for. */
    abstract Answer answer();

    @Override
    public Integer call() {
        Answer answer = answered();
        desk.progress().clear();
        desk.terminal().print(answer, json);
        return answer.exit().code();
    }

    /** Says where the results go. */
    void writing(Path into) {
        folder = into;
        remark("writing into " + into);
    }

    /** Prints a line for a person, unless quiet was asked for. */
    void remark(String text) {
        if (!quiet) {
            desk.progress().clear();
            desk.terminal().err().println(text);
        }
    }

    private Answer answered() {
        try {
            return answer();
        } catch (Throwable failure) {
            if (debug) {
                failure.printStackTrace(desk.terminal().err());
            }
            return failed(failure);
        }
    }

    private Answer failed(Throwable failure) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (folder != null) {
            facts.put("folder", folder.toString());
        }
        return Answer.of(Exit.of(failure), Exit.message(failure) + advice(failure), facts);
    }

    private String advice(Throwable failure) {
        if (folder != null && failure instanceof Stopped) {
            return "; go on with: nde resume " + folder;
        }
        if (folder != null && Exit.of(failure) == Exit.DISK) {
            return "; once that is mended, go on with: nde resume " + folder;
        }
        if (Exit.of(failure) != Exit.FAULT) {
            return "";
        }
        return folder == null
                ? " (run again with --debug to see where)"
                : " (the log is " + folder.resolve(RunLog.NAME) + ")";
    }
}
