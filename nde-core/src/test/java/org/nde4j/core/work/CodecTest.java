package org.nde4j.core.work;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CodecTest {

    enum Mood {
        CALM,
        WILD
    }

    record Inner(String name, Optional<Long> count) {}

    record Outer(int step, boolean on, Mood mood, List<Inner> inner) {}

    private static final Codec<Inner> INNER = Codec.record(Inner.class, Codec.STRING, Codec.optional(Codec.LONG));
    private static final Codec<Outer> OUTER =
            Codec.record(Outer.class, Codec.INT, Codec.BOOLEAN, Codec.constant(Mood.class), Codec.list(INNER));

    @Test
    void doubles_keepEveryBit() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        double[] values =
                random.longs(20_000).mapToDouble(Double::longBitsToDouble).toArray();
        values[0] = Double.longBitsToDouble(0x7ff8_0000_dead_beefL);
        values[1] = -0.0;
        assertArrayEquals(bits(values), bits(Codec.DOUBLES.value(Codec.DOUBLES.bytes(values))));
        for (double value : Arrays.copyOf(values, 100)) {
            assertEquals(
                    Double.doubleToRawLongBits(value),
                    Double.doubleToRawLongBits(Codec.DOUBLE.value(Codec.DOUBLE.bytes(value))));
        }
    }

    @Test
    void doubles_ofEveryLengthAroundABlock_comeBack() throws IOException {
        for (int length : new int[] {0, 1, 8191, 8192, 8193, 16_384, 30_001}) {
            double[] values = new SplittableRandom(length).doubles(length).toArray();
            assertArrayEquals(values, Codec.DOUBLES.value(Codec.DOUBLES.bytes(values)));
        }
    }

    @Test
    void matrix_withRowsOfDifferentLength_comesBack() throws IOException {
        double[][] rows = {{1, 2}, {}, {3}};
        assertArrayEquals(rows, Codec.MATRIX.value(Codec.MATRIX.bytes(rows)));
    }

    @Test
    void record_ofRecords_comesBackEqual() throws IOException {
        Outer outer = new Outer(
                7, true, Mood.WILD, List.of(new Inner("θ̇ 𝛼", Optional.of(3L)), new Inner("", Optional.empty())));
        assertEquals(outer, OUTER.value(OUTER.bytes(outer)));
    }

    @Test
    void text_longerThanABlock_comesBack() throws IOException {
        String text = "dx/dt = x·y ".repeat(20_000);
        assertEquals(text, Codec.STRING.value(Codec.STRING.bytes(text)));
    }

    @Test
    void record_withTooFewCodecs_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> Codec.record(Inner.class, Codec.STRING));
    }

    @Test
    void record_withACodecOfAnotherType_isRefusedByName() {
        Codec<Inner> wrong = Codec.record(Inner.class, Codec.INT, Codec.optional(Codec.LONG));
        var failure = assertThrows(IllegalArgumentException.class, () -> wrong.bytes(new Inner("a", Optional.empty())));
        assertEquals(true, failure.getMessage().contains("name"), failure.getMessage());
    }

    @Test
    void cutBytes_areRefusedAtEveryLength() {
        byte[] whole = OUTER.bytes(new Outer(1, false, Mood.CALM, List.of(new Inner("abc", Optional.of(5L)))));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(IOException.class, () -> OUTER.value(cut), "length " + length);
        }
    }

    @Test
    void bytesAfterTheValue_areRefused() {
        assertThrows(IOException.class, () -> Codec.INT.value(new byte[5]));
    }

    @Test
    void falseLengths_costNoMemory() {
        byte[] huge = {0x7f, -1, -1, -1, 0, 0};
        byte[] negative = {-1, 0, 0, 0};
        for (Codec<?> codec : List.of(Codec.DOUBLES, Codec.STRING, Codec.MATRIX, Codec.list(Codec.LONG))) {
            assertThrows(IOException.class, () -> codec.value(huge));
            assertThrows(IOException.class, () -> codec.value(negative));
        }
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }
}
