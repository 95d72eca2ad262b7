package org.nde4j.experiments.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {

    @Test
    void nodes_knowTheirLines() {
        Node.Mapping tree = (Node.Mapping) Yaml.read("a: 1\nb:\n  c: [x, 'y']\n", "f.yaml");
        Node.Mapping b = (Node.Mapping) tree.entries().get("b");
        Node.Sequence c = (Node.Sequence) b.entries().get("c");
        assertEquals("f.yaml, line 3, column 3", c.origin().toString());
        assertEquals(
                new Node.Scalar("y", true, Origin.file("f.yaml", 3, 10)),
                c.items().get(1));
    }

    @Test
    void emptyText_isAnEmptyMapping() {
        assertInstanceOf(Node.Mapping.class, Yaml.read(" \n# only a comment\n", "f"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [1,",
                "a: {",
                "a: 'x",
                "\t- a",
                "a: 1\n b: 2",
                "a: !!java.net.URL [x]",
                "a: !foo 1",
                "a: !!binary aGk=",
                "a: 1\na: 2",
                "? [1, 2]\n: 3",
                "? {a: 1}\n: 3",
                "--- a\n--- b",
                "a: *nowhere",
                "a: &x [*x]",
                "a: &x {b: *x}",
                "%YAML 9.9\n---\na: 1",
                "a: \u0000",
                "a: @b",
                "a: `b`",
                "a: %b",
                "!!set {a, b}",
                "a: b: c",
                "- a\nb: 1",
                "}"
            })
    void whatIsNotOurYaml_isRefusedWithAMessage(String text) {
        String message =
                assertThrows(BadConfig.class, () -> Yaml.read(text, "f.yaml")).getMessage();
        assertTrue(message.startsWith("f.yaml"), message);
    }

    @Test
    void bombs_areRefusedSoon() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 45; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        String deep = "[".repeat(5000) + "]".repeat(5000);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThrows(BadConfig.class, () -> Yaml.read(laughs.toString(), "f"));
            assertThrows(BadConfig.class, () -> Yaml.read(deep, "f"));
            assertThrows(BadConfig.class, () -> Yaml.read("a: " + "x".repeat(1 << 20), "f"));
        });
    }

    @Test
    void randomText_neverEscapesAsAnotherException() {
        SplittableRandom random = new SplittableRandom(11);
        String alphabet = "ab1: -[]{},'\"\n#&*!|>%@`?~\t";
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(40);
            for (int j = 0; j < length; j++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                Yaml.read(text.toString(), "f.yaml");
            } catch (BadConfig e) {
                assertTrue(e.getMessage().startsWith("f.yaml"), e.getMessage());
            }
        }
    }
}
