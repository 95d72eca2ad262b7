package org.nde4j.core.program;

import org.nde4j.core.array.Shape;

/**
 * A name for an intermediate result of a program.
 *
 * @param id the number of the value within its trace or program
 * @param shape the shape of what it stands for
 */
public record Value(int id, Shape shape) {
    @Override
    public String toString() {
        return "v" + id;
    }
}
