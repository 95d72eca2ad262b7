package org.nde4j.experiments.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nde4j.core.equation.Field;
import org.nde4j.core.model.NeuralOde;
import org.nde4j.core.network.Parameters;
import org.nde4j.core.solve.Ledger;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.explicit.Tsit5;
import org.nde4j.core.train.History;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.core.train.Trajectory;
import org.nde4j.experiments.config.Json;
import org.nde4j.experiments.data.SafeTensors;
import org.nde4j.experiments.run.RunFolder;
import org.nde4j.symbolic.dynamics.Candidate;
import org.nde4j.symbolic.dynamics.Distilled;
import org.nde4j.symbolic.dynamics.EquationSystem;
import org.nde4j.symbolic.export.Exporter;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.Language;
import org.nde4j.symbolic.front.ParetoFront;
import org.nde4j.symbolic.front.Point;

/** Writes what a distillation found into its run folder. */
final class DistillFiles {
    private static final int SHOWN = 12; // trajectories drawn as curves
    private static final int POINTS = 200; // of a curve
    private static final int GRID = 21; // arrows along an axis of the phase portrait

    private final RunFolder folder;
    private final Distilled found;
    private final EquationSheet sheet;
    private final TimeSeries series;
    private final List<String> states;

    DistillFiles(RunFolder folder, Distilled found, EquationSheet sheet) {
        this.folder = folder;
        this.found = found;
        this.sheet = sheet;
        this.series = found.split().series();
        this.states = series.stateNames();
    }

    void write() {
        folder.write("equations.json", Json.pretty(sheet.json()));
        folder.write("summary.json", Json.pretty(summary()));
        folder.write("data.csv", data());
        folder.write("trajectories.csv", trajectories());
        folder.write("metrics.csv", metrics());
        folder.write("front.csv", front());
        folder.write("systems.csv", systems());
        if (states.size() == 2) {
            folder.write("field.csv", field());
        }
        model();
    }

    private Map<String, Object> summary() {
        Distilled.Scores s = found.scores();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("train_r2", s.train());
        map.put("validation_r2", s.validation());
        map.put("test_r2", s.test());
        map.put("network_test_r2", s.networkTest());
        map.put("baseline_validation_r2", s.baselineValidation());
        map.put("baseline_test_r2", s.baselineTest());
        map.put("field_r2", s.distillation());
        map.put("distillation_gap", 1 - s.distillation());
        map.put("complexity", found.equations().system().complexity());
        return map;
    }

    private List<Object> head(String... first) {
        List<Object> head = new ArrayList<>(List.of(first));
        head.addAll(states);
        return head;
    }

    private static List<Object> cells(List<?> first, double[] numbers) {
        List<Object> cells = new ArrayList<>(first);
        Arrays.stream(numbers).forEach(cells::add);
        return cells;
    }

    private String data() {
        List<Object> head = head("trajectory", "time");
        head.add("split");
        Csv csv = new Csv().row(head);
        for (int k = 0; k < series.trajectories().size(); k++) {
            Trajectory tr = series.trajectories().get(k);
            for (int i = 0; i < tr.length(); i++) {
                List<Object> row = cells(List.of(tr.id(), tr.times()[i]), tr.values()[i]);
                row.add(found.split().part(k, i));
                csv.row(row);
            }
        }
        return csv.toString();
    }

    private String trajectories() {
        Csv csv = new Csv().row(head("model", "trajectory", "time"));
        NeuralOde.Trained net = found.members().get(0);
        for (int k = 0; k < Math.min(SHOWN, series.trajectories().size()); k++) {
            curve(
                    csv,
                    "network",
                    k,
                    net.field(),
                    net.parameters().values(),
                    found.forecasts().network()[k][0]);
            curve(csv, "equations", k, found.equations());
            curve(csv, "baseline", k, found.baseline());
        }
        return csv.toString();
    }

    private void curve(Csv csv, String model, int k, Candidate candidate) {
        EquationSystem system = candidate.system();
        curve(
                csv,
                model,
                k,
                system.field(),
                system.parameters(),
                candidate.starts().get(k));
    }

    private void curve(Csv csv, String model, int k, Field field, double[][] parameters, double[] start) {
        Trajectory tr = series.trajectories().get(k);
        if (tr.length() < 2 || !Arrays.stream(start).allMatch(Double::isFinite)) {
            return;
        }
        double from = tr.times()[0];
        double to = tr.times()[tr.length() - 1];
        double[] times = IntStream.range(0, POINTS)
                .mapToDouble(i -> i == POINTS - 1 ? to : from + (to - from) * i / (POINTS - 1))
                .toArray();
        Solve solve = Solve.with(new Tsit5(), PidController.of(1e-7, 1e-7))
                .saving(SaveAt.times(times))
                .atMost(20_000);
        double[][] solved = solve.open(field, 1)
                .run(from, to, start, new Ledger(0), parameters)
                .solution()
                .states();
        for (int i = 0; i < Math.min(POINTS, solved.length); i++) {
            csv.row(cells(List.of(model, tr.id(), times[i]), solved[i]));
        }
    }

