package org.nde4j.experiments.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.nde4j.core.solve.explicit.ExplicitRungeKutta;

class MethodsTest {

    @Test
    void every_explicit_method_has_its_name() {
        Set<String> there = new ClassFileImporter()
                .importPackagesOf(ExplicitRungeKutta.class).stream()
                        .filter(c -> c.isAssignableTo(ExplicitRungeKutta.class)
                                && !c.isEquivalentTo(ExplicitRungeKutta.class))
                        .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(there, new TreeSet<>(Methods.names()));
    }
}
