package org.nde4j.experiments.system;

import java.util.List;
import org.nde4j.core.equation.Dde;
import org.nde4j.core.equation.Field;
import org.nde4j.core.equation.Split;

/**
 * What is solved.
 *
 * @param field the field; its parameters are numbers, one each
 * @param states the names of its states; not in the order of the file where it has positions and momenta
 */
record Equations(Field field, List<String> states) {

    boolean areDelayed() {
        return field instanceof Dde;
    }

    boolean areSplit() {
        return field instanceof Split;
    }
}
