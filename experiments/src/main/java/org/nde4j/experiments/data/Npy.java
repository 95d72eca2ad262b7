package org.nde4j.experiments.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;

/**
 * One array in NumPy's own format (<a
 * href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>).
 *
 * <p>Written are doubles. Read are doubles, floats, whole numbers of up to 64 bits that a double holds exactly, and
 * booleans, of either byte order and either order of axes. Objects, which are pickled Python, are refused.
 */
public final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 10_000;
    private static final Pattern ENTRY =
            Pattern.compile("\\s*'(\\w+)'\\s*:\\s*('[^']*'|True|False|\\([\\d,\\s]*\\))\\s*(,|(?=\\}))");
    private static final Pattern TYPE = Pattern.compile("([<>|=])([fiub])([1248])");

    private Npy() {}

    /** The bytes of a file with this array; the same on every Java. */
    public static byte[] bytes(Array array) {
        String shape = Arrays.stream(array.shape().dims())
                .mapToObj(d -> d + (array.shape().rank() == 1 ? "," : ""))
                .collect(Collectors.joining(", ", "(", ")"));
        String dict = "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }";
        int padding = -(MAGIC.length + 4 + dict.length() + 1) & 63;
        byte[] header = (dict + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
        int length = Math.addExact(
                MAGIC.length + 4 + header.length,
                Math.multiplyExact(8, array.shape().size()));
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) header.length)
                .put(header);
        out.asDoubleBuffer().put(array.values());
        return out.array();
    }

    /**
     * The array in the bytes of a file.
     *
     * @throws BadData if they are not a sound file of this format, or hold what is not a number
     */
    public static Array array(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, String> header = header(in);
        Shape shape = shape(header.get("shape"));
        Array read = numbers(header.get("descr"), shape, in);
        return header.get("fortran_order").equals("True") ? turned(read) : read;
    }

    private static Map<String, String> header(ByteBuffer in) {
        check(in.remaining() >= 12 && in.slice(0, 6).equals(ByteBuffer.wrap(MAGIC)), "this is no npy file");
        int version = in.get(6);
        check(version >= 1 && version <= 3, "version %d of the npy format is not known", version);
        in.position(8);
        long length = version == 1 ? in.getShort() & 0xffff : in.getInt() & 0xffffffffL;
        check(length <= LONGEST_HEADER && length <= in.remaining(), "a header of %d bytes is too long", length);
        byte[] header = new byte[(int) length];
        in.get(header);
        return dict(new String(header, StandardCharsets.ISO_8859_1).strip());
    }

    private static Map<String, String> dict(String text) {
        Map<String, String> entries = new LinkedHashMap<>();
        check(text.startsWith("{") && text.endsWith("}"), "the header %s is no dictionary", text);
        Matcher entry = ENTRY.matcher(text).region(1, text.length());
        int at = 1;
        while (entry.lookingAt()) {
            check(entries.put(entry.group(1), entry.group(2)) == null, "%s occurs twice in %s", entry.group(1), text);
            at = entry.end();
            entry.region(at, text.length());
        }
        boolean sound = text.substring(at).strip().equals("}")
                && entries.keySet().equals(Set.of("descr", "fortran_order", "shape"))
                && entries.get("descr").startsWith("'")
                && entries.get("shape").startsWith("(")
                && entries.get("fortran_order").matches("True|False");
        check(sound, "the header %s is not that of a plain array", text);
        return entries;
    }

    private static Shape shape(String tuple) {
        String[] parts = tuple.substring(1, tuple.length() - 1).strip().split("\\s*,\\s*");
        try {
            return Shape.of(Arrays.stream(parts)
                    .filter(p -> !p.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new BadData("the shape " + tuple + " cannot be read: " + e.getMessage());
        }
    }

    private static Array numbers(String quoted, Shape shape, ByteBuffer in) {
        Matcher type = TYPE.matcher(quoted.substring(1, quoted.length() - 1));
        check(type.matches(), "an array of type %s cannot be read; save it as float64", quoted);
        int width = Integer.parseInt(type.group(3));
        check(
                in.remaining() == (long) width * shape.size(),
                "shape %s of type %s needs %d bytes, but there are %d",
                shape,
                quoted,
                (long) width * shape.size(),
                in.remaining());
        in.order(type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        Array a = Array.zeros(shape);
        for (int i = 0; i < a.values().length; i++) {
            a.values()[i] = number(type.group(2) + width, quoted, in);
        }
        return a;
    }

    private static double number(String type, String quoted, ByteBuffer in) {
        return switch (type) {
            case "f8" -> in.getDouble();
            case "f4" -> in.getFloat();
            case "i8" -> exact(in.getLong());
            case "i4" -> in.getInt();
            case "i2" -> in.getShort();
            case "i1" -> in.get();
            case "u4" -> in.getInt() & 0xffffffffL;
            case "u2" -> in.getShort() & 0xffff;
            case "u1", "b1" -> in.get() & 0xff;
            default -> throw new BadData("an array of type " + quoted + " cannot be read; save it as float64");
        };
    }

    private static double exact(long x) {
        check((long) (double) x == x && x != Long.MAX_VALUE, "%d is no double; save the array as float64", x);
        return x;
    }

    /* From the first axis fastest to the last axis fastest. */
    private static Array turned(Array a) {
        int[] dims = a.shape().dims();
        Array result = Array.zeros(a.shape());
        int[] index = new int[dims.length];
        for (double value : a.values()) {
            int at = 0;
            for (int k = 0; k < dims.length; k++) {
                at = at * dims[k] + index[k];
            }
            result.values()[at] = value;
            for (int k = 0; k < dims.length && ++index[k] == dims[k]; k++) {
                index[k] = 0;
            }
        }
        return result;
    }

    private static void check(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new BadData(message.formatted(values));
        }
    }
}
