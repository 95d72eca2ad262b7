package org.nde4j.experiments.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.nde4j.core.array.Array;

/**
 * Named arrays in one file, as NumPy's {@code savez} writes and {@code load} reads them: a zip archive of {@link Npy}
 * files.
 *
 * <p>Nothing is ever extracted to the disk: names of entries are keys and nothing else. Refused are names that occur
 * twice, archives of more than 1 GiB of numbers, and entries above 1 MiB that claim to shrink by more than 200.
 *
 * @param arrays by name, in the order of the file
 */
public record Npz(Map<String, Array> arrays) {
    private static final long LARGEST = 1L << 30;
    private static final long SMALL = 1L << 20;
    private static final int DENSEST = 200;
    private static final String SUFFIX = ".npy";
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Copies the map. */
    public Npz {
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    }

    /** The bytes of a file with these arrays, not compressed; the same on every Java. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, Array> each : arrays.entrySet()) {
                byte[] content = Npy.bytes(each.getValue());
                out.putNextEntry(entry(each.getKey() + SUFFIX, content));
                out.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(TIME);
        return entry;
    }

    /**
     * Reads a file.
     *
     * @throws BadData if it is not a sound archive of arrays of numbers
     * @throws IOException if it cannot be read
     */
    public static Npz read(Path file) throws IOException {
        Map<String, Array> arrays = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long total = 0;
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                total += checked(entry, total);
                String name = entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
                if (arrays.put(name, Npy.array(content(zip, entry))) != null) {
                    throw new BadData("there are two arrays " + name);
                }
            }
            return new Npz(arrays);
        } catch (ZipException e) {
            throw new BadData(file + ": this is no sound npz file: " + e.getMessage());
        } catch (BadData e) {
            throw new BadData(file + ": " + e.getMessage());
        }
    }

    private static long checked(ZipEntry entry, long before) {
        long size = entry.getSize();
        long packed = entry.getCompressedSize();
        if (!entry.getName().endsWith(SUFFIX)) {
            throw new BadData("entry " + entry.getName() + " is no array; an npz file holds *.npy only");
        }
        if (size < 0 || size > LARGEST - before) {
            throw new BadData("the arrays up to " + entry.getName() + " have more than " + LARGEST + " bytes");
        }
        if (size > SMALL && size / DENSEST > packed) {
            throw new BadData("entry " + entry.getName() + " claims to make " + size + " bytes out of " + packed
                    + "; save it without compression");
        }
        return size;
    }

    private static byte[] content(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes((int) entry.getSize());
            if (content.length != entry.getSize() || in.read() >= 0) {
                throw new BadData("entry " + entry.getName() + " does not have the " + entry.getSize()
                        + " bytes that the archive claims");
            }
            return content;
        }
    }
}
