package org.nde4j.experiments.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.network.Parameters;

class NpzTest {
    @TempDir
    private Path folder;

    private static Npz sample() {
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put("b", Array.matrix(new double[][] {{1, -0.0, 1.0 / 3}, {Double.NaN, 5, 6}}));
        arrays.put("a/../c", Array.vector(Double.POSITIVE_INFINITY));
        arrays.put("s", Array.scalar(Double.MIN_VALUE));
        arrays.put("cube", new Array(Shape.of(2, 1, 3), new double[] {1, 2, 3, 4, 5, 6}));
        return new Npz(arrays);
    }

    private Path save(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file.npz"), bytes);
    }

    private static byte[] npy(String header, byte... data) {
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[10 + text.length + data.length];
        System.arraycopy(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}, 0, bytes, 0, 8);
        bytes[8] = (byte) text.length;
        bytes[9] = (byte) (text.length >> 8);
        System.arraycopy(text, 0, bytes, 10, text.length);
        System.arraycopy(data, 0, bytes, 10 + text.length, data.length);
        return bytes;
    }

    private static String header(String type, boolean fortran, String shape) {
        return "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n"
                .formatted(type, fortran ? "True" : "False", shape);
    }

    @Test
    void arrays_comeBackToTheBitAndInOrder() throws IOException {
        Npz read = Npz.read(save(sample().bytes()));
        assertEquals(sample(), read);
        assertEquals(
                List.copyOf(sample().arrays().keySet()),
                List.copyOf(read.arrays().keySet()));
    }

    @Test
    void otherTypesAndOrders_areRead() {
        assertArrayEquals(
                new double[] {-2, 258},
                Npy.array(npy(header(">i2", false, "(2,)"), (byte) -1, (byte) -2, (byte) 1, (byte) 2))
                        .values());
        assertArrayEquals(
                new double[] {255, 1},
                Npy.array(npy(header("|u1", false, "(2, )"), (byte) -1, (byte) 1))
                        .values());
        assertArrayEquals(
                new double[] {1, 0},
                Npy.array(npy(header("|b1", false, "(2,)"), (byte) 1, (byte) 0)).values());
        Array turned = Npy.array(npy(header("|i1", true, "(2, 3)"), new byte[] {1, 4, 2, 5, 3, 6}));
        assertEquals(Array.matrix(new double[][] {{1, 2, 3}, {4, 5, 6}}), turned);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "|O; (1,); cannot be read",
                "<f16; (1,); cannot be read",
                "<U3; (1,); cannot be read",
                "|i1; (2,); needs 2 bytes",
                "|i1; (0,); cannot be read",
                "|i1; (65536, 65536); cannot be read",
                "|i1; (99999999999,); cannot be read",
                "|b8; (1,); needs 8 bytes",
            })
    void unsoundArray_isRefusedWithAReason(String type, String shape, String reason) {
        BadData e = assertThrows(BadData.class, () -> Npy.array(npy(header(type, false, shape), (byte) 0)));
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    @Test
    void unsoundHeaders_areRefused() {
        List<String> headers = List.of(
                "",
                "{}",
                "{'descr': '|i1', 'fortran_order': False}",
                "{'descr': '|i1', 'fortran_order': False, 'shape': (1,), 'more': True}",
                "{'descr': '|i1', 'descr': '|i1', 'fortran_order': False, 'shape': (1,)}",
                "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,)}",
                "{'descr': '|i1', 'fortran_order': (1,), 'shape': (1,)}",
                "{'descr': '|i1', 'fortran_order': False, 'shape': __import__('os')}",
                "{'descr': '|i1', 'fortran_order': False, 'shape': (1,)} + {}",
                header("|i1", false, "(1,)") + " ".repeat(10_000));
        for (String header : headers) {
            assertThrows(BadData.class, () -> Npy.array(npy(header, (byte) 1)), header);
        }
        byte[] sound = Npy.bytes(Array.vector(1, 2));
        for (int n = 0; n < sound.length; n++) {
            byte[] cut = Arrays.copyOf(sound, n);
            assertThrows(BadData.class, () -> Npy.array(cut), "cut after " + n);
        }
    }

    @Test
    void wholeNumberThatIsNoDouble_isRefused() {
        byte[] data = {1, 0, 0, 0, 0, 0, 32, 0}; // 2^53 + 1
        BadData e = assertThrows(BadData.class, () -> Npy.array(npy(header("<i8", false, "(1,)"), data)));
        assertEquals("9007199254740993 is no double; save the array as float64", e.getMessage());
    }

    @Test
    void bomb_isRefusedByItsClaim() throws IOException {
        Path file = folder.resolve("bomb.npz");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("zeros.npy"));
            out.write(Npy.bytes(Array.zeros(Shape.of(1 << 20))));
        }
        BadData e = assertThrows(BadData.class, () -> Npz.read(file));
        assertTrue(e.getMessage().contains("save it without compression"), e.getMessage());
    }

    @Test
    void duplicateNames_areRefused() throws IOException {
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put("aa", Array.scalar(1));
        arrays.put("ab", Array.scalar(2));
        String text = new String(new Npz(arrays).bytes(), StandardCharsets.ISO_8859_1).replace("ab.npy", "aa.npy");
        Path file = save(text.getBytes(StandardCharsets.ISO_8859_1));
        BadData e = assertThrows(BadData.class, () -> Npz.read(file));
        assertTrue(e.getMessage().contains("aa"), e.getMessage());
    }

    @Test
    void whatIsNoArchive_isRefused() throws IOException {
        Path file = save(new byte[100]);
        assertThrows(BadData.class, () -> Npz.read(file));
        Path text = folder.resolve("text.npz");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(text))) {
            out.putNextEntry(new ZipEntry("readme.txt"));
            out.write(1);
        }
        assertThrows(BadData.class, () -> Npz.read(text));
    }

    private String python(String script) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Process process;
        try {
            process = new ProcessBuilder("python3", "-c", "import numpy as np, json, struct\n" + script)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
        } catch (IOException e) {
            Assumptions.abort("there is no python3");
            return "";
        }
        int code = process.waitFor();
        String text = Files.readString(out);
        Assumptions.assumeFalse(text.contains("No module named 'numpy'"), "there is no numpy");
        assertEquals(0, code, text);
        return text.strip();
    }

    @Test
    void numpy_readsWhatWeWrite() throws Exception {
        save(sample().bytes());
        String text = python("z = np.load('file.npz')\n"
                + "print(sorted(z.files), z['b'].shape, z['b'].dtype, z['b'][0, 2] == 1 / 3, np.signbit(z['b'][0, 1]),"
                + " np.isnan(z['b'][1, 0]), z['s'] == 5e-324, z['cube'].tolist())");
        assertEquals(
                "['a/../c', 'b', 'cube', 's'] (2, 3) float64 True True True True [[[1.0, 2.0, 3.0]], [[4.0, 5.0, 6.0]]]",
                text);
    }

    @Test
    void weRead_whatNumpyWrites() throws Exception {
        python("a = np.arange(24.).reshape(2, 3, 4) / 7\n"
                + "np.savez('plain.npz', a=a, f=np.asfortranarray(a), g=a.astype('f4'), big=a.astype('>f8'),"
                + " i=np.arange(-3, 3), s=np.float64(2.5), t=a.T)\n"
                + "np.savez_compressed('packed.npz', a=a)");
        double[] sevenths = new double[24];
        Arrays.setAll(sevenths, i -> i / 7.0);
        Array a = new Array(Shape.of(2, 3, 4), sevenths);
        Map<String, Array> read = Npz.read(folder.resolve("plain.npz")).arrays();
        assertEquals(List.of("a", "f", "g", "big", "i", "s", "t"), List.copyOf(read.keySet()));
        assertEquals(a, read.get("a"));
        assertEquals(a, read.get("f"));
        assertEquals(a, read.get("big"));
        assertEquals((float) (5 / 7.0), read.get("g").get(0, 1, 1));
        assertEquals(Array.vector(-3, -2, -1, 0, 1, 2), read.get("i"));
        assertEquals(Array.scalar(2.5), read.get("s"));
        assertEquals(Shape.of(4, 3, 2), read.get("t").shape());
        assertEquals(a.get(1, 2, 3), read.get("t").get(3, 2, 1));
        assertEquals(a, Npz.read(folder.resolve("packed.npz")).arrays().get("a"));
    }

    /* The format again, read by a few lines of another language. */
    @Test
    void python_readsOurSafeTensors() throws Exception {
        Parameters p = Parameters.of("net.0.weight", Array.matrix(new double[][] {{1, 2}, {3, 1.0 / 3}}))
                .with("net.0.bias", Array.vector(7));
        Files.write(
                folder.resolve("w.safetensors"), new SafeTensors(p, Map.of("a", "b")).bytes(SafeTensors.Precision.F64));
        String text = python(
                "b = open('w.safetensors', 'rb').read()\n"
                        + "n = struct.unpack('<Q', b[:8])[0]\n"
                        + "h = json.loads(b[8:8 + n])\n"
                        + "at = lambda k: np.frombuffer(b[8 + n:], '<f8')[h[k]['data_offsets'][0] // 8:"
                        + "h[k]['data_offsets'][1] // 8].reshape(h[k]['shape'])\n"
                        + "print(n % 8, h['__metadata__'], at('net.0.weight').tolist() == [[1, 2], [3, 1 / 3]], at('net.0.bias'))");
        assertEquals("0 {'a': 'b'} True [7.]", text);
    }
}
