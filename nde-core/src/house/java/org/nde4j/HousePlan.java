package org.nde4j;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house plan of a module, who may know whom, as a test that each module extends with its own packages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HousePlan {
    private final String root;
    private final List<String> order;
    private final Map<String, List<String>> libraries;
    private final List<String> modulesBelow;
    private final JavaClasses classes;

    /**
     * A plan.
     *
     * @param root the package that the module's packages are in
     * @param order its packages, bottom up: a package knows only packages before it
     * @param libraries the packages that know something beyond Java and NDE4J, and what
     * @param modulesBelow the packages of the modules that it may know
     */
    protected HousePlan(
            String root, List<String> order, Map<String, List<String>> libraries, List<String> modulesBelow) {
        this.root = root;
        this.order = order;
        this.libraries = libraries;
        this.modulesBelow = modulesBelow;
        this.classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    /** The classes of the module. */
    protected JavaClasses classes() {
        return classes;
    }

    /** The full name of a package of the module. */
    protected String full(String name) {
        return root + "." + name;
    }

    List<String> order() {
        return order;
    }

    Stream<String> serialization() {
        return Stream.of("Serializable", "Externalizable", "ObjectInputStream", "ObjectOutputStream")
                .map(name -> "java.io." + name);
    }

    @Test
    void there_is_something_to_check() {
        assertFalse(classes.isEmpty());
    }

    @Test
    void every_package_has_its_place_in_the_order() {
        Set<String> places = new TreeSet<>(order);
        Set<String> homeless = new TreeSet<>();
        for (JavaClass c : classes) {
            if (!c.getPackageName().equals(root)) {
                homeless.add(c.getPackageName().substring(root.length() + 1));
            }
        }
        homeless.removeAll(places);
        assertEquals(Set.of(), homeless);
    }

    @ParameterizedTest
    @MethodSource("order")
    void package_knows_only_packages_before_it(String name) {
        String[] after =
                order.stream().skip(order.indexOf(name) + 1L).map(this::full).toArray(String[]::new);
        noClasses()
                .that(resideInAPackage(full(name)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(after))
                .allowEmptyShould(true)
                .check(classes);
    }

    @ParameterizedTest
    @MethodSource("order")
    void package_knows_only_java_the_modules_below_and_its_own_libraries(String name) {
        String[] known = Stream.of(
                        Stream.of("", "java..", "javax..", "org.w3c.dom..", "org.xml.sax..", root + ".."),
                        modulesBelow.stream(),
                        libraries.getOrDefault(name, List.of()).stream())
                .flatMap(s -> s)
                .toArray(String[]::new);
        ArchRuleDefinition.classes()
                .that(resideInAPackage(full(name)))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(known))
                .allowEmptyShould(true)
                .check(classes);
    }

    @ParameterizedTest
    @MethodSource("serialization")
    void nothing_is_serialized_by_java(String type) {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName(type).check(classes);
    }
}
