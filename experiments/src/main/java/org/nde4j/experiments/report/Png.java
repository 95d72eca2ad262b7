package org.nde4j.experiments.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * Writes a picture of the colors of {@link Palette} as PNG. Its bytes are not compressed, since compressed ones would depend
 * on the library of the machine; a byte a dot is small enough for the pictures here.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BLOCK = 65535;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Png() {}

    /**
     * A picture as an address that holds all of it.
     *
     * @param width dots in a row
     * @param colors numbers of colors, row by row from the top
     */
    static String address(int width, int[] colors) {
        Png png = new Png();
        png.out.writeBytes(SIGNATURE);
        png.header(width, colors.length / width);
        png.palette();
        png.chunk("IDAT", stored(rows(width, colors)));
        png.chunk("IEND", new byte[0]);
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.out.toByteArray());
    }

    /* 8 bits a dot, with a palette. */
    private void header(int width, int height) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        number(header, width);
        number(header, height);
        header.writeBytes(new byte[] {8, 3, 0, 0, 0});
        chunk("IHDR", header.toByteArray());
    }

    /* The last color, that of no value, is transparent. */
    private void palette() {
        byte[] colors = new byte[3 * (Palette.COLORS + 1)];
        byte[] opacity = new byte[Palette.COLORS + 1];
        for (int i = 0; i < Palette.COLORS; i++) {
            int color = Palette.color(i);
            colors[3 * i] = (byte) (color >> 16);
            colors[3 * i + 1] = (byte) (color >> 8);
            colors[3 * i + 2] = (byte) color;
            opacity[i] = (byte) 255;
        }
        chunk("PLTE", colors);
        chunk("tRNS", opacity);
    }

    /* Each row after a byte that says it is as it is. */
    private static byte[] rows(int width, int[] colors) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        for (int i = 0; i < colors.length; i++) {
            if (i % width == 0) rows.write(0);
            rows.write(colors[i]);
        }
        return rows.toByteArray();
    }

    /* The zlib format, with blocks that are stored. */
    private static byte[] stored(byte[] bytes) {
        ByteArrayOutputStream zlib = new ByteArrayOutputStream();
        zlib.writeBytes(new byte[] {0x78, 0x01});
        for (int from = 0; from < bytes.length; from += BLOCK) {
            int length = Math.min(BLOCK, bytes.length - from);
            zlib.write(from + length == bytes.length ? 1 : 0);
            zlib.writeBytes(new byte[] {(byte) length, (byte) (length >> 8), (byte) ~length, (byte) (~length >> 8)});
            zlib.write(bytes, from, length);
        }
        Adler32 sum = new Adler32();
        sum.update(bytes);
        number(zlib, (int) sum.getValue());
        return zlib.toByteArray();
    }

    private void chunk(String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        number(out, content.length);
        out.writeBytes(name);
        out.writeBytes(content);
        number(out, (int) check.getValue());
    }

    private static void number(ByteArrayOutputStream out, int value) {
        out.writeBytes(new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value});
    }
}
