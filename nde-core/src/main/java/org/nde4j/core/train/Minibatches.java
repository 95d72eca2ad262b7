package org.nde4j.core.train;

import org.nde4j.core.random.Streams;

/**
 * Which items (rows, segments, trajectories) a step looks at: in every epoch all of them in another random order,
 * some at a time. All batches have the same size; what is left over at the end of an epoch waits for the next.
 *
 * <p>The order of an epoch follows from seed and epoch alone, so a step can be found again without the ones before.
 *
 * @param items how many there are
 * @param size how many a step looks at, 1 to items
 * @param seed the seed of the orders
 */
public record Minibatches(int items, int size, long seed) {
    /** Checks the size. */
    public Minibatches {
        if (size < 1 || size > items) {
            throw new IllegalArgumentException("a minibatch of " + size + " out of " + items
                    + " items; its size must be at least 1 and at most their number");
        }
    }

    /** How many batches an epoch has. */
    public int perEpoch() {
        return items / size;
    }

    /** The order of all items in an epoch, a new array. */
    public int[] order(long epoch) {
        return Streams.of(seed).stream("minibatches", epoch).permutation(items);
    }

    /** The bench, which remembers the order of one epoch. */
    public Bench open() {
        return new Bench(this);
    }

    /** Finds the items of a step. */
    public static final class Bench {
        private final Minibatches batches;
        private final int[] batch;
        private long epoch = -1;
        private int[] order;

        private Bench(Minibatches batches) {
            this.batches = batches;
            this.batch = new int[batches.size];
        }

        /**
         * The items of a step, valid until the next call.
         *
         * @param step how many steps were taken before
         */
        public int[] at(long step) {
            if (epoch != step / batches.perEpoch()) {
                epoch = step / batches.perEpoch();
                order = batches.order(epoch);
            }
            int from = (int) (step % batches.perEpoch()) * batches.size;
            System.arraycopy(order, from, batch, 0, batch.length);
            return batch;
        }
    }
}
