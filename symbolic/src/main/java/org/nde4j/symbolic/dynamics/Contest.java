package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.nde4j.core.work.Journal;
import org.nde4j.core.work.Workers;
import org.nde4j.symbolic.expression.Expression;

/**
 * Tries combinations of the states' expressions as systems. Errors of different equations interact, so the best system
 * need not consist of the best equations: all combinations are tried where they are few, else one state after another is
 * improved until nothing gets better.
 */
final class Contest {
    private static final int FEW = 50;
    private static final int AT_ONCE = 8; // fixed, so that what is hopeless does not depend on the number of threads

    private final Judge judge;
    private final List<List<Expression>> menus;
    private final Function<List<Expression>, EquationSystem> system;
    private final int iterations;
    private final Workers workers;
    private final Journal journal;
    private final Map<String, Candidate> tried = new TreeMap<>();
    private double leastEarly = Double.POSITIVE_INFINITY;

    /**
     * A contest.
     *
     * @param judge who fits and compares
     * @param menus for each state the expressions to choose from
     * @param system what makes a system of one expression for each state
     * @param iterations of each fit, at most
     * @param workers the threads
     * @param journal is told how many were tried
     */
    Contest(
            Judge judge,
            List<List<Expression>> menus,
            Function<List<Expression>, EquationSystem> system,
            int iterations,
            Workers workers,
            Journal journal) {
        this.judge = judge;
        this.menus = menus;
        this.system = system;
        this.iterations = iterations;
        this.workers = workers;
        this.journal = journal;
    }

    /** All systems that were tried, best first. */
    List<Candidate> run() {
        long all = menus.stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(FEW + 1L, a * b));
        if (all <= FEW) {
            evaluate(everything());
        } else {
            climb();
        }
        List<Candidate> sorted = new ArrayList<>(tried.values());
        sorted.sort(Comparator.comparingDouble(Candidate::criterion));
        return sorted;
    }

    private List<int[]> everything() {
        List<int[]> all = new ArrayList<>(List.of(new int[0]));
        for (List<Expression> menu : menus) {
            List<int[]> longer = new ArrayList<>();
            for (int[] choice : all) {
                for (int i = 0; i < menu.size(); i++) {
                    int[] more = Arrays.copyOf(choice, choice.length + 1);
                    more[choice.length] = i;
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    private void climb() {
        int[] best = new int[menus.size()];
        double least = evaluate(List.of(best)).get(0).criterion();
        int unchanged = 0;
        for (int s = 0; unchanged < best.length; s = (s + 1) % best.length) {
            List<int[]> neighbors = neighbors(best, s);
            List<Candidate> results = evaluate(neighbors);
            unchanged++;
            for (int i = 0; i < results.size(); i++) {
                if (results.get(i).criterion() < least) {
                    least = results.get(i).criterion();
                    best = neighbors.get(i);
                    unchanged = 1;
                }
            }
        }
    }

    private List<int[]> neighbors(int[] from, int state) {
        List<int[]> all = new ArrayList<>();
        for (int i = 0; i < menus.get(state).size(); i++) {
            int[] other = from.clone();
            other[state] = i;
            all.add(other);
        }
        return all;
    }

    private List<Candidate> evaluate(List<int[]> choices) {
        List<int[]> fresh = choices.stream()
                .filter(choice -> !tried.containsKey(Arrays.toString(choice)))
                .toList();
        for (int from = 0; from < fresh.size(); from += AT_ONCE) {
            evaluateAtOnce(fresh.subList(from, Math.min(fresh.size(), from + AT_ONCE)));
        }
        return choices.stream()
                .map(choice -> tried.get(Arrays.toString(choice)))
                .toList();
    }

    private void evaluateAtOnce(List<int[]> choices) {
        double bound = leastEarly;
        List<Callable<Judge.Comparison>> tasks = new ArrayList<>();
        choices.forEach(choice -> tasks.add(() -> judge.compare(system(choice), iterations, bound)));
        List<Judge.Comparison> results = workers.all(tasks);
        for (int i = 0; i < choices.size(); i++) {
            tried.put(Arrays.toString(choices.get(i)), results.get(i).candidate());
            leastEarly = Math.min(leastEarly, results.get(i).early());
        }
        journal.progress("compare systems", tried.size(), 0, "");
    }

    private EquationSystem system(int[] choice) {
        List<Expression> chosen = new ArrayList<>();
        for (int s = 0; s < choice.length; s++) {
            chosen.add(menus.get(s).get(choice[s]));
        }
        return system.apply(chosen);
    }
}
