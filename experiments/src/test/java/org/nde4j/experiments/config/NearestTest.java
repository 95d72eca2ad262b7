package org.nde4j.experiments.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    /** Keys as a distillation has them, short and alike ones among them. */
    private static final List<String> KEYS = List.of(
            "seed",
            "data",
            "data.time",
            "data.states",
            "data.trajectory",
            "network",
            "network.hidden",
            "network.layers",
            "network.activation",
            "training",
            "training.steps",
            "training.rate",
            "training.batch",
            "training.decay",
            "training.clip",
            "training.warmup",
            "solver",
            "solver.method",
            "solver.absolute",
            "solver.relative",
            "solver.maxSteps",
            "search",
            "search.islands",
            "search.population",
            "search.generations",
            "search.operators",
            "search.maxComplexity",
            "search.parsimony",
            "split",
            "split.train",
            "split.validation",
            "split.test",
            "ensemble",
            "ensemble.members",
            "constants",
            "constants.snap",
            "constants.tolerance",
            "baseline");

    @Test
    void edits_countSwapsOfNeighborsOnce() {
        assertEquals(0, Nearest.edits("rate", "rate"));
        assertEquals(1, Nearest.edits("rate", "raet"));
        assertEquals(1, Nearest.edits("rate", "rte"));
        assertEquals(3, Nearest.edits("kitten", "sitting"));
        assertEquals(4, Nearest.edits("", "rate"));
    }

    @Test
    void oneEdit_leadsBackToTheKey() {
        int typos = 0;
        int first = 0;
        int amongThree = 0;
        for (String key : KEYS) {
            for (String typo : typos(key)) {
                List<String> nearest = Nearest.to(typo, KEYS);
                typos++;
                first += !nearest.isEmpty() && nearest.get(0).equals(key) ? 1 : 0;
                amongThree += nearest.contains(key) ? 1 : 0;
            }
        }
        assertTrue(typos >= 2000, "typos: " + typos);
        assertTrue(first >= 0.95 * typos, "first: " + first + " of " + typos);
        assertTrue(amongThree >= 0.99 * typos, "among three: " + amongThree + " of " + typos);
    }

    @Test
    void aKeyWithoutItsPath_isFound() {
        for (String key : KEYS) {
            String last = key.substring(key.lastIndexOf('.') + 1);
            assertTrue(Nearest.to(last, KEYS).contains(key), key);
        }
    }

    @Test
    void otherWaysToWriteAKey_areFoundFirst() {
        assertEquals("solver.maxSteps", Nearest.to("solver.max_steps", KEYS).get(0));
        assertEquals("solver.maxSteps", Nearest.to("solver.MAX-STEPS", KEYS).get(0));
        assertEquals("search.maxComplexity", Nearest.to("max_complexity", KEYS).get(0));
    }

    @Test
    void whatIsFarFromAll_hasNoNearest() {
        assertEquals(List.of(), Nearest.to("zzzzzz", KEYS));
        assertEquals("; known are x, y", Nearest.advice("quaternion", List.of("x", "y")));
        assertEquals("; did you mean steps?", Nearest.advice("step", List.of("rate", "steps")));
    }

    /** Every deletion, swap and doubling, and one replacement and one insertion at each place. */
    private static List<String> typos(String key) {
        List<String> typos = new ArrayList<>();
        for (int i = 0; i < key.length(); i++) {
            String before = key.substring(0, i);
            String after = key.substring(i + 1);
            typos.add(before + after);
            typos.add(before + key.charAt(i) + key.charAt(i) + after);
            typos.add(before + (key.charAt(i) == 'x' ? 'y' : 'x') + after);
            typos.add(before + 'q' + key.charAt(i) + after);
            if (i > 0) {
                typos.add(key.substring(0, i - 1) + key.charAt(i) + key.charAt(i - 1) + after);
            }
        }
        typos.removeIf(KEYS::contains);
        return typos;
    }
}
