package org.nde4j.symbolic.evolve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nde4j.core.random.Stream;
import org.nde4j.core.random.Streams;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.ConstantFit;
import org.nde4j.symbolic.score.Dataset;
import org.nde4j.symbolic.score.Evaluator;
import org.nde4j.symbolic.score.Loss;
import org.nde4j.symbolic.score.Token;

class MutationTest {
    private static final List<String> XY = List.of("x", "y");
    private static final EvolutionSettings SETTINGS = EvolutionSettings.defaults()
            .withOperators(Problem.ALL)
            .withLimits(new EvolutionSettings.Limits(15, 6, List.of("sin in exp: 0", "sin in sin: 1")));
    private static final Primitives PRIMITIVES = Primitives.of(2, SETTINGS);
    private static final Evaluator BENCH = new Evaluator(Problem.LAWS.get(0).sample(60, 0, 1), Loss.squared());

    private static Breeding breeding(Stream random) {
        List<Code> relatives = List.of(code("x*y + 2"), code("sin(x)/y"));
        return new Breeding(
                PRIMITIVES,
                MutationWeights.defaults(),
                ConstantFit.defaults(),
                BENCH,
                new Backsolve(BENCH, PRIMITIVES),
                1,
                random,
                relatives);
    }

    private static Code code(String text) {
        return Code.of(Expression.parse(text, XY), XY);
    }

    @ParameterizedTest
    @EnumSource(Mutation.class)
    void every_mutation_keeps_the_limits_and_makes_one_expression(Mutation mutation) {
        Stream random = Streams.of(11).stream("limits", mutation.ordinal());
        Breeding breeding = breeding(random);
        int done = 0;
        for (int i = 0; i < 2000; i++) {
            Code parent = PRIMITIVES.tree(1 + random.nextInt(15), random);
            assertTrue(PRIMITIVES.admits(parent), parent::toString);
            if (mutation.weight(parent, PRIMITIVES, MutationWeights.defaults()) > 0) {
                Code child = breeding.attempt(mutation, parent);
                done += child == null ? 0 : 1;
                if (child != null) {
                    assertTrue(PRIMITIVES.admits(child), () -> parent + " -> " + child);
                    assertEquals(child, Code.of(tokens(child), child.constants()));
                }
            }
        }
        assertTrue(done > 500, mutation + " worked only " + done + " times");
    }

    private static int[] tokens(Code code) {
        int[] tokens = new int[code.size()];
        for (int p = 0; p < tokens.length; p++) {
            tokens[p] = code.token(p);
        }
        return tokens;
    }

    @ParameterizedTest
    @EnumSource(
            value = Mutation.class,
            names = {"SWAP", "ROTATE"})
    void rearrangement_keeps_all_parts(Mutation mutation) {
        Stream random = Streams.of(12).stream("parts", mutation.ordinal());
        Breeding breeding = breeding(random);
        for (int i = 0; i < 500; i++) {
            Code parent = PRIMITIVES.tree(9, random);
            if (mutation.weight(parent, PRIMITIVES, MutationWeights.defaults()) > 0) {
                Code child = mutation.apply(parent, breeding);
                assertArrayEquals(sorted(tokens(parent)), sorted(tokens(child)));
            }
        }
    }

    private static int[] sorted(int[] values) {
        Arrays.sort(values);
        return values;
    }

    @Test
    void simplification_keeps_the_values() {
        Stream random = Streams.of(13).stream("simplify");
        double[] before = new double[60];
        double[] after = new double[60];
        for (int i = 0; i < 3000; i++) {
            Code parent = PRIMITIVES.tree(1 + random.nextInt(25), random);
            Code merged = PRIMITIVES.simplified(parent);
            assertTrue(merged.size() <= parent.size());
            BENCH.values(parent, before);
            BENCH.values(merged, after);
            for (int row = 0; row < 60; row++) {
                // Rounding of regrouped sums and products, magnified by cancellation and steep functions.
                double tolerance = 1e-6 * (1 + Math.abs(before[row]));
                if (Double.isFinite(before[row]) && Math.abs(before[row]) < 1e6) {
                    assertEquals(before[row], after[row], tolerance, parent + " -> " + merged);
                }
            }
        }
        assertEquals(code("5 + x"), PRIMITIVES.simplified(code("2 + (x + 3)")));
        assertEquals(code("1 - x"), PRIMITIVES.simplified(code("3 - (x + 2)")));
        assertEquals(code("6/x"), PRIMITIVES.simplified(code("2*(3/x)")));
        assertEquals(code("0.5*x"), PRIMITIVES.simplified(code("x/4*2")));
        assertEquals(code("x - x"), PRIMITIVES.simplified(code("x - x")));
    }

