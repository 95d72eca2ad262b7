package org.nde4j.experiments.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.solve.methods.Methods;

/**
 * Every problem of the catalog by every method that is meant for it and controls its error: the end is reached, and within
 * what {@link EndValue} allows. The small problems are solved always, all of them with {@code -Dgroups=slow -DexcludedGroups=}.
 * A method that is added to {@link Methods} is tested here without another word.
 */
class EndValuesTest {
    private static final int SMALL = 20; // states: opens in milliseconds
    private static final String LONG = "ring-modulator"; // takes seconds

    static Stream<String> methods() {
        return EndValue.methods().map(Methods.Entry::name).distinct();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void ends_ofSmallProblemsAreReached(String method) {
        assertSound(EndValue.of(
                entry(method), p -> p.start().length <= SMALL && !p.name().equals(LONG)));
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("methods")
    void ends_ofAllProblemsAreReached(String method) {
        assertSound(EndValue.of(entry(method), p -> true));
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("methods")
    void ends_areReachedAtOtherTolerances(String method) {
        assertSound(EndValue.elsewhere(entry(method), p -> !p.name().equals(LONG)));
    }

    @Tag("slow")
    @Test
    void exclusions_areNeeded() {
        List<Exclusion> idle = new ArrayList<>(EndValue.exclusions());
        EndValue.methods()
                .flatMap(e ->
                        Stream.concat(EndValue.of(e, p -> true).stream(), EndValue.elsewhere(e, p -> true).stream()))
                .forEach(value -> value.exclusion()
                        .filter(idle::contains)
                        .filter(e -> value.fault().isPresent())
                        .ifPresent(idle::remove));
        assertEquals(List.of(), idle);
    }

    @Test
    void everyMethod_isMeantForSomething() {
        EndValue.methods()
                .forEach(entry -> assertFalse(EndValue.of(entry, p -> true).isEmpty(), entry.name()));
    }

    private static Methods.Entry entry(String name) {
        return Methods.all().stream()
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertSound(List<EndValue> values) {
        List<String> faults = values.stream()
                .filter(value -> value.exclusion().isEmpty())
                .map(EndValue::fault)
                .flatMap(Optional::stream)
                .toList();
        assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
    }
}
