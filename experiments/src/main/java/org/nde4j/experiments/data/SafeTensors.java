package org.nde4j.experiments.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nde4j.core.array.Array;
import org.nde4j.core.network.Parameters;
import org.nde4j.experiments.config.Json;

/**
 * Weights in a file that PyTorch, JAX and others read: the safetensors format, a length of 8 bytes, a JSON header, the
 * raw numbers (<a href="https://github.com/huggingface/safetensors">github.com/huggingface/safetensors</a>).
 *
 * <p>Read strictly: every array lies inside the file and has the length of its shape, arrays neither overlap nor leave
 * holes, no key occurs twice, the header has at most 16 MB. Numbers of type F64 and F32 are read; nothing is allocated
 * from a number in the header before it was compared with the bytes that are there.
 *
 * @param parameters the arrays, in the order in which they lie in the file
 * @param metadata texts that go with them
 */
public record SafeTensors(Parameters parameters, Map<String, String> metadata) {
    private static final int LARGEST_HEADER = 16 << 20;
    private static final String METADATA = "__metadata__";

    /** Copies the metadata. */
    public SafeTensors {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** How numbers are written. */
    public enum Precision {
        /** As doubles, to the bit. */
        F64(Double.BYTES),
        /** As floats, rounded; half the size. */
        F32(Float.BYTES);

        private final int bytes;

        Precision(int bytes) {
            this.bytes = bytes;
        }

        private void put(String name, double x, ByteBuffer out) {
            if (this == F64) {
                out.putDouble(x);
            } else if (Float.isInfinite((float) x) && !Double.isInfinite(x)) {
                throw new BadData("parameter " + name + " holds " + x + ", too great for F32; write F64");
            } else {
                out.putFloat((float) x);
            }
        }
    }

    /** The bytes of a file with these arrays; the same on every Java. */
    public byte[] bytes(Precision precision) {
        byte[] header = header(precision);
        int length = Math.addExact(8 + header.length, Math.multiplyExact(parameters.size(), precision.bytes));
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(header.length).put(header);
        for (String name : parameters.names()) {
            for (double x : parameters.get(name).values()) {
                precision.put(name, x, out);
            }
        }
        return out.array();
    }

    private byte[] header(Precision precision) {
        Map<String, Object> entries = new LinkedHashMap<>();
        if (!metadata.isEmpty()) {
            entries.put(METADATA, metadata);
        }
        long from = 0;
        for (String name : parameters.names()) {
            Array a = parameters.get(name);
            long to = from + (long) precision.bytes * a.shape().size();
            if (entries.put(name, TensorEntry.json(precision.name(), a.shape(), from, to)) != null) {
                throw new BadData(
                        "a parameter is named " + METADATA + ", which the format keeps for itself; rename it");
            }
            from = to;
        }
        String text = Json.line(entries);
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return (text + " ".repeat(-length & 7)).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a file.
     *
     * @throws BadData if it is not a sound file of this format
     * @throws IOException if it cannot be read
     */
    public static SafeTensors read(Path file) throws IOException {
        try {
            return read(Files.readAllBytes(file));
        } catch (BadData e) {
            throw new BadData(file + ": " + e.getMessage());
        }
    }

    /**
     * Reads the bytes of a file.
     *
     * @throws BadData if they are not a sound file of this format
     */
    public static SafeTensors read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, Object> header = header(in);
        Map<String, String> metadata = new LinkedHashMap<>();
        if (header.get(METADATA) instanceof Map<?, ?> texts) {
            texts.forEach((key, text) -> metadata.put((String) key, text(key, text)));
        } else if (header.containsKey(METADATA)) {
            throw new BadData(METADATA + " is not an object of texts");
        }
        return new SafeTensors(Parameters.of(TensorEntry.arrays(header, METADATA, in.slice())), metadata);
    }

    private static String text(Object key, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new BadData("the metadata " + key + " is " + value + "; the format allows texts only");
    }

    private static Map<String, Object> header(ByteBuffer in) {
        long length = in.remaining() < 8 ? -1 : in.getLong();
        if (length < 2 || length > in.remaining() || length > LARGEST_HEADER) {
            throw new BadData("this is no safetensors file: its first 8 bytes give a header of " + length
                    + " bytes, but " + in.remaining() + " follow and at most " + LARGEST_HEADER + " are allowed");
        }
        ByteBuffer part = in.slice(in.position(), (int) length);
        in.position(in.position() + (int) length);
        if (part.get(0) != '{') {
            throw new BadData("this is no safetensors file: its header does not begin with {");
        }
        try {
            return Json.object(StandardCharsets.UTF_8.newDecoder().decode(part).toString());
        } catch (CharacterCodingException e) {
            throw new BadData("the header is not UTF-8");
        } catch (IllegalArgumentException e) {
            throw new BadData("the header is not sound: " + e.getMessage());
        }
    }
}
