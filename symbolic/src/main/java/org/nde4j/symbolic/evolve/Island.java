package org.nde4j.symbolic.evolve;

import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.engine.Evolution;
import io.jenetics.engine.EvolutionDurations;
import io.jenetics.engine.EvolutionResult;
import io.jenetics.engine.EvolutionStart;
import io.jenetics.util.ISeq;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nde4j.core.random.Streams;
import org.nde4j.symbolic.front.HallOfFame;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.ConstantFit;
import org.nde4j.symbolic.score.Dataset;
import org.nde4j.symbolic.score.Evaluator;
import org.nde4j.symbolic.score.Fitted;
import org.nde4j.symbolic.score.Loss;

/**
 * One population under age-regularized evolution. As an {@link Evolution} of Jenetics a generation is one round: all its
 * cycles, then simplification and the fit of some constants. The random numbers depend on the seed, the number of the
 * island and the number of the generation alone. A bench: it belongs to one thread.
 *
 * <pre>{@code
 * Island island = new Island(0, settings, data, Loss.squared());
 * var best = EvolutionStream.ofEvolution(island::start, island)
 *         .limit(Limits.bySteadyFitness(5))
 *         .collect(EvolutionResult.toBestPhenotype());
 * }</pre>
 */
public final class Island implements Evolution<ExpressionGene, Score> {
    private static final double SPREAD = 0.5;
    private static final double TOLERANCE = 1e-9;

    private final int index;
    private final EvolutionSettings settings;
    private final Primitives primitives;
    private final Dataset data;
    private final Evaluator bench;
    private final double baseline;
    private final ConstantFit fit;
    private final ConstantFit polish;
    private final Backsolve backsolve;

    /**
     * An island.
     *
     * @param index its number, which makes its random numbers different from those of others
     */
    public Island(int index, EvolutionSettings settings, Dataset data, Loss loss) {
        this.index = index;
        this.settings = settings;
        this.primitives = Primitives.of(data.variables().size(), settings);
        this.data = data;
        this.bench = new Evaluator(data, loss);
        this.baseline = bench.baseline();
        this.polish = new ConstantFit(settings.fitting().iterations(), 0, SPREAD, TOLERANCE);
        this.fit = new ConstantFit(
                settings.fitting().iterations(), settings.fitting().restarts(), SPREAD, TOLERANCE);
        this.backsolve = batched() ? null : new Backsolve(bench, primitives);
    }

    private boolean batched() {
        int batch = settings.islands().batch();
        return batch > 0 && data.rows() > 2 * batch;
    }

    /** What it makes expressions of. */
    public Primitives primitives() {
        return primitives;
    }

    /** A first population of seedlings. */
    public EvolutionStart<ExpressionGene, Score> start() {
        return EvolutionStart.of(phenotypes(seedlings(), 1), 1);
    }

    List<Member> seedlings() {
        RandomGenerator random = random("seedlings", 0);
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < settings.islands().members(); i++) {
            members.add(member(primitives.seedling(random), i));
        }
        return members;
    }

    Member member(Code code, long birth) {
        return member(new Fitted(code, bench.loss(code)), birth);
    }

    private Member member(Fitted fitted, long birth) {
        double cost = fitted.loss() / baseline
                + settings.selection().parsimony() * fitted.code().size();
        return new Member(
                fitted.code(), new Score(cost, fitted.loss(), fitted.code().size(), birth));
    }

    private RandomGenerator random(String purpose, long generation) {
        return Streams.of(settings.seed()).stream(purpose, index, generation);
    }

    @Override
    public EvolutionResult<ExpressionGene, Score> evolve(EvolutionStart<ExpressionGene, Score> start) {
        List<Member> members = start.population().isEmpty()
                ? seedlings()
                : start.population().stream().map(Member::of).toList();
        SizeStatistics sizes = SizeStatistics.fresh(settings.limits().size())
                .with(members.stream().map(Member::code).toList());
        Round round = round(members, start.generation(), sizes.shares(), new HallOfFame());
        return EvolutionResult.of(
                Optimize.MINIMUM,
                phenotypes(round.members(), start.generation()),
                start.generation(),
                EvolutionDurations.ZERO,
                0,
                0,
                (int) round.births());
    }

    private ISeq<Phenotype<ExpressionGene, Score>> phenotypes(List<Member> members, long generation) {
        return members.stream()
                .map(member -> member.phenotype(primitives, generation))
                .collect(ISeq.toISeq());
    }

    /**
     * One round.
     *
     * @param shares the share of members of each size, by size
     * @param fame what is already known; not modified
     */
    Round round(List<Member> members, long generation, double[] shares, HallOfFame fame) {
        RandomGenerator random = random("round", generation);
        Evaluator small = batched() ? new Evaluator(batch(random), bench.loss()) : bench;
        Brood brood = new Brood(members, settings.selection(), small, baseline, shares, random);
        Breeding breeding = new Breeding(
                primitives,
                settings.mutations(),
                polish,
                small,
                batched() ? new Backsolve(small, primitives) : backsolve,
                1,
                random,
                brood.codes());
        int cycles = settings.islands().cycles();
        for (int cycle = 0; cycle < cycles; cycle++) {
            Breeding cooled = breeding.cooled(1 - cycle / Math.max(1.0, cycles - 1));
            for (int i = 0; i < birthsInCycle(); i++) {
                brood.birth(cooled);
            }
        }
        return new Round(settled(brood, random), discoveries(brood, fame, random), brood.births());
    }

    private int birthsInCycle() {
        int tournament = settings.selection().tournament();
        return (settings.islands().members() + tournament - 1) / tournament;
    }

    private Dataset batch(RandomGenerator random) {
        int[] rows = new int[data.rows()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i;
        }
        int batch = settings.islands().batch();
        for (int i = 0; i < batch; i++) {
            int j = i + random.nextInt(rows.length - i);
            int row = rows[j];
            rows[j] = rows[i];
            rows[i] = row;
        }
        return data.rows(java.util.Arrays.copyOf(rows, batch));
    }

    /** The members after the round: simplified, some fitted, all scored on the whole sample. */
    private List<Member> settled(Brood brood, RandomGenerator random) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < brood.codes().size(); i++) {
            Code code = primitives.simplified(brood.codes().get(i));
            boolean fitted = random.nextDouble() < settings.fitting().share();
            Fitted now = fitted ? fit.fit(code, bench, random) : new Fitted(code, bench.loss(code));
            members.add(member(now, brood.score(i).birth()));
        }
        return List.copyOf(members);
    }

    /** What is better than the hall of fame, on the whole sample and with constants fitted. */
    private List<Fitted> discoveries(Brood brood, HallOfFame fame, RandomGenerator random) {
        List<Fitted> discoveries = new ArrayList<>();
        for (Fitted candidate : brood.best().front()) {
            Fitted fitted = polish.fit(primitives.simplified(candidate.code()), bench, random);
            if (fame.admits(fitted)) {
                discoveries.add(fitted);
            }
        }
        return discoveries;
    }

    /** What a round leaves. */
    record Round(List<Member> members, List<Fitted> discoveries, long births) {}
}
