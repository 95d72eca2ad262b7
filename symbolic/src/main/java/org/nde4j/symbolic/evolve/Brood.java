package org.nde4j.symbolic.evolve;

import java.util.AbstractList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nde4j.core.kernel.Elementary;
import org.nde4j.symbolic.front.HallOfFame;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.Evaluator;
import org.nde4j.symbolic.score.Fitted;

/**
 * The population of an island during one round, on one bench. Each birth replaces the oldest member (E. Real, A.
 * Aggarwal, Y. Huang and Q. V. Le, 2019, doi:10.1609/aaai.v33i01.33014780); a child that is refused replaces nobody.
 */
final class Brood {
    private final EvolutionSettings.Selection selection;
    private final Evaluator bench;
    private final double baseline;
    private final double[] shares;
    private final RankTournament tournament;
    private final RandomGenerator random;
    private final Code[] codes;
    private final Score[] scores;
    private final HallOfFame best = new HallOfFame();
    private long day;
    private long births;

    Brood(
            List<Member> members,
            EvolutionSettings.Selection selection,
            Evaluator bench,
            double baseline,
            double[] shares,
            RandomGenerator random) {
        this.selection = selection;
        this.bench = bench;
        this.baseline = baseline;
        this.shares = shares;
        this.random = random;
        this.tournament = new RankTournament(
                selection.tournament(), selection.probability(), selection.frequencyScaling(), shares);
        this.codes = members.stream().map(Member::code).toArray(Code[]::new);
        this.scores = new Score[codes.length];
        for (int i = 0; i < codes.length; i++) {
            long birth = members.get(i).score().birth();
            scores[i] = score(codes[i], bench.loss(codes[i]), birth);
            best.offer(new Fitted(codes[i], scores[i].loss()));
            day = Math.max(day, birth + 1);
        }
    }

    /** The codes as they are at the time of asking. */
    List<Code> codes() {
        return new AbstractList<>() {
            @Override
            public Code get(int index) {
                return codes[index];
            }

            @Override
            public int size() {
                return codes.length;
            }
        };
    }

    Score score(int index) {
        return scores[index];
    }

    /** The best code of each size that was alive in this round, by its loss on the bench. */
    HallOfFame best() {
        return best;
    }

    /** How many children were conceived, the refused among them. */
    long births() {
        return births;
    }

    /** One birth, or two at once by crossover. */
    void birth(Breeding breeding) {
        if (random.nextDouble() < selection.crossover()) {
            cross(breeding);
        } else {
            mutate(breeding);
        }
    }

    private void cross(Breeding breeding) {
        Code mother = codes[tournament.winner(scores, random)];
        Code father = codes[tournament.winner(scores, random)];
        Code[] children = breeding.attempt(mother, father);
        births += 2;
        if (children != null) {
            enter(children[0], bench.loss(children[0]));
            enter(children[1], bench.loss(children[1]));
        }
    }

    private void mutate(Breeding breeding) {
        int parent = tournament.winner(scores, random);
        Mutation mutation = breeding.draw(codes[parent]);
        Code child = breeding.attempt(mutation, codes[parent]);
        births++;
        if (child == null) {
            return;
        }
        switch (mutation) {
            case RENEW, SIMPLIFY -> enter(child, scores[parent].loss());
            case OPTIMIZE, BACKSOLVE -> improve(scores[parent], child, breeding);
            default -> accept(scores[parent], child, breeding.temperature());
        }
    }

    private void improve(Score parent, Code child, Breeding breeding) {
        Fitted fitted = breeding.fit().fit(child, bench, random);
        if (cost(fitted.loss(), fitted.code().size()) < parent.cost()) {
            enter(fitted.code(), fitted.loss());
        }
    }

    /** The dice are thrown before the child is scored, so that hopeless ones need not be scored to the end. */
    private void accept(Score parent, Code child, double temperature) {
        double luck = share(parent.size()) / share(child.size()) / random.nextDouble();
        if (selection.annealing()) {
            double most = parent.cost() + selection.alpha() * temperature * Elementary.log(luck);
            enter(child, bench.loss(child, (most - selection.parsimony() * child.size()) * baseline));
        } else if (luck > 1) {
            enter(child, bench.loss(child));
        }
    }

    private double share(int size) {
        return shares[Math.min(size, shares.length - 1)];
    }

    private void enter(Code child, double loss) {
        if (loss < Double.POSITIVE_INFINITY) {
            int oldest = 0;
            for (int i = 1; i < scores.length; i++) {
                oldest = scores[i].birth() < scores[oldest].birth() ? i : oldest;
            }
            codes[oldest] = child;
            scores[oldest] = score(child, loss, day++);
            best.offer(new Fitted(child, loss));
        }
    }

    private Score score(Code code, double loss, long birth) {
        return new Score(cost(loss, code.size()), loss, code.size(), birth);
    }

    private double cost(double loss, int size) {
        return loss / baseline + selection.parsimony() * size;
    }
}
