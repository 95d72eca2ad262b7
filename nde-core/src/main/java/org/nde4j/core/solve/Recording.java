package org.nde4j.core.solve;

import org.nde4j.core.program.Program;

/** Keeps values of the way forward through a solve for whoever goes back later. A solve knows no more of it than this. */
public interface Recording {
    /** Keeps nothing. */
    Recording NONE = new Recording() {
        @Override
        public Program extend(Program step, int rows) {
            return step;
        }

        @Override
        public int kept() {
            return 0;
        }

        @Override
        public double[][] tape(int step, int part) {
            return null;
        }
    };

    /** A step's program for a number of rows, with {@link #kept} further outputs: the values to keep. */
    Program extend(Program step, int rows);

    /** How many values it keeps. */
    int kept();

    /**
     * Where the values of a part of the rows go, in the attempt that follows so many accepted steps. An attempt that is
     * rejected is overwritten by the next.
     *
     * @return an array for each value; null to keep none this time
     */
    double[][] tape(int step, int part);
}
