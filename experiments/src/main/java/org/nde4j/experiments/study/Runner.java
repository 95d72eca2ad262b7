package org.nde4j.experiments.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nde4j.experiments.config.BadConfig;
import org.nde4j.experiments.config.Configuration;
import org.nde4j.experiments.config.Node;
import org.nde4j.experiments.config.Yaml;
import org.nde4j.experiments.data.BadData;
import org.nde4j.experiments.run.Corrupt;
import org.nde4j.experiments.run.Manifest;
import org.nde4j.experiments.run.RunFile;
import org.nde4j.experiments.run.RunFolder;
import org.nde4j.experiments.run.RunLock;
import org.nde4j.experiments.run.Surroundings;

/** Runs studies into run folders, and goes on with those that were stopped or killed. */
public final class Runner {

    private final Session session;

    /** A runner under these circumstances. */
    public Runner(Session session) {
        this.session = session;
    }

    /**
     * How a run ended.
     *
     * @param folder where it is
     * @param conclusion how it ended
     * @param seed the number that all its randomness came from
     */
    public record Ended(RunFolder folder, Conclusion conclusion, long seed) {}

    /**
     * Runs into a new folder {@code <root>/<study>/<time>-<random>}.
     *
     * @throws BadConfig if the configuration cannot be used; there is no folder then
     * @throws BadData if the data cannot be used; there is a folder only if the study found it out
     * @throws org.nde4j.core.work.Stopped if it was asked to stop; the folder can be resumed
     */
    public Ended run(Request request, Path root) {
        Prepared<?> prepared = prepare(request);
        RunFolder folder = RunFolder.create(session.disk(), root, request.study());
        begin(prepared, folder, folder.path());
        return execute(prepared, folder);
    }

    /**
     * Runs into this folder, which must be empty or not there yet; otherwise as {@link #run}.
     *
     * @throws BadConfig also if the folder holds something
     */
    public Ended runInto(Request request, Path out) {
        Prepared<?> prepared = prepare(request);
        return execute(prepared, RunFolder.createAt(session.disk(), out, folder -> begin(prepared, folder, out)));
    }

    /**
     * Goes on with a run that was stopped or killed, to the same bits. A complete run is left as it is.
     *
     * @param force whether to go on although configuration, code or data are others than before; this is noted
     * @throws Corrupt if they are others, or a file that is needed is damaged
     */
    public Ended resume(Path path, boolean force) {
        RunFolder folder = RunFolder.open(session.disk(), path);
        return RunLock.holding(folder, () -> goOn(folder, force));
    }

    private Ended goOn(RunFolder folder, boolean force) {
        RunFile file = RunFile.read(folder);
        if (Manifest.isIn(folder)) {
            return new Ended(folder, conclusion(file), seed(file));
        }
        Prepared<?> prepared = prepareAgain(folder, file);
        List<String> differences = differences(prepared, file);
        if (!differences.isEmpty() && !force) {
            throw new Corrupt("%s cannot be resumed to the same results: %s; undo that, or use --force"
                    .formatted(folder, String.join(", ", differences)));
        }
        folder.sweep();
        note(file, differences);
        return execute(prepared, folder, file, keptUnder(file, prepared));
    }

    /** The request that runs a folder's configuration and data again. */
    public static Request again(RunFolder folder) {
        RunFile file = RunFile.read(folder);
        Optional<Path> data =
                Optional.of(file.text("data.file")).filter(f -> !f.isEmpty()).map(folder::resolve);
        return new Request(
                file.text("study"), Optional.of(folder.resolve(Prepared.RESOLVED)), List.of(), data, seed(file));
    }

    private Prepared<?> prepare(Request request) {
        Study<?> study = session.studies().named(request.study());
        String text = request.configuration().map(Runner::text).orElse("");
        Node file = Yaml.read(text, request.configuration().map(Path::toString).orElse("defaults"));
        Prepared<?> prepared = prepared(study, text, file, request);
        prepared.check();
        if (study.needsData() && request.data().isEmpty()) {
            throw new BadConfig("study '" + study.name() + "' needs data; give a file with --data");
        }
        return prepared;
    }

