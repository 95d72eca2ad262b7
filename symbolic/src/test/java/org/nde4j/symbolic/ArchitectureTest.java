package org.nde4j.symbolic;

import java.util.List;
import java.util.Map;
import org.nde4j.HousePlan;

/** The house plan of this module: a new package gets its place in the order, a library is known to one package. */
class ArchitectureTest extends HousePlan {
    ArchitectureTest() {
        super(
                "org.nde4j.symbolic",
                List.of("expression", "simplify", "export", "score", "front", "evolve", "dynamics"),
                Map.of("evolve", List.of("io.jenetics..")),
                List.of("org.nde4j.core.."));
    }
}