    /** Chi-square at one in a million: the false alarm rate of this test. */
    @Test
    void mutations_are_drawn_by_their_weights() {
        Stream random = Streams.of(14).stream("draw");
        Breeding breeding = breeding(random);
        Code code = code("x + 2*y");
        Map<Mutation, Integer> drawn = new EnumMap<>(Mutation.class);
        for (int i = 0; i < 200_000; i++) {
            drawn.merge(breeding.draw(code), 1, Integer::sum);
        }
        List<Mutation> possible = Arrays.stream(Mutation.values())
                .filter(m -> m.weight(code, PRIMITIVES, MutationWeights.defaults()) > 0)
                .toList();
        double[] expected = possible.stream()
                .mapToDouble(m -> m.weight(code, PRIMITIVES, MutationWeights.defaults()))
                .toArray();
        long[] observed =
                possible.stream().mapToLong(m -> drawn.getOrDefault(m, 0)).toArray();
        assertEquals(200_000, Arrays.stream(observed).sum());
        assertTrue(new ChiSquareTest().chiSquareTest(expected, observed) > 1e-6);
    }

    @Test
    void mutations_that_cannot_apply_are_never_drawn() {
        MutationWeights weights = MutationWeights.defaults();
        for (Mutation m : List.of(Mutation.DELETE, Mutation.OPERATOR, Mutation.SWAP, Mutation.ROTATE)) {
            assertEquals(0, m.weight(Code.variable(0), PRIMITIVES, weights), m.name());
        }
        assertEquals(0, Mutation.CONSTANT.weight(code("x*y"), PRIMITIVES, weights));
        assertEquals(0, Mutation.VARIABLE.weight(code("2*3"), PRIMITIVES, weights));
        Code full = PRIMITIVES.tree(15, Streams.of(3).stream("full"));
        Primitives narrow =
                Primitives.of(2, SETTINGS.withLimits(new EvolutionSettings.Limits(full.size(), 15, List.of())));
        assertEquals(0, Mutation.ADD.weight(full, narrow, weights));
    }

    /** Binomial with a mean of 74 in 10,000: five standard deviations, a false alarm rate below one in a million. */
    @Test
    void signs_flip_as_seldom_as_described() {
        Breeding breeding = breeding(Streams.of(15).stream("flip"));
        int flips = 0;
        for (int i = 0; i < 10_000; i++) {
            double changed = breeding.perturbed(2);
            flips += changed < 0 ? 1 : 0;
            assertTrue(Math.abs(changed) <= 2 * 1.229 && Math.abs(changed) >= 2 / 1.229, "" + changed);
        }
        assertEquals(74.3, flips, 5 * Math.sqrt(74.3));
        assertTrue(breeding.perturbed(0) != 0);
    }

    @Test
    void crossover_keeps_the_limits() {
        Stream random = Streams.of(16).stream("cross");
        Breeding breeding = breeding(random);
        int done = 0;
        for (int i = 0; i < 1000; i++) {
            Code[] children = breeding.attempt(PRIMITIVES.tree(12, random), PRIMITIVES.tree(5, random));
            for (int k = 0; children != null && k < 2; k++) {
                assertTrue(PRIMITIVES.admits(children[k]));
                done++;
            }
        }
        assertTrue(done > 500);
    }

    @Test
    void nesting_counts_along_paths() {
        Nesting rule = Nesting.parse("sin in exp: 1");
        assertTrue(rule.admits(code("exp(sin(x)) + exp(sin(y))")));
        assertTrue(rule.admits(code("exp(sin(x) + sin(y))")));
        assertFalse(rule.admits(code("exp(x + sin(y*sin(x)))")));
        assertTrue(rule.admits(code("sin(sin(exp(x)))")));
    }

    @Test
    void backsolve_solves_for_a_subtree() {
        Dataset data = Problem.LAWS.get(0).sample(60, 0, 1);
        Evaluator bench = new Evaluator(data, Loss.squared());
        Stream random = Streams.of(17).stream("backsolve");
        Breeding breeding = breeding(random);
        Backsolve backsolve = new Backsolve(bench, PRIMITIVES);
        boolean solved = false;
        for (int i = 0; i < 50 && !solved; i++) {
            // The target is y/(1 + y): the denominator is a sum of two terms of the library.
            solved = bench.loss(backsolve.apply(code("y/x"), breeding)) < 1e-20;
        }
        assertTrue(solved);
    }

    @Test
    void tokens_know_their_arity() {
        assertEquals(0, Token.arity(Token.CONSTANT));
        assertEquals(0, Token.arity(Token.variable(3)));
        assertEquals(3, Token.index(Token.variable(3)));
    }
}
