package org.nde4j.experiments.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void values_areWrittenInTheirOrder() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("z", 1);
        map.put("a", Arrays.asList(0.1, true, null, "q\"\\\n\t\u2028"));
        map.put("m", Map.of("k", new double[] {1.5, Double.NaN, Double.NEGATIVE_INFINITY}));
        assertEquals(
                "{\"z\": 1, \"a\": [0.1, true, null, \"q\\\"\\\\\\n\\u0009\\u2028\"], \"m\": {\"k\": [1.5, null, null]}}",
                Json.line(map));
    }

    @Test
    void pretty_putsOneKeyOnALineAndEndsWithOne() {
        assertEquals(
                "{\n  \"a\": {\n    \"b\": [1, 2]\n  }\n}\n", Json.pretty(Map.of("a", Map.of("b", List.of(1, 2)))));
        assertEquals("[\n  [],\n  {}\n]\n", Json.pretty(List.of(List.of(), Map.of())));
    }

    @Test
    void randomValues_comeBackEqual() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2000; i++) {
            Object value = value(random, 0);
            assertEquals(value, Json.read(Json.line(value)));
            assertEquals(value, Json.read(Json.pretty(value)));
        }
    }

    @Test
    void wholeNumbers_areLongsAndOthersDoubles() {
        assertEquals(List.of(-7L, 7.0, 1e3, 1e18), Json.read("[-7, 7.0, 1e3, 1000000000000000000]"));
        assertInstanceOf(Double.class, Json.read("123456789012345678901"));
        assertEquals(-0.0, Json.read("-0"));
    }

    @Test
    void complaints_nameLineAndColumn() {
        String message = assertThrows(IllegalArgumentException.class, () -> Json.read("{\n  \"a\": 1,\n  \"a\": 2}"))
                .getMessage();
        assertEquals("JSON, line 3, column 3: key \"a\" occurs twice", message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[",
                "[1,]",
                "[,1]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "nul",
                "truex",
                "01",
                "1.",
                ".5",
                "+1",
                "-",
                "1e",
                "1e+",
                "NaN",
                "Infinity",
                "1e999",
                "\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u12",
                "\"a\nb\"",
                "1 2",
                "[1] //",
                "/* */ 1",
                "[1 2]",
                "{\"a\" 1}",
                "\u00a01",
                "0x10",
                "\"\\",
                "[\"a\":1]"
            })
    void whatIsNotJson_isRefused(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> Json.read(text))
                .getMessage();
        assertTrue(message.startsWith("JSON, line 1, column ") || message.startsWith("JSON, line 2"), message);
    }

    @Test
    void deepNesting_isRefusedWithoutOverflow() {
        assertThrows(IllegalArgumentException.class, () -> Json.read("[".repeat(100_000)));
        assertThrows(IllegalArgumentException.class, () -> Json.read("{\"a\":".repeat(65) + "1" + "}".repeat(65)));
        assertInstanceOf(List.class, Json.read("[".repeat(64) + "]".repeat(64)));
    }

    @Test
    void randomBytes_neverEscapeAsAnotherException() {
        SplittableRandom random = new SplittableRandom(3);
        String alphabet = "{}[]\",:0123456789.eE+-truefalsn\\u \n";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(30);
            for (int j = 0; j < length; j++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                Json.read(text.toString());
            } catch (IllegalArgumentException e) {
                assertTrue(e.getMessage().startsWith("JSON, line "), e.getMessage());
            }
        }
    }

    @Test
    void whatJsonHasNoWordFor_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> Json.line(List.of(new Object())));
        assertThrows(IllegalArgumentException.class, () -> Json.object("[1]"));
    }

    private static Object value(SplittableRandom random, int depth) {
        int kind = random.nextInt(depth < 4 ? 7 : 5);
        if (kind == 0) {
            return random.nextLong(-1_000_000, 1_000_000);
        }
        if (kind == 1) {
            double number = Double.longBitsToDouble(random.nextLong());
            return Double.isFinite(number) ? number : 0.25;
        }
        if (kind == 2) {
            return text(random);
        }
        if (kind < 5) {
            return kind == 3 ? null : (Object) random.nextBoolean();
        }
        return kind == 5 ? list(random, depth) : map(random, depth);
    }

    private static List<Object> list(SplittableRandom random, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(random, depth + 1));
        }
        return list;
    }

    private static Map<String, Object> map(SplittableRandom random, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(text(random), value(random, depth + 1));
        }
        return map;
    }

    private static String text(SplittableRandom random) {
        return random.ints(random.nextInt(8), 0, 0x10000)
                .collect(StringBuilder::new, (b, c) -> b.append((char) c), StringBuilder::append)
                .toString();
    }
}
