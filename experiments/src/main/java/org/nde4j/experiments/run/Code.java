package org.nde4j.experiments.run;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.nde4j.core.kernel.MatrixProduct;

/** Which code is running. */
public final class Code {

    private static final String OURS = "org/nde4j/";

    private Code() {}

    /** The version of NDE4J, or {@code unknown} when it was not built by Maven. */
    public static String version() {
        try (InputStream in = Code.class.getResourceAsStream("version.txt")) {
            return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    /**
     * A hash of all classes of NDE4J on the class path, whether they lie in folders or in jars: the same for the same
     * classes, another for any change, and another where arithmetic is not reproducible.
     */
    public static String fingerprint() {
        return Running.FINGERPRINT;
    }

    /** Computed once: what runs does not change. */
    private static final class Running {
        static final String FINGERPRINT = compute();
    }

    private static String compute() {
        Map<String, String> classes = new TreeMap<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
            try {
                collect(Path.of(place), classes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Digest.of(classes + (MatrixProduct.isReproducible() ? "" : " with native products"));
    }

    private static void collect(Path place, Map<String, String> classes) throws IOException {
        if (Files.isDirectory(place.resolve(OURS))) {
            collectFolder(place, classes);
        } else if (Files.isRegularFile(place) && place.toString().endsWith(".jar")) {
            collectJar(place, classes);
        }
    }

    private static void collectFolder(Path root, Map<String, String> classes) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(OURS))) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".class"))::iterator) {
                byte[] bytes = Files.readAllBytes(file);
                CRC32 crc = new CRC32();
                crc.update(bytes);
                String name = root.relativize(file).toString().replace(File.separatorChar, '/');
                classes.putIfAbsent(name, bytes.length + ":" + crc.getValue());
            }
        }
    }

    private static void collectJar(Path jar, Map<String, String> classes) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .filter(entry ->
                            entry.getName().startsWith(OURS) && entry.getName().endsWith(".class"))
                    .forEach(entry -> classes.putIfAbsent(entry.getName(), mark(entry)));
        }
    }

    private static String mark(ZipEntry entry) {
        return entry.getSize() + ":" + entry.getCrc();
    }
}