    private String metrics() {
        Csv csv = new Csv().row("stage", "member", "step", "loss", "validation_loss");
        for (int m = 0; m < found.members().size(); m++) {
            List<History> rounds = found.members().get(m).rounds();
            long before = 0;
            for (int r = 0; r < rounds.size(); r++) {
                long last = 0;
                for (History.Row row : rounds.get(r).rows()) {
                    last = row.step();
                    String stage = r == 0 ? "smooth" : "shoot";
                    csv.row(stage, m, (r == 0 ? 0 : before) + last, row.loss(), row.validation());
                }
                before = r == 0 ? 0 : before + last;
            }
        }
        return csv.toString();
    }

    private String front() {
        Csv csv = new Csv().row("state", "complexity", "loss", "score", "expression", "sympy", "latex", "chosen");
        for (int s = 0; s < states.size(); s++) {
            ParetoFront front = found.fronts().get(s);
            int chosen = found.equations().system().derivatives().get(s).complexity();
            for (int i = 0; front != null && i < front.points().size(); i++) {
                Point p = front.points().get(i);
                Expression e = p.expression();
                csv.row(
                        states.get(s),
                        p.complexity(),
                        p.loss(),
                        front.score(i),
                        e.text(),
                        Exporter.to(Language.SYMPY).formula(e),
                        Exporter.to(Language.LATEX).digits(5).formula(e),
                        p.complexity() == chosen ? 1 : 0);
            }
        }
        return csv.toString();
    }

    private String systems() {
        Csv csv = new Csv().row("rank", "complexity", "train_error", "validation_error", "criterion", "expressions");
        for (int i = 0; i < found.systems().size(); i++) {
            Candidate c = found.systems().get(i);
            csv.row(i + 1, c.system().complexity(), c.training(), c.validation(), c.criterion(), shown(c.system()));
        }
        return csv.toString();
    }

    private static String shown(EquationSystem system) {
        return IntStream.range(0, system.states().size())
                .mapToObj(s -> "d" + system.states().get(s) + "/dt = "
                        + new Formula(system.derivatives().get(s)).line())
                .collect(Collectors.joining("; "));
    }

    private String field() {
        List<Object> head = head();
        states.forEach(s -> head.add("d" + s));
        Csv csv = new Csv().row(head);
        double[][] box = {range(0), range(1)};
        double[][] points = new double[GRID * GRID][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {at(box[0], i % GRID), at(box[1], i / GRID)};
        }
        EquationSystem system = found.equations().system();
        double[][] slopes = NeuralOde.slopes(system.field(), system.parameters(), points);
        for (int i = 0; i < points.length; i++) {
            csv.row(cells(cells(List.of(), points[i]), slopes[i]));
        }
        return csv.toString();
    }

    private double[] range(int state) {
        double[] all = series.trajectories().stream()
                .flatMapToDouble(tr -> Arrays.stream(tr.state(state)))
                .filter(v -> !Double.isNaN(v))
                .toArray();
        double low = Arrays.stream(all).min().orElseThrow();
        double high = Arrays.stream(all).max().orElseThrow();
        return new double[] {low, high};
    }

    private static double at(double[] range, int i) {
        return range[0] + (range[1] - range[0]) * i / (GRID - 1);
    }

    private void model() {
        Parameters all = Parameters.NONE;
        for (int m = 0; m < found.members().size(); m++) {
            all = all.and(found.members().get(m).parameters().scoped("member." + m));
        }
        folder.write("model.safetensors", new SafeTensors(all, Map.of()).bytes(SafeTensors.Precision.F64));
        NeuralOde.Trained first = found.members().get(0);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", "neural ODE, an ensemble of multilayer perceptrons");
        map.put("members", found.members().size());
        map.put("sizes", first.net().sizes());
        map.put("activation", first.net().hidden().name());
        map.put("states", states);
        map.put("logarithmic", first.coordinates().logarithmic());
        map.put("center", list(first.coordinates().center()));
        map.put("spread", list(first.coordinates().spread()));
        map.put("rate", list(first.coordinates().rate()));
        folder.write("model.json", Json.pretty(map));
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
