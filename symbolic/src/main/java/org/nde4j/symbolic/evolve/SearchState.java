package org.nde4j.symbolic.evolve;

import java.util.List;
import org.nde4j.core.work.Codec;
import org.nde4j.symbolic.score.Fitted;

/**
 * The whole search between two rounds.
 *
 * @param round how many rounds are done
 * @param births how many children were conceived
 * @param islands the members of each island
 * @param fame the best of each size
 * @param sizes how often each size was seen
 * @param settled the smallest size that has reached the target loss, or -1
 * @param settledAt the round in which it did
 */
record SearchState(
        int round,
        long births,
        List<List<Member>> islands,
        List<Fitted> fame,
        SizeStatistics sizes,
        int settled,
        int settledAt) {
    static final Codec<SearchState> CODEC = Codec.record(
            SearchState.class,
            Codec.INT,
            Codec.LONG,
            Codec.list(Codec.list(Member.CODEC)),
            Codec.list(Member.FITTED),
            Codec.record(SizeStatistics.class, Codec.DOUBLES),
            Codec.INT,
            Codec.INT);
}
