package org.nde4j.experiments.report;

/** File names from names in the data. */
final class Names {
    private Names() {}

    /** The name itself if it is safe in every file system, else its number. */
    static String file(String name, int number) {
        return name.matches("[A-Za-z0-9_]{1,24}") ? name : Integer.toString(number + 1);
    }
}
