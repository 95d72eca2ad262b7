package org.nde4j.experiments.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.nde4j.core.work.Codec;
import org.nde4j.core.work.Journal;
import org.nde4j.experiments.config.Json;
import org.nde4j.experiments.data.Columns;

/**
 * A small study with everything in it that a large one has: a value computed once, chains that run beside each other,
 * progress, data, and results in several files.
 */
public final class Chains implements Study<Chains.Settings> {

    /** How it is set up. */
    public record Settings(int chains, int steps, int pause, Goal goal, Columns data) {

        /** What to end with. */
        public enum Goal {
            REACH,
            MISS,
            FAIL,
            EXHAUST
        }

        /** Refuses what cannot be run. */
        public Settings {
            if (chains < 1) {
                throw new IllegalArgumentException("chains must be positive, got " + chains);
            }
        }

        static Settings defaults() {
            return new Settings(3, 20, 0, Goal.REACH, Columns.defaults());
        }
    }

    private record Chain(int step, double[] values) {}

    private static final Codec<Chain> CODEC = Codec.record(Chain.class, Codec.INT, Codec.DOUBLES);

    @Override
    public String name() {
        return "chains";
    }

    @Override
    public String summary() {
        return "Random walks beside each other.";
    }

    @Override
    public Class<Settings> configuration() {
        return Settings.class;
    }

    @Override
    public Conclusion run(Settings settings, StudyContext context) {
        double start = context.journal().once("start", Codec.DOUBLE, () -> start(settings, context));
        List<Callable<Chain>> tasks = IntStream.range(0, settings.chains())
                .<Callable<Chain>>mapToObj(i -> () -> chain(i, start, settings, context))
                .toList();
        List<Chain> ends = context.workers().all(tasks);
        return conclude(ends, settings, context);
    }

    private static double start(Settings settings, StudyContext context) {
        return context.data()
                .map(table -> settings.data()
                        .read(table)
                        .series()
                        .trajectories()
                        .get(0)
                        .state(0)[0])
                .orElse(0.5);
    }

    private static Chain chain(int index, double start, Settings settings, StudyContext context) {
        Journal journal = context.journal().scoped("chain-" + index);
        SplittableRandom seeds = new SplittableRandom(context.seed() + index);
        long seed = seeds.nextLong();
        return journal.loop("walk", CODEC, new Chain(0, new double[] {start}), c -> c.step() == settings.steps(), c -> {
            journal.progress("walk", c.step(), settings.steps(), "");
            pause(settings.pause());
            return step(c, seed);
        });
    }

    private static Chain step(Chain chain, long seed) {
        double[] values = Arrays.copyOf(chain.values(), chain.values().length + 1);
        double kick = new SplittableRandom(seed + chain.step()).nextDouble();
        values[values.length - 1] = 0.9 * chain.values()[chain.step()] + kick;
        return new Chain(chain.step() + 1, values);
    }

    private static Conclusion conclude(List<Chain> ends, Settings settings, StudyContext context) {
        if (settings.goal() == Settings.Goal.FAIL) {
            throw new IllegalStateException("asked to fail");
        }
        if (settings.goal() == Settings.Goal.EXHAUST) {
            throw new OutOfMemoryError("asked to");
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        List<Object> last = new ArrayList<>();
        StringBuilder table = new StringBuilder("chain,step,value\n");
        for (int i = 0; i < ends.size(); i++) {
            for (int s = 0; s <= settings.steps(); s++) {
                table.append(i)
                        .append(',')
                        .append(s)
                        .append(',')
                        .append(ends.get(i).values()[s])
                        .append('\n');
            }
            last.add(ends.get(i).values()[settings.steps()]);
        }
        facts.put("last", last);
        context.folder().write("chains.csv", table.toString());
        context.folder().write("summary.json", Json.pretty(facts));
        return settings.goal() == Settings.Goal.MISS
                ? Conclusion.missed("the chains missed", facts)
                : Conclusion.reached("the chains ended", facts);
    }

    private static void pause(int milliseconds) {
        if (milliseconds == 0) {
            return;
        }
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
