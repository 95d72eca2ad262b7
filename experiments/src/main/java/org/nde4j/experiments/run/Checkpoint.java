package org.nde4j.experiments.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * A kept value with all that is needed to know that it is whole and whose it is.
 *
 * <p>Its bytes: {@code "NDE4JCKP"}, format version, name, key, sequence number, length of the value, the value, its
 * CRC32C, and the SHA-256 of everything before. Any change of the bytes is detected.
 *
 * @param name the name of the piece of work
 * @param key what it was computed from: configuration, code and data
 * @param sequence how many were kept before it under this name
 * @param value the bytes of the value
 */
record Checkpoint(String name, String key, long sequence, byte[] value) {

    private static final long MAGIC = 0x4E_44_45_34_4A_43_4B_50L;
    private static final int FORMAT = 1;
    private static final int DIGEST_LENGTH = 32;

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(MAGIC);
            out.writeInt(FORMAT);
            out.writeUTF(name);
            out.writeUTF(key);
            out.writeLong(sequence);
            out.writeInt(value.length);
            out.write(value);
            out.writeInt(crc(value));
            out.write(Digest.sha256().digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The checkpoint in these bytes.
     *
     * @throws IOException if they are not exactly what {@link #bytes()} made
     */
    static Checkpoint of(byte[] bytes) throws IOException {
        int body = bytes.length - DIGEST_LENGTH;
        if (body <= 0) {
            throw new IOException("it is cut off after " + bytes.length + " bytes");
        }
        byte[] digest = Digest.sha256().digest(Arrays.copyOf(bytes, body));
        if (!Arrays.equals(digest, Arrays.copyOfRange(bytes, body, bytes.length))) {
            throw new IOException("its SHA-256 does not fit its bytes");
        }
        return read(new DataInputStream(new ByteArrayInputStream(bytes, 0, body)));
    }

    private static Checkpoint read(DataInputStream in) throws IOException {
        check(in.readLong() == MAGIC, "it is not a checkpoint");
        int format = in.readInt();
        check(format == FORMAT, "its format is " + format + ", this version reads " + FORMAT);
        String name = in.readUTF();
        String key = in.readUTF();
        long sequence = in.readLong();
        int length = in.readInt();
        check(length == in.available() - Integer.BYTES, "its length does not fit");
        byte[] value = in.readNBytes(length);
        check(in.readInt() == crc(value), "its CRC32C does not fit its value");
        return new Checkpoint(name, key, sequence, value);
    }

    private static void check(boolean holds, String complaint) throws IOException {
        if (!holds) {
            throw new IOException(complaint);
        }
    }

    private static int crc(byte[] value) {
        CRC32C crc = new CRC32C();
        crc.update(value);
        return (int) crc.getValue();
    }
}
