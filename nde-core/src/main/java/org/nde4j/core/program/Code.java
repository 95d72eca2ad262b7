package org.nde4j.core.program;

/** Compiled code. It keeps nothing, so all workspaces of a program share it. */
@FunctionalInterface
interface Code {
    /**
     * Runs it.
     *
     * @param memory the arrays that it reads and writes
     * @param scratch arrays for its own use, as many and as long as it asked for
     * @param first the first row; 0 where there are none
     * @param rows the number of rows; 1 where there are none
     */
    void run(double[][] memory, double[][] scratch, int first, int rows);

    /**
     * A number that goes to an array.
     *
     * @param array the number of the array
     * @param index where in the array, or in its row
     * @param value the number
     */
    record Store(int array, int index, Scalar value) {}
}
