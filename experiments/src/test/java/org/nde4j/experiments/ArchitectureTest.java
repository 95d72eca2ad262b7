package org.nde4j.experiments;

import java.util.List;
import java.util.Map;
import org.nde4j.HousePlan;

/** The house plan of this module: a new package gets its place in the order, a library is known to one package. */
class ArchitectureTest extends HousePlan {
    ArchitectureTest() {
        super(
                "org.nde4j.experiments",
                List.of("config", "data", "problem", "system", "run", "bench", "study", "report", "cli"),
                Map.of(
                        "config",
                        List.of("org.snakeyaml.engine.."),
                        "data",
                        List.of("de.siegmar.fastcsv.."),
                        "report",
                        List.of("gg.jte.."),
                        "cli",
                        List.of("picocli..")),
                List.of("org.nde4j.core..", "org.nde4j.symbolic..", "org.nde4j.implicit.."));
    }
}
