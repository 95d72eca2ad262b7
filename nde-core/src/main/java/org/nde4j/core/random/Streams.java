package org.nde4j.core.random;

import java.nio.charset.StandardCharsets;

/**
 * All random numbers of a computation, each determined by what it is for: a stream is named by a purpose and up to two
 * indices (say trajectory and epoch), and who asks first, or on which thread, makes no difference.
 *
 * <p>The generator is Philox4x64-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", 2011, doi
 * 10.1145/2063384.2063405). Its key is a hash of seed and branch; its counter is the words (draw, second index, first index,
 * hash of the purpose).
 */
public final class Streams {
    private final long first;
    private final long second;

    private Streams(long first, long second) {
        this.first = first;
        this.second = second;
    }

    /** The streams of a seed. */
    public static Streams of(long seed) {
        return new Streams(Hash.mix(seed), Hash.mix(seed ^ 0x9e3779b97f4a7c15L));
    }

    /** Streams unrelated to these, for a named part of the computation that names its own streams. */
    public Streams branch(String name, long... index) {
        long hash = hash(name, index, 0);
        return new Streams(Hash.mix(first ^ hash), Hash.mix(second + Hash.mix(hash)));
    }

    /** The stream for a purpose and indices. */
    public Stream stream(String purpose, long... index) {
        long outer = index.length > 0 ? index[0] : 0;
        long inner = index.length > 1 ? index[1] : 0;
        return Stream.philox(first, second, 0, inner, outer, hash(purpose, index, 2));
    }

    /** Hash of a name, the number of indices and those from a position on. */
    private static long hash(String name, long[] index, int from) {
        long hash = Hash.mix(index.length);
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = Hash.mix(hash ^ b);
        }
        for (int i = from; i < index.length; i++) {
            hash = Hash.mix(hash ^ Hash.mix(index[i]));
        }
        return hash;
    }
}
