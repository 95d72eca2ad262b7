package org.nde4j.core.random;

/** A bijection of 64-bit words in which every input bit moves about half of the output bits. */
final class Hash {
    private Hash() {}

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014, doi 10.1145/2660193.2660195). */
    static long mix(long x) {
        long z = x + 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
