package org.nde4j.experiments.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.nde4j.core.kernel.MatrixProduct;

/** What a run should note of the software and the machine that it runs on. */
public final class Surroundings {

    private Surroundings() {}

    /** Asked once: what runs does not change. */
    private static final class Sources {
        static final Map<String, Object> GIT =
                Collections.unmodifiableMap(Git.facts(Path.of(System.getProperty("nde.home", "."))));
    }

    /** Versions, git and machine, as they stand in {@code run.json}. */
    public static Map<String, Object> facts(int threads) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("versions", versions());
        facts.put("git", Sources.GIT);
        facts.put("machine", machine(threads));
        facts.put("reproducible", MatrixProduct.isReproducible());
        facts.put("process", ProcessHandle.current().pid());
        return facts;
    }

    private static Map<String, Object> versions() {
        Map<String, Object> versions = new LinkedHashMap<>();
        versions.put("nde4j", Code.version());
        versions.put("java", System.getProperty("java.version"));
        versions.put("jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        return versions;
    }

    private static Map<String, Object> machine(int threads) {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("os", "%s %s %s".formatted(property("os.name"), property("os.version"), property("os.arch")));
        machine.put("cpu", cpu());
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("memory", Runtime.getRuntime().maxMemory());
        machine.put("threads", threads);
        return machine;
    }

    private static String cpu() {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return property("os.arch");
        }
        try (Stream<String> lines = Files.lines(info)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(property("os.arch"));
        } catch (IOException e) {
            return property("os.arch");
        }
    }

    private static String property(String key) {
        return System.getProperty(key, "unknown");
    }
}
