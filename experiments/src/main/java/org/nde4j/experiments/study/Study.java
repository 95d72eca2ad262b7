package org.nde4j.experiments.study;

import org.nde4j.experiments.data.Table;

/**
 * An experiment that can be run by name, with a configuration, into a run folder.
 *
 * <p>A study is a pure function of its configuration, its data and the seed: all that it writes into the folder must be
 * the same bits when it runs again, on any number of threads, or goes on after a kill. What a clock says goes into files whose
 * names begin with {@code seconds} and a dot or a hyphen, which are not compared.
 *
 * @param <C> the configuration; its defaults are what its static method {@code defaults()} returns
 */
public interface Study<C extends Record> {

    /** The name by which it is run: letters, digits, dots, hyphens and underscores. */
    String name();

    /** What it does, in one line. */
    String summary();

    /** The class of the configuration. */
    Class<C> configuration();

    /** Whether it needs a data file. */
    default boolean needsData() {
        return false;
    }

    /**
     * Looks at the data before there is a folder, so that what cannot be used leaves none behind.
     *
     * @param configuration what is asked for
     * @param table the data file
     * @throws org.nde4j.experiments.data.BadData if the data cannot be used
     */
    default void check(C configuration, Table table) {}

    /**
     * Runs it.
     *
     * @param configuration what is asked for
     * @param context where results go and what does the work
     * @return how it ended
     * @throws org.nde4j.core.work.Stopped if it was asked to stop; it can be resumed
     * @throws org.nde4j.experiments.data.BadData if the data cannot be used
     */
    Conclusion run(C configuration, StudyContext context);
}
