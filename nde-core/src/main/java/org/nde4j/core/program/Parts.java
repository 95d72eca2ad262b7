package org.nde4j.core.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which method of a compiled program computes which number. Numbers that are read once are computed where they are read;
 * all others one method after another until it is full, each where it finds most of what it reads.
 */
final class Parts {
    private static final int DEEPEST = 12;
    private static final int WINDOW = 32;

    /**
     * When a method is full.
     *
     * @param load what a number adds that is read from elsewhere
     * @param store what a number adds that is read elsewhere
     * @param operation what an operation adds
     * @param limit the most that a method holds
     * @param alone whether a number has a method of its own
     */
    record Style(int load, int store, int operation, int limit, Predicate<Scalar> alone) {}

    private final List<Scalar> all;
    private final Style style;
    private final Predicate<Scalar> leaf;
    private final boolean[] inline; // by id: computed where it is read
    private final boolean[] kept; // by id: not computed where it is read
    private final int[] uses; // by id
    private final int[] part; // by id
    private final int[] weight; // by id: of all that is computed where it is read
    private final int[] depth; // by id
    private final int[] seen; // by id: how often what is computed in the last part is read there
    private final HashMap<Scalar, List<Scalar>> reads = new HashMap<>(); // looked up only
    private final List<List<Scalar>> roots = new ArrayList<>(); // by part
    private final Set<Scalar> there = new HashSet<>(); // what the last part reads or computes; looked up only
    private int filled = Integer.MAX_VALUE; // of the last part

    /**
     * Parts of a program.
     *
     * @param all its numbers
     * @param stores what is kept of them
     * @param leaf what is not computed here
     * @param style when a method is full
     */
    Parts(List<Scalar> all, List<Code.Store> stores, Predicate<Scalar> leaf, Style style) {
        this.all = all;
        this.style = style;
        this.leaf = leaf;
        this.inline = new boolean[all.size()];
        this.kept = new boolean[all.size()];
        this.uses = new int[all.size()];
        this.part = new int[all.size()];
        this.weight = new int[all.size()];
        this.depth = new int[all.size()];
        this.seen = new int[all.size()];
        Arrays.fill(part, -1);
        for (Code.Store store : stores) {
            kept[store.value().id()] = true;
            uses[store.value().id()]++;
        }
        countUses();
        List<Scalar> waiting = new ArrayList<>();
        all.stream().filter(s -> isComputed(s) && isRead(s)).forEach(s -> take(s, waiting));
        while (!waiting.isEmpty()) {
            place(waiting.remove(next(waiting)));
        }
    }

    /* Among those that wait for nothing but what is there, the one that adds least to the method. */
    private int next(List<Scalar> waiting) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < Math.min(WINDOW, waiting.size()); i++) {
            Scalar s = waiting.get(i);
            List<Scalar> reads = reads(s);
            boolean ready = reads.stream().allMatch(r -> !isComputed(r) || part[r.id()] >= 0);
            int more = ready ? more(s, reads) : Integer.MAX_VALUE;
            if (more < least) {
                least = more;
                best = i;
            }
        }
        return best;
    }

    /* How often each is read, and which must have a place of their own. */
    private void countUses() {
        for (int i = all.size() - 1; i >= 0; i--) {
            Scalar s = all.get(i);
            if (isComputed(s) && uses[i] > 0) {
                for (Scalar argument : s.arguments()) {
                    uses[argument.id()]++;
                    kept[argument.id()] |= style.alone().test(s);
                }
            }
        }
    }

    private void take(Scalar s, List<Scalar> waiting) {
        int i = s.id();
        weigh(s);
        for (Scalar argument : s.arguments()) {
            if (weight[i] > style.limit() - style.store() && inline[argument.id()]) {
                inline[argument.id()] = false;
                waiting.add(argument);
                weigh(s);
            }
        }
        inline[i] = uses[i] == 1 && !kept[i] && !style.alone().test(s) && depth[i] < DEEPEST;
        if (!inline[i]) {
            waiting.add(s);
        }
    }

    private void weigh(Scalar s) {
        int i = s.id();
        depth[i] = 0;
        weight[i] = style.operation();
        for (Scalar argument : s.arguments()) {
            boolean inside = inline[argument.id()];
            depth[i] = Math.max(depth[i], inside ? depth[argument.id()] + 1 : 0);
            weight[i] += inside ? weight[argument.id()] : argument.isComputed() || argument.isLoad() ? style.load() : 0;
        }
    }

    private void place(Scalar s) {
        boolean alone = style.alone().test(s);
        List<Scalar> reads = reads(s);
        if (alone || filled > style.limit() - more(s, reads)) {
            roots.add(new ArrayList<>());
            there.clear();
            filled = 0;
        }
        int more = more(s, reads);
        filled = alone ? Integer.MAX_VALUE : filled + more;
        there.addAll(reads);
        there.add(s);
        roots.get(roots.size() - 1).add(s);
        assign(s, roots.size() - 1);
        for (Scalar read : reads) {
            boolean own = isComputed(read) && part[read.id()] == roots.size() - 1;
            if (own && !alone && ++seen[read.id()] == uses[read.id()]) {
                filled -= style.store();
            }
        }
    }

    /* What a number adds to the last part: itself, and what is not there yet. */
    private int more(Scalar s, List<Scalar> reads) {
        long known = reads.stream().filter(there::contains).count();
        return weight[s.id()] - (int) known * style.load() + style.store();
    }

    private void assign(Scalar s, int to) {
        part[s.id()] = to;
        for (Scalar argument : s.arguments()) {
            if (inline[argument.id()]) {
                assign(argument, to);
            }
        }
    }

    private boolean isComputed(Scalar s) {
        return s.isComputed() && !leaf.test(s);
    }

    /** The number of parts. */
    int count() {
        return roots.size();
    }

    /** The numbers that a part computes and others read, in order. */
    List<Scalar> roots(int i) {
        return roots.get(i);
    }

    /** Whether a number is computed where it is read. */
    boolean isInline(Scalar s) {
        return inline[s.id()];
    }

    /** Whether a number is read at all. */
    boolean isRead(Scalar s) {
        return uses[s.id()] > 0;
    }

    /** The numbers that a root of a part reads without computing them. */
    List<Scalar> reads(Scalar root) {
        List<Scalar> found = reads.get(root);
        if (found == null) {
            found = new ArrayList<>();
            collect(root, found);
            reads.put(root, found);
        }
        return found;
    }

    private void collect(Scalar s, List<Scalar> found) {
        for (Scalar argument : s.arguments()) {
            if (inline[argument.id()]) {
                collect(argument, found);
            } else {
                found.add(argument);
            }
        }
    }

    /** The part that computes a number that is computed. */
    int part(Scalar s) {
        return part[s.id()];
    }
}
