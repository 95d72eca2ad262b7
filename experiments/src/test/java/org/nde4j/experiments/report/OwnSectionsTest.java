package org.nde4j.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnSectionsTest {
    @TempDir
    Path folder;

    /* Java's own reader shares nothing with the writer. More dots than fit into one block. */
    @Test
    void png_isReadBackByAnother() throws IOException {
        int[] colors = IntStream.range(0, 300 * 250).map(i -> i % 256).toArray();
        BufferedImage image = decoded(Png.address(300, colors));
        assertEquals(300, image.getWidth());
        assertEquals(250, image.getHeight());
        for (int i = 0; i < colors.length; i++) {
            int seen = image.getRGB(i % 300, i / 300);
            int expected = colors[i] == Palette.COLORS ? 0 : 0xff000000 | Palette.color(colors[i]);
            assertEquals(expected, seen, "dot " + i);
        }
    }

    @Test
    void palette_goesFromDarkToBright() {
        Span range = new Span(-1, 3);
        assertEquals(0x440154, Palette.color(Palette.number(-1, range)));
        assertEquals(0xfde725, Palette.color(Palette.number(3, range)));
        assertEquals(Palette.number(3, range), Palette.number(7, range));
        assertEquals(Palette.COLORS, Palette.number(Double.NaN, range));
        for (int i = 8; i < Palette.COLORS; i++) { // neighbors may be the same but for roundings
            assertTrue(luminance(Palette.color(i)) > luminance(Palette.color(i - 8)), "color " + i);
        }
    }

    private static double luminance(int color) {
        return 0.2126 * (color >> 16) + 0.7152 * (color >> 8 & 255) + 0.0722 * (color & 255);
    }

    @Test
    void map_hasItsFirstRowBelow() throws IOException {
        page(
                "{\"kind\":\"map\",\"file\":\"m.csv\",\"title\":\"M\",\"x\":\"x\",\"y\":\"t\",\"value\":\"u\",\"low\":0,\"high\":1}");
        Files.writeString(folder.resolve("m.csv"), "t,0,1\n0,0,0.5\n1,1,\n");
        Report report = Report.of(folder);
        assertTrue(report.html().contains("img-src data:"));
        assertTrue(report.html().contains("u from 0 to 1"));
        String svg = report.plots().get("m.svg");
        BufferedImage image = decoded(svg.substring(svg.lastIndexOf("data:image"), svg.lastIndexOf("\"/>")));
        assertEquals(0xff440154, image.getRGB(0, 1));
        assertEquals(0xfffde725, image.getRGB(0, 0));
        assertEquals(0, image.getRGB(1, 0)); // no value, no color
    }

    @Test
    void lines_andTablesAreOfTheFile() throws IOException {
        page("{\"kind\":\"lines\",\"file\":\"e.csv\",\"title\":\"E\",\"x\":\"h\",\"y\":[\"a\",\"b\"],\"log\":true}");
        Files.writeString(folder.resolve("e.csv"), "h,a,b,empty\n1,0.25,1,\n2,1,2,\n");
        String html = Report.of(folder).html();
        assertTrue(html.contains("data-label=\"a\"") && html.contains("data-label=\"b\""));
        assertTrue(html.contains("<td class=\"number\">0.25"));
        assertFalse(html.contains(">empty<"));
    }

    @Test
    void files_elsewhereAreNotShown() throws IOException {
        Files.writeString(folder.resolve("secret.csv"), "h,a\n1,2\n");
        Path run = Files.createDirectory(folder.resolve("run"));
        Files.writeString(run.resolve("page.json"), "{\"sections\":[{\"title\":\"T\",\"table\":\"../secret.csv\"}]}");
        assertFalse(Report.of(run).html().contains("<th scope=\"col\">h"));
    }

    @Test
    void message_ofTheStudyIsTheVerdict() throws IOException {
        page("");
        Files.writeString(folder.resolve("run.json"), "{\"status\":\"COMPLETED\",\"message\":\"All went well.\"}");
        assertTrue(Report.of(folder).html().contains("<p class=\"verdict\">All went well.</p>"));
        assertTrue(Picture.of(folder).startsWith("<svg"));
    }

    @Test
    void heat_needsAValueForEachPlace() {
        double[] two = {0, 1};
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> new Mark.Heat("", two, two, two, new Span(0, 1)));
        assertTrue(e.getMessage().contains("2 x 2 places"), e.getMessage());
    }

    private void page(String chart) throws IOException {
        Files.writeString(
                folder.resolve("page.json"),
                "{\"sections\":[{\"title\":\"Own\",\"lead\":\"\",\"charts\":[" + chart + "],\"table\":\"e.csv\"}]}");
    }

    private static BufferedImage decoded(String address) throws IOException {
        byte[] bytes = Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1));
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }
}
