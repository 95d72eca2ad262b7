package org.nde4j.experiments.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.network.Mlp;
import org.nde4j.core.network.Parameters;
import org.nde4j.core.random.Streams;

class SafeTensorsTest {
    private static Parameters parameters() {
        return Mlp.of(2, 5, 3)
                .initialize(Streams.of(1).stream("weights"))
                .scoped("net")
                .with("scale", Array.scalar(-0.0))
                .with("odd", Array.vector(Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE));
    }

    private static byte[] file(String header, int data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .array();
    }

    @Test
    void doubles_comeBackToTheBitAndInOrder(@TempDir Path folder) throws Exception {
        SafeTensors written = new SafeTensors(parameters(), Map.of("activation", "tanh \"ü\""));
        Path file = Files.write(folder.resolve("w.safetensors"), written.bytes(SafeTensors.Precision.F64));
        SafeTensors read = SafeTensors.read(file);
        assertEquals(written, read);
        assertEquals(written.parameters().names(), read.parameters().names());
    }

    @Test
    void floats_comeBackRounded() {
        Parameters p = Parameters.of("x", Array.vector(1.0 / 3, 0.5));
        byte[] bytes = new SafeTensors(p, Map.of()).bytes(SafeTensors.Precision.F32);
        Parameters read = SafeTensors.read(bytes).parameters();
        assertArrayEquals(new double[] {(float) (1.0 / 3), 0.5}, read.get("x").values());
        Parameters great = Parameters.of("x", Array.scalar(1e39));
        assertThrows(BadData.class, () -> new SafeTensors(great, Map.of()).bytes(SafeTensors.Precision.F32));
    }

    /* The layout of the format, byte by byte. */
    @Test
    void bytes_areThoseOfTheFormat() {
        Parameters p = Parameters.of("a", Array.vector(1, 2)).with("b", Array.zeros(Shape.of(1, 1)));
        byte[] bytes = new SafeTensors(p, Map.of()).bytes(SafeTensors.Precision.F64);
        String header = "{\"a\": {\"dtype\": \"F64\", \"shape\": [2], \"data_offsets\": [0, 16]}, "
                + "\"b\": {\"dtype\": \"F64\", \"shape\": [1, 1], \"data_offsets\": [16, 24]}}";
        byte[] want = file(header + " ".repeat(-header.length() & 7), 24);
        ByteBuffer.wrap(want)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(want.length - 24, 1)
                .putDouble(want.length - 16, 2);
        assertArrayEquals(want, bytes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "[]; 0; does not begin with {",
                "{\"a\":1}; 0; array a needs exactly",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[1]}}; 8; array a needs exactly",
                "{\"a\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}}; 8; is of type I64",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":[0,8]}}; 8; has 8 bytes instead of 16",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[8,0]}}; 8; has -8 bytes instead of 8",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}; 7; the arrays take 8 bytes, but there are 7",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}; 9; the arrays take 8 bytes, but there are 9",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[8,16]}}; 16; begins at byte 8, but the arrays before end at 0",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[-8,0]}}; 8; none negative",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[1.5],\"data_offsets\":[0,8]}}; 8; whole numbers",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[0],\"data_offsets\":[0,0]}}; 0; lengths of at least 1",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[4294967296],\"data_offsets\":[0,8]}}; 8; has shape [4294967296]",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[65536,65536],\"data_offsets\":[0,8]}}; 8; has shape [65536, 65536]",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8,16]}}; 8; has 3 data_offsets",
                "{\"__metadata__\":{\"a\":1}}; 0; allows texts only",
                "{\"__metadata__\":[]}; 0; is not an object of texts",
                "{\"a\":1,\"a\":1}; 0; occurs twice",
                "{\"a\":; 0; the header is not sound",
            })
    void unsoundFile_isRefusedWithAReason(String header, int data, String reason) {
        BadData e = assertThrows(BadData.class, () -> SafeTensors.read(file(header, data)));
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    @Test
    void overlappingArrays_areRefused() {
        String entry = ":{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":";
        String header = "{\"a\"" + entry + "[0,16]},\"b\"" + entry + "[8,24]}}";
        BadData e = assertThrows(BadData.class, () -> SafeTensors.read(file(header, 24)));
        assertTrue(
                e.getMessage().contains("array b begins at byte 8, but the arrays before end at 16"), e.getMessage());
    }

    @Test
    void falseHeaderLengths_areRefusedBeforeAnythingIsAllocated() {
        for (long length : new long[] {-1, 0, 1, 3, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE}) {
            byte[] bytes = ByteBuffer.allocate(10)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(length)
                    .put("{}".getBytes(StandardCharsets.US_ASCII))
                    .array();
            assertThrows(BadData.class, () -> SafeTensors.read(bytes), "length " + length);
        }
    }

    @Test
    void cutFile_isRefusedWhereverItIsCut() {
        byte[] whole = new SafeTensors(parameters(), Map.of()).bytes(SafeTensors.Precision.F64);
        for (int n = 0; n < whole.length; n++) {
            byte[] cut = Arrays.copyOf(whole, n);
            assertThrows(BadData.class, () -> SafeTensors.read(cut), "cut after " + n);
        }
    }

    @Test
    void reservedName_isRefused() {
        SafeTensors bad = new SafeTensors(Parameters.of("__metadata__", Array.scalar(1)), Map.of("a", "b"));
        assertThrows(BadData.class, () -> bad.bytes(SafeTensors.Precision.F64));
    }
}
