package org.nde4j.experiments.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

    private static final double NAN = Double.NaN;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t,x\n0,1\n1,2\n",
                "t,x\r\n0,1\r\n1,2",
                "\uFEFFt,x\n0,1\n1,2\n",
                "t;x\n0;1\n1;2\n",
                "t\tx\n0\t1\n1\t2\n",
                "# made by hand, with care\nt , x\n 0 ,1\n# a remark\n1,\t2 \n\n",
                "\"t\",\"x\"\n\"0\",\"1\"\n1,2\n",
                "t, \"x\"\n0, 1\n1, \"2\"\n",
                "t,x,\n0,1,\n1,2,\n",
                "t,x\n0,1\n1,2\n,\n \n",
                "\n\nt,x\n0,1\n1,2"
            })
    void oneTable_inManyDresses(String text) {
        Table table = table(text);
        assertEquals(List.of("t", "x"), table.names());
        assertArrayEquals(new double[] {0, 1}, table.numbers("t"));
        assertArrayEquals(new double[] {1, 2}, table.numbers("x"));
    }

    @Test
    void otherEncodings_withAMark_areRead() {
        byte[] wide = "\uFEFFt,größe\n0,1\n".getBytes(StandardCharsets.UTF_16LE);
        assertEquals(List.of("t", "größe"), Table.parse("f", wide).names());
        byte[] big = "\uFEFFt,größe\n0,1\n".getBytes(StandardCharsets.UTF_16BE);
        assertEquals(List.of("t", "größe"), Table.parse("f", big).names());
    }

    @Test
    void missingCells_areNaN() {
        assertArrayEquals(
                new double[] {NAN, NAN, NAN, NAN, 5},
                table("t,x\n0,\n1,NaN\n2,NA\n3,nan\n4,5\n").numbers("x"));
    }

    @Test
    void numbers_areReadToTheLastBit() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 1000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                assertEquals(number, table("x\n" + number + "\n").numbers("x")[0]);
            }
        }
        assertArrayEquals(
                new double[] {0.5, -2, 300, 7},
                table("x\n.5\n-2.\n+3E+2\n007\n").numbers("x"));
    }

    @Test
    void quotedDelimitersAndLineEnds_areText() {
        Table table = table("id,\"x, or y\"\n\"a\nb\",1\n\"say \"\"hi\"\"\",2\n");
        assertEquals("a\nb", table.text(0, "id"));
        assertEquals("say \"hi\"", table.text(1, "id"));
        assertEquals(4, table.line(1));
        assertTrue(table.mostlyNumbers("x, or y"));
        assertFalse(table.mostlyNumbers("id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|f.csv is empty",
                "# only\\n# remarks\\n|f.csv is empty",
                "t,x\\n|has a header but no rows",
                "t,x\\n,\\n|has a header but no rows",
                "t,x,t\\n0,1,2\\n|line 1: two columns are named 't'",
                "t,,x\\n0,1,2\\n|line 1: column 2 has no name",
                "0,1\\n1,2\\n|line 1 holds numbers where the column names should be",
                "t,x\\n0,1\\n1\\n|f.csv, line 3 has 1 cells, but the header names 2",
                "t,x\\n0,1,7\\n|f.csv, line 2 has 3 cells, but the header names 2",
                "t,x\\n0,\"1\\n1,2\\n|cannot be read as a table",
                "t,x\\n0,\"1\"2\\n|cannot be read as a table",
                "t,x\\n0,1\\u0000\\n|holds zero bytes"
            })
    void brokenTables_areRefusedWithTheirPlace(String text, String part) {
        refused(part, () -> table(unescaped(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "abc|f.csv, line 3, column 'x': expected a number, found 'abc'; correct it, or leave the cell empty",
                "1;5|found '1;5'",
                "12 V|found '12 V'",
                "0x1p3|found '0x1p3'",
                "1d|found '1d'",
                "1e|found '1e'",
                "--1|found '--1'",
                "inf|only finite numbers",
                "-Infinity|only finite numbers",
                "1e999|is too large for a double",
                "\"1,5\"|write decimals with a point, as in 1.5",
                "٣|found '٣'"
            })
    void textAmongNumbers_isRefusedWithItsPlace(String cell, String part) {
        refused(part, () -> table("t,x\n0,1\n1," + cell + "\n2,3\n").numbers("x"));
    }

    @Test
    void unknownColumns_areRefusedWithTheNearest() {
        refused(
                "f.csv has no column 'angl'; did you mean angle?",
                () -> table("t,angle\n0,1\n").numbers("angl"));
    }

    @Test
    void bytesThatAreNotText_areRefused() {
        byte[] latin = "t,größe\n0,1\n".getBytes(Charset.forName("ISO-8859-1"));
        assertTrue(refusal(() -> Table.parse("f", latin)).contains("save it as UTF-8"));
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            try {
                Table.parse("f", bytes);
            } catch (BadData e) {
                assertTrue(e.getMessage().startsWith("f"), e.getMessage());
            }
        }
    }

    @Test
    void randomText_neverEscapesAsAnotherException() {
        SplittableRandom random = new SplittableRandom(9);
        String alphabet = "tx01,,;\t\"\"\n\r #.-eNa ";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(40); j > 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                Columns.defaults().read(table(text.toString()));
            } catch (BadData e) {
                assertFalse(e.getMessage().isBlank());
            }
        }
    }

    @Test
    void manyRows_areReadInTime(@TempDir Path folder) throws Exception {
        StringBuilder text = new StringBuilder("t,x,y\n");
        for (int i = 0; i < 200_000; i++) {
            text.append(i).append(",0.5,").append(i / 7.0).append('\n');
        }
        Path file = Files.writeString(folder.resolve("big.csv"), text);
        long start = System.nanoTime();
        assertEquals(200_000, Columns.defaults().read(Table.read(file)).series().length());
        assertTrue(System.nanoTime() - start < 20e9, "slower than 10,000 rows a second");
    }

    @Test
    void filesThatAreNotThere_areRefused(@TempDir Path folder) {
        assertTrue(refusal(() -> Table.read(folder.resolve("no.csv"))).contains("does not exist"));
        assertTrue(refusal(() -> Table.read(folder)).contains("is not a file"));
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\u0000", "\u0000");
    }

    static Table table(String text) {
        return Table.parse("f.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String refusal(Executable reading) {
        return assertThrows(BadData.class, reading).getMessage();
    }

    private static void refused(String part, Executable reading) {
        assertTrue(refusal(reading).contains(part), refusal(reading));
    }
}
