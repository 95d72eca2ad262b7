package org.nde4j.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nde4j.HousePlan;

/** The house plan of this module: a new package gets its place in the order, a library is known to one package. */
class ArchitectureTest extends HousePlan {
    ArchitectureTest() {
        super(
                "org.nde4j.core",
                List.of(
                        "array",
                        "kernel",
                        "random",
                        "work",
                        "program",
                        "calculus",
                        "linear",
                        "condition",
                        "network",
                        "path",
                        "equation",
                        "solve",
                        "solve.explicit",
                        "solve.stiff",
                        "solve.multistep",
                        "solve.stabilized",
                        "solve.symplectic",
                        "solve.reversible",
                        "solve.delay",
                        "solve.methods",
                        "adjoint",
                        "ensemble",
                        "train",
                        "model"),
                Map.of(
                        "kernel",
                        List.of("jdk.incubator.vector..", "dev.ludovic.netlib.."),
                        "program",
                        List.of("org.objectweb.asm.."),
                        "random",
                        List.of("org.apache.commons.rng.."),
                        "linear",
                        List.of("org.apache.commons.math3..")),
                List.of());
    }

    @Test
    void work_knows_only_array() {
        ArchRuleDefinition.classes()
                .that(resideInAPackage(full("work")))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("", "java..", full("work"), full("array")))
                .check(classes());
    }
}
