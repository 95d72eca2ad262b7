package org.nde4j.core.solve.stabilized;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The methods of one order, with more and more stages.
 *
 * @param order the order of the methods
 * @param finishing the number of stages after the recurrence
 * @param reach the length of the stable interval over the square of the stages, and what is taken from it
 * @param stretch what the weights in the tables are relative to
 * @param rows the tables, see {@link RockFormula}
 */
record RockFamily(int order, int finishing, double[] reach, double stretch, double[][] rows) {
    static final RockFamily TWO = new RockFamily(2, 2, new double[] {0.807, 1.4}, 0.405, read("rock2.csv"));
    static final RockFamily FOUR = new RockFamily(4, 4, new double[] {0.3529, 3}, 0.175, read("rock4.csv"));

    private static double[][] read(String name) {
        try (InputStream in = RockFamily.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + name + " cannot be read", e);
        }
    }

    /** The number of methods. */
    int size() {
        return rows.length;
    }

    /** The number of stages of a method. */
    int stages(int index) {
        return (int) rows[index][0];
    }

    /** What the greatest eigenvalue times the length may be for a method. */
    double reach(int index) {
        return reach[0] * stages(index) * stages(index) - reach[1];
    }

    /** The greatest of these. */
    double greatest() {
        return reach(size() - 1);
    }

    /** The first method that is stable for a greatest eigenvalue times the length. */
    int index(double stiffness) {
        int index = 0;
        while (index < size() - 1 && reach(index) < stiffness) {
            index++;
        }
        return index;
    }

    /** A method. */
    RockFormula formula(int index) {
        return new RockFormula(finishing, stretch, rows[index]);
    }
}
