package org.nde4j.experiments.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nde4j.core.solve.explicit.ExplicitRungeKutta;

class MethodsTest {

    @Test
    void every_explicit_method_has_its_name() {
        Set<String> there = new TreeSet<>(Stream.of(ExplicitRungeKutta.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList());
        assertEquals(there, new TreeSet<>(Methods.names()));
    }
}
