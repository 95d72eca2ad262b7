package org.nde4j.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house plan of this module: who may know whom. */
class ArchitectureTest {
    private static final String ROOT = "org.nde4j.core";

    /** Bottom up: a package knows only packages before it. A new package gets its place here. */
    private static final List<String> ORDER = List.of(
            "array",
            "kernel",
            "random",
            "work",
            "program",
            "calculus",
            "linear",
            "network",
            "path",
            "equation",
            "solve",
            "solve.explicit",
            "adjoint",
            "train",
            "model");

    /** The packages that know something beyond Java and NDE4J. */
    private static final Map<String, List<String>> LIBRARIES = Map.ofEntries(
            entry("kernel", List.of("jdk.incubator.vector..", "dev.ludovic.netlib..")),
            entry("random", List.of("org.apache.commons.rng..")),
            entry("linear", List.of("org.apache.commons.math3..")));

    private static final List<String> MODULES_BELOW = List.of();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void there_is_something_to_check() {
        assertFalse(CLASSES.isEmpty());
    }

    @Test
    void every_package_has_its_place_in_the_order() {
        Set<String> places = new TreeSet<>(ORDER);
        Set<String> homeless = new TreeSet<>();
        for (JavaClass c : CLASSES) {
            if (!c.getPackageName().equals(ROOT) && !places.contains(name(c))) {
                homeless.add(name(c));
            }
        }
        assertEquals(Set.of(), homeless);
    }

    @ParameterizedTest
    @MethodSource("order")
    void package_knows_only_packages_before_it(String name) {
        String[] after = ORDER.stream()
                .skip(ORDER.indexOf(name) + 1L)
                .map(ArchitectureTest::full)
                .toArray(String[]::new);
        noClasses()
                .that(resideInAPackage(full(name)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(after))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("order")
    void package_knows_only_java_the_modules_below_and_its_own_library(String name) {
        String[] known = Stream.of(
                        Stream.of("", "java..", "javax..", "org.w3c.dom..", "org.xml.sax..", ROOT + ".."),
                        MODULES_BELOW.stream(),
                        LIBRARIES.getOrDefault(name, List.of()).stream())
                .flatMap(s -> s)
                .toArray(String[]::new);
        classes()
                .that(resideInAPackage(full(name)))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(known))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void work_knows_only_array() {
        classes()
                .that(resideInAPackage(full("work")))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("", "java..", full("work"), full("array")))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("serialization")
    void nothing_is_serialized_by_java(String type) {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName(type).check(CLASSES);
    }

    private static List<String> order() {
        return ORDER;
    }

    private static Stream<String> serialization() {
        return Stream.of("Serializable", "Externalizable", "ObjectInputStream", "ObjectOutputStream")
                .map(name -> "java.io." + name);
    }

    private static String full(String name) {
        return ROOT + "." + name;
    }

    private static String name(JavaClass c) {
        return c.getPackageName().substring(ROOT.length() + 1);
    }
}
