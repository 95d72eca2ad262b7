package org.nde4j.core.work;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A text: the number of its UTF-8 bytes, then the bytes. */
final class TextCodec implements Codec<String> {

    private static final int BLOCK = 1 << 16;

    @Override
    public void write(String value, DataOutput out) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public String read(DataInput in) throws IOException {
        int length = ListCodec.length(in);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int from = 0; from < length; from += BLOCK) {
            byte[] block = new byte[Math.min(BLOCK, length - from)];
            in.readFully(block);
            bytes.write(block);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
