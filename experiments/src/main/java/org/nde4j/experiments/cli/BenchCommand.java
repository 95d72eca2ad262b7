package org.nde4j.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nde4j.experiments.bench.Row;
import org.nde4j.experiments.bench.Selection;
import org.nde4j.experiments.bench.Workload;
import org.nde4j.experiments.config.BadConfig;
import org.nde4j.experiments.run.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures workloads and prints a line for each measurement as it is made. */
@Command(
        name = "bench",
        description = "Measures how fast NDE4J is on this machine.",
        footer = "Lines of --json have the keys that other libraries' lines have, one object a line, and no summary.")
final class BenchCommand extends Verb {

    @Parameters(
            arity = "0..*",
            paramLabel = "W1",
            description = "The workloads: W1, W3, W3e, W4, or a part: W4-grad, W4-batch (default: all).")
    List<String> workloads = List.of();

    @Option(names = "--only", paramLabel = "TEXT", description = "Only settings or modes that have this text.")
    String only = "";

    @Option(names = "--threads", paramLabel = "N", description = "How many threads work: 1.")
    int threads = 1;

    @Option(names = "--dtype", paramLabel = "TYPE", description = "The numbers: f64.")
    String dtype = "f64";

    @Option(names = "--warm-up", paramLabel = "S", description = "Seconds before a measurement (default: 3).")
    double warmUp = 3;

    @Option(names = "--budget", paramLabel = "S", description = "Seconds of a measurement (default: 2).")
    double budget = 2;

    BenchCommand(Desk desk) {
        super(desk);
    }

    @Override
    Answer answer() {
        if (threads != 1 || !dtype.equals("f64")) {
            throw new BadConfig(
                    "bench runs on one thread with f64 so far, got --threads " + threads + " --dtype " + dtype);
        }
        List<Row> rows = new ArrayList<>();
        for (Workload workload : chosen()) {
            workload.measure(new Selection(only, warmUp, budget), row -> {
                rows.add(row);
                desk.terminal().out().println(json ? row.json() : row.text());
            });
        }
        return Answer.of(Exit.DONE, rows.size() + " measurements", Map.of("rows", rows.size()));
    }

    @Override
    public Integer call() {
        return json ? answer().exit().code() : super.call();
    }

    private List<Workload> chosen() {
        List<String> known = Workload.all().stream().map(Workload::name).toList();
        for (String name : workloads) {
            if (known.stream().noneMatch(k -> isIn(k, name))) {
                throw new BadConfig("there is no workload " + name + "; there are " + String.join(", ", known));
            }
        }
        return Workload.all().stream()
                .filter(w -> workloads.isEmpty() || workloads.stream().anyMatch(name -> isIn(w.name(), name)))
                .toList();
    }

    /** Whether a workload is the one asked for, or a part of it. */
    private static boolean isIn(String workload, String asked) {
        return workload.equals(asked) || workload.startsWith(asked + "-");
    }
}
