package org.nde4j.experiments.report;

import java.util.ArrayList;
import java.util.List;

/** States against time: measurements, network, equations, baseline. */
final class TimeCharts {
    private static final int STRETCHES = 8;
    private static final int SHOWN = 3;
    private static final int STATES = 12;

    private final Findings run;
    private final List<String> all;

    TimeCharts(Findings run) {
        this.run = run;
        List<String> measured = run.data().distinct("trajectory");
        this.all = measured.isEmpty() ? run.trajectories().distinct("trajectory") : measured;
    }

    /** One trajectory of each share (or the first few), all states. */
    List<Panel> featured() {
        return panels(chosen());
    }

    /** The other trajectories that models were solved along. */
    List<Panel> others() {
        List<String> rest = new ArrayList<>(run.trajectories().distinct("trajectory"));
        rest.removeAll(chosen());
        return panels(rest);
    }

    /** How many trajectories were measured. */
    int trajectories() {
        return all.size();
    }

    private List<String> chosen() {
        List<String> solved = run.trajectories().distinct("trajectory");
        List<String> candidates =
                all.stream().filter(t -> solved.isEmpty() || solved.contains(t)).toList();
        List<String> chosen = new ArrayList<>();
        for (Share s : Share.values()) {
            candidates.stream().filter(t -> share(t) == s).findFirst().ifPresent(chosen::add);
        }
        candidates.stream()
                .filter(t -> !chosen.contains(t))
                .limit(Math.max(0, SHOWN - chosen.size()))
                .forEach(chosen::add);
        return chosen;
    }

    private Share share(String trajectory) {
        List<String> splits = run.data().where("trajectory", trajectory).distinct("split");
        return splits.size() == 1 ? Share.of(splits.get(0)) : Share.TRAIN;
    }

    private List<Panel> panels(List<String> trajectories) {
        List<Panel> panels = new ArrayList<>();
        for (String t : trajectories) {
            for (int s = 0; s < Math.min(STATES, run.states().size()); s++) panels.add(Panel.of(chart(t, s)));
        }
        return panels;
    }

    private Chart chart(String trajectory, int s) {
        String state = run.states().get(s);
        Sheet data = run.data().where("trajectory", trajectory);
        Sheet solved = run.trajectories().where("trajectory", trajectory);
        boolean one = all.size() < 2;
        String label = one ? state : state + " · trajectory " + trajectory + part(data);
        String name =
                "time-" + Names.file(state, s) + (one ? "" : "-" + Names.file(trajectory, all.indexOf(trajectory)));
        return Chart.of(name, state + " against " + run.time())
                .described("Measurements and model solutions of " + label + " against " + run.time())
                .x(Axis.of(run.time()))
                .y(new Axis(label, Axis.Scale.LINEAR, span(data, solved, state)))
                .sized(small() ? Chart.SMALL : Chart.WIDTH, small() ? 250 : 300)
                .with(stretches(data))
                .with(lines(solved, state))
                .with(points(data, state));
    }

    /** Whether panels stand in threes: three states or more, or three trajectories of one. */
    private boolean small() {
        return run.states().size() > 2 || run.states().size() == 1 && all.size() > 2;
    }

    private static String part(Sheet data) {
        List<String> splits = data.distinct("split");
        return splits.size() == 1 && !splits.get(0).isEmpty() ? " · " + splits.get(0) : "";
    }

    /** All measurements, and models as far as they stay near them: a diverging one must not flatten the rest. */
    static Span span(Sheet data, Sheet solved, String state) {
        Extent measured = new Extent(false).add(data.numbers(state));
        Extent models = new Extent(false);
        for (Model m : List.of(Model.NETWORK, Model.EQUATIONS))
            models.add(solved.where("model", m.key).numbers(state));
        if (measured.isEmpty()) return models.span().padded(0.06);
        Span span = measured.span();
        if (models.isEmpty()) return span.padded(0.06);
        Span room = span.padded(0.6);
        Span wide = span.or(models.span());
        return new Span(Math.max(wide.low(), room.low()), Math.min(wide.high(), room.high())).padded(0.06);
    }

    private static List<Mark> lines(Sheet solved, String state) {
        List<Mark> lines = new ArrayList<>();
        for (Model m : Model.ALL) {
            Sheet t = solved.where("model", m.key);
            if (!t.isEmpty()) lines.add(new Mark.Line(m.label, m.ink, m.stroke, t.numbers("time"), t.numbers(state)));
        }
        return lines;
    }

    private static List<Mark> points(Sheet data, String state) {
        List<Mark> points = new ArrayList<>();
        for (Share s : Share.values()) {
            Sheet t = data.where("split", k -> Share.of(k) == s);
            if (t.isEmpty()) continue;
            points.add(new Mark.Points(s.label, Ink.DATA, s.dot, t.numbers("time"), t.numbers(state)));
        }
        return points;
    }

    /** Shaded stretches where shares follow one another in time; none where they are mixed or there is only one. */
    private static List<Mark> stretches(Sheet data) {
        double[] time = data.numbers("time");
        String[] split = data.texts("split");
        List<Mark> stretches = new ArrayList<>();
        if (data.distinct("split").size() < 2) return stretches;
        for (int from = 0; from < time.length; ) {
            int to = from;
            while (to < time.length && split[to].equals(split[from])) to++;
            Mark.Part part = Share.of(split[from]).part;
            if (part != null)
                stretches.add(new Mark.Stretch(part.key() + " period", part, edge(time, from), edge(time, to)));
            from = to;
        }
        return stretches.size() > STRETCHES ? List.of() : stretches;
    }

    /** Half way between a measurement and the one before. */
    private static double edge(double[] time, int i) {
        if (i == 0) return time[0];
        return i == time.length ? time[i - 1] : time[i - 1] / 2 + time[i] / 2;
    }
}
