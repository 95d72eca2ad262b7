package org.nde4j.core.work;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** An array of doubles: its length, then the raw bits, in blocks so that a false length costs no memory. */
final class DoublesCodec implements Codec<double[]> {

    private static final int BLOCK = 1 << 13;

    @Override
    public void write(double[] value, DataOutput out) throws IOException {
        out.writeInt(value.length);
        for (int from = 0; from < value.length; from += BLOCK) {
            int n = Math.min(BLOCK, value.length - from);
            ByteBuffer block = ByteBuffer.allocate(n * Double.BYTES);
            for (int i = from; i < from + n; i++) {
                block.putLong(Double.doubleToRawLongBits(value[i]));
            }
            out.write(block.array());
        }
    }

    @Override
    public double[] read(DataInput in) throws IOException {
        int length = ListCodec.length(in);
        double[] value = new double[Math.min(length, BLOCK)];
        for (int from = 0; from < length; from += BLOCK) {
            int n = Math.min(BLOCK, length - from);
            byte[] block = new byte[n * Double.BYTES];
            in.readFully(block);
            value = from + n <= value.length ? value : Arrays.copyOf(value, grown(from + n, value.length, length));
            ByteBuffer bits = ByteBuffer.wrap(block);
            for (int i = from; i < from + n; i++) {
                value[i] = Double.longBitsToDouble(bits.getLong());
            }
        }
        return value;
    }

    private static int grown(int needed, int held, int length) {
        return (int) Math.min(length, Math.max(needed, 2L * held));
    }
}
