package org.nde4j.experiments.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CheckpointTest {

    private static final byte[] WHOLE = new Checkpoint(
                    "search/island-3",
                    Digest.of("key"),
                    7,
                    new SplittableRandom(4)
                            .ints(300)
                            .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                            .toString()
                            .getBytes())
            .bytes();

    @Test
    void aWholeCheckpoint_comesBack() throws IOException {
        Checkpoint checkpoint = Checkpoint.of(WHOLE);
        assertEquals("search/island-3", checkpoint.name());
        assertEquals(7, checkpoint.sequence());
        assertArrayEquals(WHOLE, checkpoint.bytes());
    }

    @Test
    void everyFlippedBit_isDetected() {
        for (int bit = 0; bit < 8 * WHOLE.length; bit++) {
            byte[] flipped = WHOLE.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(IOException.class, () -> Checkpoint.of(flipped), "bit " + bit);
        }
    }

    @Test
    void everyTruncation_isDetected() {
        for (int length = 0; length < WHOLE.length; length++) {
            byte[] cut = Arrays.copyOf(WHOLE, length);
            assertThrows(IOException.class, () -> Checkpoint.of(cut), "length " + length);
        }
        assertThrows(IOException.class, () -> Checkpoint.of(Arrays.copyOf(WHOLE, WHOLE.length + 1)));
    }

    @Test
    void swappedBlocks_areDetected() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 500; i++) {
            int size = 1 + random.nextInt(200);
            int a = random.nextInt(WHOLE.length - 2 * size);
            int b = a + size + random.nextInt(WHOLE.length - a - 2 * size + 1);
            byte[] swapped = WHOLE.clone();
            System.arraycopy(WHOLE, a, swapped, b, size);
            System.arraycopy(WHOLE, b, swapped, a, size);
            if (!Arrays.equals(WHOLE, swapped)) {
                assertThrows(IOException.class, () -> Checkpoint.of(swapped));
            }
        }
    }

    @Test
    void anotherFormat_isRefusedByName() {
        byte[] other = WHOLE.clone();
        other[11] = 2;
        byte[] digest = Digest.sha256().digest(Arrays.copyOf(other, other.length - 32));
        System.arraycopy(digest, 0, other, other.length - 32, 32);
        String message =
                assertThrows(IOException.class, () -> Checkpoint.of(other)).getMessage();
        assertEquals("its format is 2, this version reads 1", message);
    }
}
