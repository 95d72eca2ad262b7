package org.nde4j.symbolic.evolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nde4j.core.random.Streams;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.Fitted;

/** Moves members between islands after a round, island by island in fixed order, from what all were before. */
final class Migration {
    private final EvolutionSettings settings;
    private final List<Code> guesses;

    Migration(EvolutionSettings settings, List<Code> guesses) {
        this.settings = settings;
        this.guesses = guesses;
    }

    List<List<Member>> apply(List<List<Member>> before, List<Fitted> fame, Island scorer, int round) {
        List<List<Member>> after = new ArrayList<>();
        for (int island = 0; island < before.size(); island++) {
            RandomGenerator random = Streams.of(settings.seed()).stream("migration", island, round);
            List<Member> members = new ArrayList<>(before.get(island));
            EvolutionSettings.Migration rates = settings.migration();
            replace(members, rates.others(), travelers(before, island), scorer, random);
            replace(members, rates.fame(), fame.stream().map(Fitted::code).toList(), scorer, random);
            replace(members, rates.guesses(), guesses, scorer, random);
            after.add(List.copyOf(members));
        }
        return List.copyOf(after);
    }

    private List<Code> travelers(List<List<Member>> islands, int home) {
        List<Code> travelers = new ArrayList<>();
        for (int island = 0; island < islands.size(); island++) {
            if (island != home) {
                islands.get(island).stream()
                        .sorted(Comparator.comparing(Member::score))
                        .limit(settings.migration().best())
                        .forEach(member -> travelers.add(member.code()));
            }
        }
        return travelers;
    }

    private static void replace(
            List<Member> members, double share, List<Code> arrivals, Island scorer, RandomGenerator random) {
        int count = arrivals.isEmpty() ? 0 : Math.min(members.size(), poisson(share * members.size(), random));
        for (int i = 0; i < count; i++) {
            long today = 1
                    + members.stream()
                            .mapToLong(member -> member.score().birth())
                            .max()
                            .orElse(0);
            Code arrival = arrivals.get(random.nextInt(arrivals.size()));
            members.set(random.nextInt(members.size()), scorer.member(arrival, today));
        }
    }

    /** A number that follows Poisson's law, for small means. */
    static int poisson(double mean, RandomGenerator random) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
