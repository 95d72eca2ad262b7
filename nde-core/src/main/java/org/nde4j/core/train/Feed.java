package org.nde4j.core.train;

import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;

/** Fills the data inputs of a loss program before a step. */
@FunctionalInterface
public interface Feed {
    /**
     * Fills.
     *
     * @param step how many steps were taken before
     * @param data one array a data input, in order
     */
    void fill(long step, double[][] data);

    /** The same data at every step. */
    static Feed fixed(Array... arrays) {
        return (step, data) -> {
            for (int i = 0; i < arrays.length; i++) {
                System.arraycopy(arrays[i].values(), 0, data[i], 0, data[i].length);
            }
        };
    }

    /**
     * The rows of a minibatch: row k of data input i is row {@code batch[k]} of array i.
     *
     * @param batches which rows, over {@code batches.items()} of them
     * @param arrays [items, ...] each
     */
    static Feed rows(Minibatches batches, Array... arrays) {
        for (Array a : arrays) {
            Shape s = a.shape();
            if (s.rank() == 0 || s.dim(0) != batches.items()) {
                throw new IllegalArgumentException(
                        "minibatches of " + batches.items() + " items need arrays with as many rows, got shape " + s);
            }
        }
        Minibatches.Bench bench = batches.open();
        return (step, data) -> {
            int[] rows = bench.at(step);
            for (int i = 0; i < arrays.length; i++) {
                int width = arrays[i].shape().inner(0);
                for (int k = 0; k < rows.length; k++) {
                    System.arraycopy(arrays[i].values(), rows[k] * width, data[i], k * width, width);
                }
            }
        };
    }
}
