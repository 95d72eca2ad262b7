package org.nde4j.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** Files that were looked at and found right. {@code -Dgolden=FOLDER} writes them anew there, to be looked at again. */
final class Golden {
    private Golden() {}

    static void check(String name, String actual) throws IOException {
        String folder = System.getProperty("golden", "");
        if (!folder.isEmpty())
            Files.writeString(Files.createDirectories(Path.of(folder)).resolve(name), actual);
        else assertEquals(expected(name), actual, name);
    }

    private static String expected(String name) throws IOException {
        try (InputStream in = Golden.class.getResourceAsStream("golden/" + name)) {
            assertNotNull(in, "no golden file " + name + "; write it with -Dgolden=FOLDER");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The document, which must be well-formed XML without a document type. */
    static Document parsed(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }
}
