package org.nde4j.symbolic.evolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenetics.Genotype;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.engine.Engine;
import io.jenetics.engine.EvolutionResult;
import io.jenetics.engine.EvolutionStream;
import io.jenetics.util.Factory;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.nde4j.core.random.Streams;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.Dataset;
import org.nde4j.symbolic.score.Evaluator;
import org.nde4j.symbolic.score.Loss;

class JeneticsTest {
    private static final EvolutionSettings SETTINGS = EvolutionSettings.defaults();
    private static final Dataset DATA = Problem.LAWS.get(0).sample(100, 0, 1);

    @Test
    void island_runs_in_a_stream_of_jenetics() {
        Island island = new Island(0, SETTINGS, DATA, Loss.squared());
        EvolutionResult<ExpressionGene, Score> result = EvolutionStream.ofEvolution(island::start, island)
                .limit(10)
                .collect(EvolutionResult.toBestEvolutionResult());
        assertEquals(10, result.totalGenerations());
        assertEquals(SETTINGS.islands().members(), result.population().length());
        double first = island.start().population().stream()
                .mapToDouble(member -> member.fitness().loss())
                .min()
                .orElseThrow();
        assertTrue(result.bestFitness().loss() < 0.1 * first, () -> result.bestPhenotype() + " from " + first);
        assertTrue(result.bestPhenotype().isValid());
    }

    @Test
    void parts_work_in_an_engine_of_jenetics() {
        Primitives primitives = Primitives.of(2, SETTINGS);
        Evaluator bench = new Evaluator(DATA, Loss.squared());
        double baseline = bench.baseline();
        Factory<Genotype<ExpressionGene>> seedlings =
                () -> ExpressionGene.genotype(primitives.seedling(RandomRegistry.random()), primitives);
        Engine<ExpressionGene, Score> engine = Engine.builder(
                        genotype -> {
                            Code code = genotype.gene().allele();
                            double loss = bench.loss(code);
                            return new Score(loss / baseline, loss, code.size(), 0);
                        },
                        seedlings)
                .optimize(Optimize.MINIMUM)
                .populationSize(200)
                .selector(new RankTournament(10, 0.9, 0, new double[0]))
                .alterers(new MutationAlterer(SETTINGS.mutations(), 0.8), new SubtreeCrossover(0.2))
                .executor(Runnable::run)
                .build();
        Phenotype<ExpressionGene, Score> best = RandomRegistry.with(
                Streams.of(2).stream("engine"),
                random -> engine.stream().limit(60).collect(EvolutionResult.toBestPhenotype()));
        assertTrue(best.fitness().cost() < 0.05, best::toString);
        assertTrue(best.isValid());
    }

    /** Chi-square at one in a million: the false alarm rate of this test. */
    @Test
    void rank_k_wins_with_a_geometric_law() {
        int size = 6;
        double p = 0.6;
        RankTournament tournament = new RankTournament(size, p, 0, new double[0]);
        Score[] scores = IntStream.range(0, size)
                .mapToObj(i -> new Score((i * 5 + 2) % size, 1, 3, i))
                .toArray(Score[]::new);
        long[] wins = new long[size];
        var random = Streams.of(21).stream("tournament");
        for (int i = 0; i < 100_000; i++) {
            wins[(int) scores[tournament.winner(scores, random)].cost()]++;
        }
        double[] expected = new double[size];
        for (int k = 0; k < size; k++) {
            expected[k] = k < size - 1 ? p * Math.pow(1 - p, k) : Math.pow(1 - p, k);
        }
        assertTrue(new ChiSquareTest().chiSquareTest(expected, wins) > 1e-6, Arrays.toString(wins));
    }

    /** Chi-square at one in a million. Of 10 members 4 are drawn; the best of them has rank r with C(9-r,3)/C(10,4). */
    @Test
    void entrants_are_drawn_without_replacement() {
        RankTournament tournament = new RankTournament(4, 1, 0, new double[0]);
        Score[] scores =
                IntStream.range(0, 10).mapToObj(i -> new Score(i, 1, 3, i)).toArray(Score[]::new);
        long[] wins = new long[7];
        var random = Streams.of(22).stream("draw");
        for (int i = 0; i < 100_000; i++) {
            wins[tournament.winner(scores, random)]++;
        }
        double[] expected = {84, 56, 35, 20, 10, 4, 1};
        assertTrue(new ChiSquareTest().chiSquareTest(expected, wins) > 1e-6, Arrays.toString(wins));
    }

    @Test
    void crowded_sizes_lose() {
        double[] shares = {0, 0.9, 0.1};
        RankTournament tournament = new RankTournament(2, 1, 20, shares);
        Score[] scores = {new Score(1, 1, 1, 0), new Score(2, 2, 2, 1)};
        assertEquals(1, tournament.winner(scores, Streams.of(1).stream("crowd")));
        assertEquals(0, new RankTournament(2, 1, 0, shares).winner(scores, Streams.of(1).stream("crowd")));
    }

    @Test
    void selector_gives_as_many_as_asked() {
        Island island = new Island(0, SETTINGS, DATA, Loss.squared());
        ISeq<Phenotype<ExpressionGene, Score>> population = island.start().population();
        var selected = new RankTournament(5, 0.9, 0, new double[0]).select(population, 50, Optimize.MINIMUM);
        assertEquals(50, selected.length());
    }
}
