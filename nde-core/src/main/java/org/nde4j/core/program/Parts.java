package org.nde4j.core.program;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which method of a compiled program computes which number. Numbers that are read once are computed where they are read;
 * all others, in the order in which they were written, one method after another until it is full.
 */
final class Parts {
    private static final int DEEPEST = 12;

    /** How methods are filled. */
    interface Style {
        /** What one operation adds to a method, its operands included. */
        int cost(Scalar s);

        /** When a method is full. */
        int limit();

        /** Whether a number has a method of its own. */
        boolean alone(Scalar s);
    }

    private final Predicate<Scalar> leaf;
    private final boolean[] inline; // by id: computed where it is read
    private final int[] uses; // by id
    private final int[] part; // by id
    private final List<List<Scalar>> roots = new ArrayList<>(); // by part

    /**
     * Parts of a program.
     *
     * @param all its numbers
     * @param stores what is kept of them
     * @param leaf what is not computed here
     * @param style how methods are filled
     */
    Parts(List<Scalar> all, List<Code.Store> stores, Predicate<Scalar> leaf, Style style) {
        this.leaf = leaf;
        this.inline = new boolean[all.size()];
        this.uses = new int[all.size()];
        this.part = new int[all.size()];
        boolean[] kept = new boolean[all.size()];
        for (Code.Store store : stores) {
            kept[store.value().id()] = true;
            uses[store.value().id()]++;
        }
        count(all, kept, style);
        fill(all, kept, style);
    }

    /* How often each is read, and which must have a place of their own. */
    private void count(List<Scalar> all, boolean[] kept, Style style) {
        for (int i = all.size() - 1; i >= 0; i--) {
            Scalar s = all.get(i);
            if (isComputed(s) && uses[i] > 0) {
                for (Scalar argument : s.arguments()) {
                    uses[argument.id()]++;
                    kept[argument.id()] |= style.alone(s);
                }
            }
        }
    }

    private void fill(List<Scalar> all, boolean[] kept, Style style) {
        int[] depth = new int[all.size()];
        int[] cost = new int[all.size()];
        int filled = Integer.MAX_VALUE;
        for (Scalar s : all) {
            int i = s.id();
            if (!isComputed(s) || uses[i] == 0) {
                continue;
            }
            cost[i] = style.cost(s);
            for (Scalar argument : s.arguments()) {
                if (inline[argument.id()]) {
                    depth[i] = Math.max(depth[i], depth[argument.id()] + 1);
                    cost[i] += cost[argument.id()];
                }
            }
            inline[i] =
                    uses[i] == 1 && !kept[i] && !style.alone(s) && depth[i] < DEEPEST && cost[i] < style.limit() / 4;
            if (!inline[i]) {
                if (style.alone(s) || filled > style.limit() - cost[i]) {
                    roots.add(new ArrayList<>());
                    filled = 0;
                }
                filled = style.alone(s) ? Integer.MAX_VALUE : filled + cost[i];
                roots.get(roots.size() - 1).add(s);
                assign(s, roots.size() - 1);
            }
        }
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
    List<Scalar> roots(int part) {
        return roots.get(part);
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
        List<Scalar> reads = new ArrayList<>();
        collect(root, reads);
        return reads;
    }

    private void collect(Scalar s, List<Scalar> reads) {
        for (Scalar argument : s.arguments()) {
            if (inline[argument.id()]) {
                collect(argument, reads);
            } else {
                reads.add(argument);
            }
        }
    }

    /** The part that computes a number that is computed. */
    int part(Scalar s) {
        return part[s.id()];
    }

    /** The number of operations of all parts. */
    long operations(List<Scalar> all) {
        return all.stream().filter(s -> isComputed(s) && isRead(s)).count();
    }
}
