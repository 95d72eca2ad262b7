package org.nde4j.experiments.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;

/** Where one array lies in a safetensors file, after its header: from one byte to another. */
record TensorEntry(String name, int width, Shape shape, long from, long to) {
    private static final Set<String> KEYS = Set.of("dtype", "shape", "data_offsets");

    static Map<String, Object> json(String type, Shape shape, long from, long to) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("dtype", type);
        entry.put("shape", Arrays.stream(shape.dims()).boxed().toList());
        entry.put("data_offsets", List.of(from, to));
        return entry;
    }

    /* All arrays but the metadata, in the order of the data, which they fill without holes. */
    static Map<String, Array> arrays(Map<String, Object> header, String metadata, ByteBuffer data) {
        List<TensorEntry> entries = new ArrayList<>();
        header.forEach((name, entry) -> {
            if (!name.equals(metadata)) {
                entries.add(of(name, entry));
            }
        });
        entries.sort(Comparator.comparingLong(TensorEntry::from));
        long end = 0;
        for (TensorEntry e : entries) {
            check(e.from == end, "array %s begins at byte %d, but the arrays before end at %d", e.name, e.from, end);
            end = e.to;
        }
        check(end == data.remaining(), "the arrays take %d bytes, but there are %d", end, data.remaining());
        Map<String, Array> arrays = new LinkedHashMap<>();
        entries.forEach(e -> arrays.put(e.name, e.read(data)));
        return arrays;
    }

    private static TensorEntry of(String name, Object entry) {
        check(entry instanceof Map<?, ?> map && map.keySet().equals(KEYS), "array %s needs exactly %s", name, KEYS);
        Map<?, ?> map = (Map<?, ?>) entry;
        int width = width(name, map.get("dtype"));
        long[] offsets = numbers(name, "data_offsets", map.get("data_offsets"));
        check(offsets.length == 2, "array %s has %d data_offsets instead of 2", name, offsets.length);
        Shape shape = shape(name, numbers(name, "shape", map.get("shape")));
        long bytes = offsets[1] - offsets[0];
        check(
                bytes == (long) width * shape.size(),
                "array %s of shape %s has %d bytes instead of %d",
                name,
                shape,
                bytes,
                (long) width * shape.size());
        return new TensorEntry(name, width, shape, offsets[0], offsets[1]);
    }

    private static int width(String name, Object type) {
        check("F64".equals(type) || "F32".equals(type), "array %s is of type %s; F64 and F32 can be read", name, type);
        return "F64".equals(type) ? Double.BYTES : Float.BYTES;
    }

    private static long[] numbers(String name, String key, Object value) {
        check(
                value instanceof List<?> list && list.stream().allMatch(n -> n instanceof Long l && l >= 0),
                "array %s has %s %s; it must be a list of whole numbers, none negative",
                name,
                key,
                value);
        return ((List<?>) value).stream().mapToLong(n -> (Long) n).toArray();
    }

    private static Shape shape(String name, long[] lengths) {
        try {
            return Shape.of(Arrays.stream(lengths).mapToInt(Math::toIntExact).toArray());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new BadData("array " + name + " has shape " + Arrays.toString(lengths) + ": " + e.getMessage());
        }
    }

    private Array read(ByteBuffer data) {
        ByteBuffer in = data.slice((int) from, (int) (to - from)).order(ByteOrder.LITTLE_ENDIAN);
        Array a = Array.zeros(shape);
        Arrays.setAll(a.values(), i -> width == Double.BYTES ? in.getDouble() : in.getFloat());
        return a;
    }

    private static void check(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new BadData(message.formatted(values));
        }
    }
}
