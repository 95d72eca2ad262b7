package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.nde4j.core.work.Journal;
import org.nde4j.core.work.Workers;
import org.nde4j.symbolic.expression.Expression;

/**
 * Tries combinations of the states' expressions as systems. Errors of different equations interact, so the best system
 * need not consist of the best equations: all combinations are tried where they are few, else one state after another is
 * improved until nothing gets better.
 */
final class Contest {
    private static final int FEW = 80;

    private final Judge judge;
    private final List<String> states;
    private final List<List<Expression>> menus;
    private final DistillSettings settings;
    private final Workers workers;
    private final Journal journal;
    private final Map<String, Candidate> tried = new TreeMap<>();

    Contest(
            Judge judge,
            List<String> states,
            List<List<Expression>> menus,
            DistillSettings settings,
            Workers workers,
            Journal journal) {
        this.judge = judge;
        this.states = states;
        this.menus = menus;
        this.settings = settings;
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
        boolean better = true;
        while (better) {
            better = false;
            for (int s = 0; s < best.length; s++) {
                List<int[]> neighbors = neighbors(best, s);
                List<Candidate> results = evaluate(neighbors);
                for (int i = 0; i < results.size(); i++) {
                    if (results.get(i).criterion() < least) {
                        least = results.get(i).criterion();
                        best = neighbors.get(i);
                        better = true;
                    }
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
        List<Callable<Candidate>> tasks = new ArrayList<>();
        for (int[] choice : choices) {
            Candidate known = tried.get(Arrays.toString(choice));
            tasks.add(() -> known != null ? known : judged(choice));
        }
        List<Candidate> results = workers.all(tasks);
        for (int i = 0; i < choices.size(); i++) {
            tried.put(Arrays.toString(choices.get(i)), results.get(i));
        }
        journal.progress("compare systems", tried.size(), 0, "");
        return results;
    }

    private Candidate judged(int[] choice) {
        List<Expression> derivatives = new ArrayList<>();
        for (int s = 0; s < choice.length; s++) {
            derivatives.add(menus.get(s).get(choice[s]));
        }
        return judge.judge(
                judge.fit(EquationSystem.of(states, derivatives), settings.choice().iterations()));
    }
}