    private static <C extends Record> Prepared<C> prepared(Study<C> study, String text, Node file, Request request) {
        Configuration<C> configuration = Configuration.of(study.configuration(), file, request.changes());
        return Prepared.of(
                study, configuration, text, request.changes(), request.data().map(InputData::read), request.seed());
    }

    private Prepared<?> prepareAgain(RunFolder folder, RunFile file) {
        Study<?> study = session.studies().named(file.text("study"));
        String name = file.text("data.file");
        Optional<InputData> data = Optional.of(name)
                .filter(n -> !n.isEmpty())
                .map(n -> new InputData(Path.of(n).getFileName().toString(), folder.bytes(n)));
        return preparedAgain(study, folder, data, seed(file));
    }

    private static <C extends Record> Prepared<C> preparedAgain(
            Study<C> study, RunFolder folder, Optional<InputData> data, long seed) {
        try {
            Node resolved = Yaml.read(folder.text(Prepared.RESOLVED), Prepared.RESOLVED);
            Configuration<C> configuration = Configuration.of(study.configuration(), resolved, List.of());
            return Prepared.of(study, configuration, "", List.of(), data, seed);
        } catch (BadConfig e) {
            throw new Corrupt("%s cannot be resumed: its configuration was damaged or is of another version: %s"
                    .formatted(folder, e.getMessage()));
        }
    }

    /** Writes what a resume needs; the file that makes a folder a run folder is last. */
    private void begin(Prepared<?> prepared, RunFolder folder, Path out) {
        Map<String, Object> facts = facts(prepared, out);
        prepared.files().forEach(folder::write);
        RunFile.create(folder, facts);
    }

    private Ended execute(Prepared<?> prepared, RunFolder folder) {
        return RunLock.holding(folder, () -> execute(prepared, folder, RunFile.read(folder), prepared.key()));
    }

    private <C extends Record> Ended execute(Prepared<C> prepared, RunFolder folder, RunFile file, String key) {
        return new Ended(folder, new Execution<>(session, prepared, folder, file).run(key), prepared.seed());
    }

    private Map<String, Object> facts(Prepared<?> prepared, Path out) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", out.toAbsolutePath().normalize().getFileName().toString());
        facts.put("study", prepared.study().name());
        facts.put("title", prepared.title());
        facts.put("seed", prepared.seed());
        prepared.data().ifPresent(data -> facts.put("data", data.facts()));
        facts.put("hashes", prepared.hashes());
        facts.put("key", prepared.key());
        facts.put("command", session.commandLine());
        facts.putAll(Surroundings.facts(session.threads()));
        return facts;
    }

    private static List<String> differences(Prepared<?> prepared, RunFile file) {
        List<String> differences = new ArrayList<>();
        prepared.hashes().forEach((what, hash) -> {
            if (!hash.equals(file.text("hashes." + what))) {
                differences.add("the " + what + " changed");
            }
        });
        return differences;
    }

    private static void note(RunFile file, List<String> differences) {
        if (!differences.isEmpty()) {
            file.set("forced", differences);
        }
        file.resumed();
    }

    /** The key that the checkpoints of the run were kept under, so that a forced resume finds them. */
    private static String keptUnder(RunFile file, Prepared<?> prepared) {
        return file.text("key").isEmpty() ? prepared.key() : file.text("key");
    }

    private static Conclusion conclusion(RunFile file) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (file.fact("facts") instanceof Map<?, ?> map) {
            map.forEach((key, value) -> facts.put(key.toString(), value));
        }
        return new Conclusion(file.status() == RunFile.Status.COMPLETED, file.text("message"), facts);
    }

    private static long seed(RunFile file) {
        try {
            return Long.parseLong(file.text("seed"));
        } catch (NumberFormatException e) {
            throw new Corrupt("run.json holds no seed; the run cannot be gone on with");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BadConfig("cannot read the configuration " + file + "; check the path", e);
        }
    }
}
