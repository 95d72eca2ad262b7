package org.nde4j.experiments.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.nde4j.core.solve.stiff.Rodas5P;
import org.nde4j.core.work.Journal;
import org.nde4j.experiments.problem.FisherWave;
import org.nde4j.experiments.run.RunFolder;

/** A wave on four grids, each twice as fine as the one before: how near it comes to the closed form, and how fast it is. */
final class WaveSheet {
    private static final double TIGHT = 1e-9;
    private static final int TIMES = 80;
    private static final int SHOWN = 192;

    private final List<FisherWave> grids;
    private final List<GridSolve> solves;

    private WaveSheet(List<FisherWave> grids, List<GridSolve> solves) {
        this.grids = grids;
        this.solves = solves;
    }

    static List<FisherWave> grids(int cells) {
        return IntStream.of(8, 4, 2, 1).mapToObj(k -> new FisherWave(cells / k)).toList();
    }

    static List<Callable<GridSolve>> tasks(int cells, Journal journal) {
        List<Callable<GridSolve>> tasks = new ArrayList<>();
        for (FisherWave grid : grids(cells)) {
            tasks.add(() -> GridSolve.of(grid.problem(), new Rodas5P(), TIGHT, times(), journal));
        }
        return tasks;
    }

    static WaveSheet of(int cells, List<GridSolve> solves) {
        return new WaveSheet(grids(cells), solves);
    }

    private static double[] times() {
        return IntStream.rangeClosed(0, TIMES)
                .mapToDouble(i -> FisherWave.END * i / TIMES)
                .toArray();
    }

    private static int last(List<?> list) {
        return list.size() - 1;
    }

    private double error(int grid) {
        return grids.get(grid).error(FisherWave.END, solves.get(grid).end());
    }

    /** How far the error fell when the cells were halved last, as a power of their length. */
    double order() {
        int last = last(grids);
        return StrictMath.log(error(last - 1) / error(last)) / StrictMath.log(2);
    }

    double error() {
        return error(last(grids));
    }

    /** The mean speed of the front on the finest grid in the second half of the time. */
    double speed() {
        return speed(last(grids));
    }

    private double speed(int grid) {
        double[][] states = solves.get(grid).states();
        FisherWave wave = grids.get(grid);
        return (wave.front(states[TIMES]) - wave.front(states[TIMES / 2])) / (FisherWave.END / 2);
    }

    void facts(Map<String, Object> facts) {
        facts.put("wave_error", error());
        facts.put("wave_order", order());
        facts.put("wave_speed", speed());
        facts.put("wave_speed_exact", FisherWave.SPEED);
    }

    void write(RunFolder folder) {
        Csv grid =
                new Csv().row("cells", "spacing", "error", "error of order 2", "speed", "error of the speed", "steps");
        for (int i = 0; i < grids.size(); i++) {
            double h = grids.get(i).spacing();
            double ratio = h / grids.get(last(grids)).spacing();
            grid.row(
                    grids.get(i).cells(),
                    h,
                    error(i),
                    error() * ratio * ratio,
                    speed(i),
                    Math.abs(speed(i) - FisherWave.SPEED),
                    solves.get(i).steps());
        }
        folder.write("wave-grids.csv", grid.toString());
        folder.write("wave.csv", spaceTime());
    }

    /** u on the finest grid, a row for each time and a column for each place, of which some are left out. */
    private String spaceTime() {
        FisherWave finest = grids.get(last(grids));
        int stride = (finest.cells() + SHOWN - 1) / SHOWN;
        int[] shown = IntStream.range(0, finest.cells() - 1)
                .filter(i -> i % stride == 0)
                .toArray();
        double[] places = finest.places();
        List<Object> head = new ArrayList<>(List.of("t"));
        IntStream.of(shown).forEach(i -> head.add(places[i]));
        Csv csv = new Csv().row(head);
        for (int t = 0; t <= TIMES; t++) {
            List<Object> row = new ArrayList<>(List.of(times()[t]));
            for (int i : shown) {
                row.add(solves.get(last(grids)).states()[t][i]);
            }
            csv.row(row);
        }
        return csv.toString();
    }

    void describe(StudyPage page) {
        page.section(
                        "A wave in closed form",
                        "Fisher's equation u_t = u_xx + u (1 - u) on [-15, 30] has a wave of speed 5/√6 that is known "
                                + "exactly. On the grid its error falls with the square of the length of a cell.")
                .map("wave.csv", "The front, from t = 0 below to t = 8 above", "x", "t", "u", 0, 1)
                .lines(
                        "wave-grids.csv",
                        "Greatest error at t = 8",
                        "spacing",
                        List.of("error", "error of order 2"),
                        true)
                .table("wave-grids.csv");
    }
}
