package org.nde4j.experiments.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nde4j.experiments.config.Nearest;
import org.nde4j.experiments.run.Code;
import org.nde4j.experiments.run.Exit;
import org.nde4j.experiments.run.StopRequest;
import org.nde4j.experiments.study.Studies;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code nde}. */
@Command(
        name = "nde",
        mixinStandardHelpOptions = true,
        versionProvider = Nde.Version.class,
        description = "Neural differential equations for Java: from measurements to equations a person can read.",
        footer = "Exit codes: 0 done, 1 a fault of ours, 2 bad usage or configuration, 3 goal not met, 4 bad data, "
                + "5 disk full or failing, 6 damaged or changed files, 75 stopped and resumable.")
public final class Nde implements Runnable {

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    private Nde() {}

    /**
     * Runs the command line and ends the process with its exit code.
     *
     * @param arguments the command and its arguments
     */
    public static void main(String[] arguments) {
        StopRequest stop = new StopRequest();
        Terminal terminal = Terminal.system(System.getenv());
        Signals signals = new Signals(stop, System.err);
        Desk desk = new Desk(
                terminal, new ProgressLine(terminal), Studies.builtIn(), stop, signals::working, Desk.KEEP_EVERY);
        signals.exit(execute(desk, arguments));
    }

    /** The exit code of a command line. */
    static int execute(Desk desk, String... arguments) {
        CommandLine line = new CommandLine(new Nde());
        commands(desk).forEach(line::addSubcommand);
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
        line.setOut(new PrintWriter(desk.terminal().out(), true));
        line.setErr(new PrintWriter(desk.terminal().err(), true));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(desk.terminal().color() ? Ansi.ON : Ansi.OFF));
        line.setParameterExceptionHandler((failure, args) -> refused(desk, failure, List.of(args)));
        return line.execute(arguments);
    }

    private static List<Object> commands(Desk desk) {
        List<Object> commands = new ArrayList<>();
        Map<String, Object> ofStudies = new LinkedHashMap<>();
        ofStudies.put(DistillCommand.STUDY, new DistillCommand(desk));
        ofStudies.put(RegressCommand.STUDY, new RegressCommand(desk));
        ofStudies.keySet().retainAll(desk.studies().names());
        commands.addAll(ofStudies.values());
        commands.addAll(List.of(
                new SolveCommand(desk),
                new BenchCommand(desk),
                new ListCommand(desk),
                new RunCommand(desk),
                new ResumeCommand(desk),
                new ReportCommand(desk),
                new VerifyCommand(desk),
                new RerunCommand(desk)));
        return commands;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command");
    }

    private static int refused(Desk desk, ParameterException failure, List<String> arguments) {
        String message = complaint(failure) + suggestion(failure);
        desk.terminal().print(Answer.of(Exit.USAGE, message, Map.of()), arguments.contains("--json"));
        return Exit.USAGE.code();
    }

    private static String complaint(ParameterException failure) {
        boolean command = failure instanceof UnmatchedArgumentException unmatched
                && failure.getCommandLine().getParent() == null
                && !unmatched.isUnknownOption();
        return command
                ? "there is no command '%s'"
                        .formatted(((UnmatchedArgumentException) failure)
                                .getUnmatched()
                                .get(0))
                : failure.getMessage();
    }

    private static String suggestion(ParameterException failure) {
        CommandLine line = failure.getCommandLine();
        String help = "; '" + line.getCommandSpec().qualifiedName() + " --help' tells more";
        if (!(failure instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return help;
        }
        List<String> known = new ArrayList<>(line.getSubcommands().keySet());
        known.addAll(line.getCommandSpec().optionsMap().keySet());
        String given = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
        return Nearest.to(given, known).isEmpty() ? help : Nearest.advice(given, known);
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {
                "NDE4J %s, Java %s (%s)"
                        .formatted(
                                Code.version(), System.getProperty("java.version"), System.getProperty("java.vm.name"))
            };
        }
    }
}
