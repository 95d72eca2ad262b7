package org.nde4j.experiments.run;

/** Who is told how far the work is. Called by any thread, at every step: must be quick. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress SILENT = (stage, done, total, message) -> {};

    /**
     * How far a stage is.
     *
     * @param stage what is being done
     * @param done how many of the total are done
     * @param total how many there are; not positive when unknown
     * @param message what else to show, or an empty text
     */
    void at(String stage, long done, long total, String message);
}
