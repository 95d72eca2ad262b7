package org.nde4j.experiments.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nde4j.experiments.data.BadData;
import org.nde4j.experiments.data.Table;
import org.nde4j.experiments.run.Digest;

/**
 * A data file as it was given.
 *
 * @param name the name of the file, for messages
 * @param bytes its content
 */
record InputData(String name, byte[] bytes) {

    static InputData read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadData(file + (Files.exists(file) ? " is not a file" : " does not exist") + "; check the path");
        }
        try {
            return new InputData(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Table table() {
        return Table.parse(name, bytes);
    }

    /** Where it lies in the run folder. */
    String place() {
        return "input/" + name.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /** Its name without folder and ending. */
    String title() {
        return place().replaceFirst("^input/(.+?)(\\.[^.]*)?$", "$1");
    }

    String sha256() {
        return Digest.of(bytes);
    }

    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("file", place());
        facts.put("bytes", bytes.length);
        facts.put("sha256", sha256());
        return facts;
    }
}
