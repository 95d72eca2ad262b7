package org.nde4j.core.work;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A list: its length, then its elements. */
record ListCodec<T>(Codec<T> element) implements Codec<List<T>> {

    @Override
    public void write(List<T> values, DataOutput out) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            element.write(value, out);
        }
    }

    @Override
    public List<T> read(DataInput in) throws IOException {
        int length = length(in);
        List<T> values = new ArrayList<>(Math.min(length, 1024));
        for (int i = 0; i < length; i++) {
            values.add(element.read(in));
        }
        return Collections.unmodifiableList(values);
    }

    static int length(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            throw new IOException("a length of " + length + " was read; the bytes hold something else");
        }
        return length;
    }
}
