package org.nde4j.implicit;

import java.util.List;
import java.util.Map;
import org.nde4j.HousePlan;

/** The house plan of this module: a new package gets its place in the order, a library is known to one package. */
class ArchitectureTest extends HousePlan {
    ArchitectureTest() {
        super(
                "org.nde4j.implicit",
                List.of("problem", "factor", "method", "sensitivity", "layer"),
                Map.of("factor", List.of("org.ejml..")),
                List.of("org.nde4j.core.."));
    }
}
