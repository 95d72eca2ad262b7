package org.nde4j.core.train;

/**
 * When to stop because nothing gets better.
 *
 * @param patience after how many validations without improvement; at least 1
 * @param least by how much a loss must be lower than the best to be an improvement, not negative
 */
public record EarlyStopping(int patience, double least) {
    /** Never stops early. */
    public static final EarlyStopping NEVER = new EarlyStopping(Integer.MAX_VALUE, 0);

    /** Checks the ranges. */
    public EarlyStopping {
        Checks.positive("patience", patience);
        Checks.notNegative("least", least);
    }

    /** Stops after this many validations without any improvement. */
    public static EarlyStopping after(int patience) {
        return new EarlyStopping(patience, 0);
    }

    /** Whether a loss improves on the best so far. */
    public boolean improves(double loss, double best) {
        return loss < best - least;
    }
}
