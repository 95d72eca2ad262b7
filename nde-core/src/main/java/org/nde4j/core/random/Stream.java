package org.nde4j.core.random;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.rng.ArbitrarilyJumpableUniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;

/**
 * A stream of random numbers; for one thread. Every number is a function of the stream's name and of how many 64-bit words
 * were drawn before; uniform and normal numbers take one word each. The same words as {@code numpy.random.Philox} for the
 * same key and counter.
 */
public final class Stream implements RandomGenerator {
    private final long[] name;
    private Philox4x64 words;
    private long position;

    private Stream(long[] name) {
        this.name = name;
        this.words = new Philox4x64(name);
    }

    /** The stream of a key of two words and a counter of four, the first counter word being the fastest. */
    public static Stream philox(long key0, long key1, long counter0, long counter1, long counter2, long counter3) {
        return new Stream(new long[] {key0, key1, counter0, counter1, counter2, counter3});
    }

    /** The stream where {@link #state} left it. */
    public static Stream of(byte[] state) {
        if (state.length != 56) {
            throw new IllegalArgumentException("A stream's state has 56 bytes, but there are " + state.length
                    + "; pass what Stream.state() returned.");
        }
        ByteBuffer buffer = ByteBuffer.wrap(state);
        long[] name = new long[6];
        buffer.asLongBuffer().get(name);
        return new Stream(name).seek(buffer.getLong(48));
    }

    /** Key, counter and position, 56 bytes. */
    public byte[] state() {
        ByteBuffer buffer = ByteBuffer.allocate(56);
        buffer.asLongBuffer().put(name).put(position);
        return buffer.array();
    }

    /** How many 64-bit words were drawn. */
    public long position() {
        return position;
    }

    /** Continues at a position, at no cost for its distance; below 2^53. */
    public Stream seek(long position) {
        if (position < 0 || position > 1L << 53) {
            throw new IllegalArgumentException(
                    "A stream's position is within 0..2^53, but " + position + " was asked for.");
        }
        words = new Philox4x64(name);
        ((ArbitrarilyJumpableUniformRandomProvider) words).jump((double) position);
        this.position = position;
        return this;
    }

    @Override
    public long nextLong() {
        position++;
        return words.nextLong();
    }

    /** Uniform in [0, 1), a multiple of 2^-53. */
    public double uniform() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** Uniform in [low, high). */
    public double uniform(double low, double high) {
        double x = low + (high - low) * uniform();
        return x < high ? x : Math.nextDown(high);
    }

    /** Standard normal, the quantile of one uniform number. */
    public double normal() {
        return NormalQuantile.of(((nextLong() >>> 11) + 0.5) * 0x1p-53);
    }

    @Override
    public int nextInt() {
        return (int) (nextLong() >>> 32);
    }

    /** Uniform in 0..bound-1, without bias. */
    @Override
    public int nextInt(int bound) {
        return (int) nextLong(bound);
    }

    @Override
    public int nextInt(int origin, int bound) {
        return (int) (origin + nextLong((long) bound - origin));
    }

    /** Uniform in 0..bound-1, without bias: multiplication with rejection (Lemire 2019, doi 10.1145/3230636). */
    @Override
    public long nextLong(long bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("The bound must be positive, but is " + bound + ".");
        }
        long word = nextLong();
        long low = word * bound;
        if (Long.compareUnsigned(low, bound) < 0) {
            long threshold = Long.remainderUnsigned(-bound, bound);
            while (Long.compareUnsigned(low, threshold) < 0) {
                word = nextLong();
                low = word * bound;
            }
        }
        return Math.multiplyHigh(word, bound) + (word >> 63 & bound);
    }

    @Override
    public long nextLong(long origin, long bound) {
        long span = bound - origin;
        if (origin < bound && span > 0) {
            return origin + nextLong(span);
        }
        if (origin >= bound) {
            throw new IllegalArgumentException(
                    "Nothing lies in [" + origin + ", " + bound + "); the bound must be larger.");
        }
        long x = nextLong();
        while (x < origin || x >= bound) {
            x = nextLong();
        }
        return x;
    }

    @Override
    public boolean nextBoolean() {
        return nextLong() < 0;
    }

    @Override
    public double nextDouble() {
        return uniform();
    }

    @Override
    public double nextDouble(double bound) {
        return uniform(0, bound);
    }

    @Override
    public double nextDouble(double origin, double bound) {
        return uniform(origin, bound);
    }

    @Override
    public float nextFloat() {
        return (nextLong() >>> 40) * 0x1p-24f;
    }

    @Override
    public double nextGaussian() {
        return normal();
    }

    @Override
    public double nextGaussian(double mean, double deviation) {
        return mean + deviation * normal();
    }

    /** Exponentially distributed with mean 1. */
    @Override
    public double nextExponential() {
        return -org.nde4j.core.kernel.Elementary.log(((nextLong() >>> 11) + 0.5) * 0x1p-53);
    }

    /** Fills n elements with uniform numbers in [low, high). */
    public void fillUniform(double[] x, int from, int n, double low, double high) {
        for (int i = from; i < from + n; i++) {
            x[i] = uniform(low, high);
        }
    }

    /** Fills n elements with normal numbers. */
    public void fillNormal(double[] x, int from, int n, double mean, double deviation) {
        for (int i = from; i < from + n; i++) {
            x[i] = mean + deviation * normal();
        }
    }

    /** Brings the items into a random order, all orders being equally likely. */
    public void shuffle(int[] items) {
        for (int i = items.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int item = items[i];
            items[i] = items[j];
            items[j] = item;
        }
    }

    /** The numbers 0..n-1 in a random order. */
    public int[] permutation(int n) {
        int[] items = new int[n];
        Arrays.setAll(items, i -> i);
        shuffle(items);
        return items;
    }

    @Override
    public String toString() {
        return "Stream" + Arrays.toString(name) + "@" + position;
    }
}
