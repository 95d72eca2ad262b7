package org.nde4j.symbolic.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nde4j.core.model.NeuralOde;
import org.nde4j.core.random.Stream;
import org.nde4j.core.random.Streams;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.core.train.Trajectory;
import org.nde4j.core.work.Journal;
import org.nde4j.core.work.Workers;
import org.nde4j.symbolic.evolve.EvolutionSettings;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.simplify.Canonical;

class DistillationTest {
    private static final List<String> STATES = List.of("x", "v");
    private static final EquationSystem OSCILLATOR = Simulated.system(STATES, "v", "-2*x - 0.3*v");

    /* A search of a second or two. */
    private static DistillSettings quick() {
        return with(DistillSettings.defaults().network(), Map.of(), List.of());
    }

    private static DistillSettings with(NeuralOde network, Map<String, String> known, List<String> complete) {
        DistillSettings d = DistillSettings.defaults();
        EvolutionSettings search = EvolutionSettings.defaults()
                .withIslands(new EvolutionSettings.Islands(4, 27, 150, 200))
                .withStop(new EvolutionSettings.Stop(8, 1e-20, 8));
        return new DistillSettings(network, 1, 200, search, List.of(), d.choice(), d.holdout(), known, complete);
    }

    private static Distilled run(DistillSettings settings, TimeSeries series, int threads) {
        try (Workers workers = Workers.of(threads)) {
            return Distillation.run(settings, series, 0, workers, Journal.inMemory());
        }
    }

    private static TimeSeries oscillations(double noise) {
        Stream random = Streams.of(1).stream("starts");
        double[][] starts = new double[8][2];
        for (double[] start : starts) {
            random.fillUniform(start, 0, 2, -1, 1);
        }
        return Simulated.series(OSCILLATOR, starts, Simulated.times(40, 6, 1), noise, 1);
    }

    private static void assertForm(EquationSystem truth, Distilled found) {
        for (int s = 0; s < truth.states().size(); s++) {
            assertTrue(
                    Canonical.sameForm(
                            truth.derivatives().get(s),
                            found.equations().system().derivatives().get(s)),
                    found.equations().system()::toString);
        }
    }

    @Test
    void oscillator_isFoundExactly_onAnyNumberOfThreads() {
        Distilled found = run(quick(), oscillations(0), 1);
        assertForm(OSCILLATOR, found);
        // without noise all constants are rounded to the truth
        assertEquals(List.of("v", "-0.3*v - 2*x"), texts(found));
        // held-out trajectories begin at smoothed states, which are off by some 1e-3 between such sparse times
        assertTrue(found.scores().test() > 0.9999, found.scores()::toString);
        Distilled again = run(quick(), oscillations(0), 2);
        assertEquals(found.equations().system(), again.equations().system());
        assertEquals(found.scores(), again.scores());
        assertEquals(found.fronts(), again.fronts());
        assertEquals(
                found.systems().stream().map(Candidate::system).toList(),
                again.systems().stream().map(Candidate::system).toList());
    }

    private static List<String> texts(Distilled found) {
        return found.equations().system().derivatives().stream()
                .map(Expression::text)
                .toList();
    }

    @Test
    void noisyOscillator_isFoundWithItsConstants() {
        Distilled found = run(quick(), oscillations(0.03), 2);
        assertForm(OSCILLATOR, found);
        double[] slopes = NeuralOde.slopes(
                found.equations().system().field(), found.equations().system().parameters(), new double[][] {{1, 1}})[
                0];
        // 500 values with 3 % noise determine the constants to about 0.005
        assertArrayEquals(new double[] {1, -2.3}, slopes, 0.03);
    }

    @Test
    void known_termsStayAsTheyAre() {
        Distilled found =
                run(with(quick().network(), Map.of("x", "v", "v", "-1.9*x"), List.of("x")), oscillations(0), 2);
        EquationSystem system = found.equations().system();
        assertEquals("v", system.derivatives().get(0).text());
        assertTrue(system.derivatives().get(1).text().startsWith("-1.9*x"), system::toString);
        assertEquals(
                -2.3, system.derivatives().get(1).evaluator(STATES).at(new double[] {1, 1}), 1e-3); // constants to 1e-4
        for (double[] point : new double[][] {{0.5, 0.2}, {-0.3, 0.7}}) {
            assertEquals(point[1], found.members().get(0).slopes(new double[][] {point})[0][0], 0);
        }
    }

    @Test
    void completeDerivatives_mustBeKnown() {
        DistillSettings settings = with(quick().network(), Map.of(), List.of("x"));
        String message = assertThrows(IllegalArgumentException.class, () -> run(settings, oscillations(0), 1))
                .getMessage();
        assertTrue(message.contains("x") && message.contains("known"), message);
        DistillSettings typo = with(quick().network(), Map.of("z", "x"), List.of());
        assertThrows(IllegalArgumentException.class, () -> run(typo, oscillations(0), 1));
    }

    @Test
    void positiveStates_ofVeryDifferentSizeAreFound() {
        List<String> states = List.of("small", "large");
        EquationSystem truth = Simulated.system(states, "-0.7*small", "1e6*small - 0.2*large");
        TimeSeries series = Simulated.series(
                truth, new double[][] {{2e-3, 1e3}, {4e-3, 5e3}, {1e-3, 2e3}}, Simulated.times(60, 6, 1), 0, 1);
        NeuralOde n = NeuralOde.defaults();
        NeuralOde positive = new NeuralOde(n.width(), n.depth(), n.activation(), true, n.smooth(), n.shoot());
        Distilled found = run(with(positive, Map.of(), List.of()), series, 2);
        assertForm(truth, found);
    }

    @Test
    void gapsAndShortSeries_areNoObstacle() {
        TimeSeries series = oscillations(0);
        Stream random = Streams.of(7).stream("gaps");
        List<Trajectory> gappy = new ArrayList<>();
        for (Trajectory whole : series.trajectories()) {
            Trajectory part = whole.slice(0, 40 - random.nextInt(15));
            for (double[] row : part.values()) {
                if (random.uniform() < 0.1) {
                    row[random.nextInt(2)] = Double.NaN;
                }
            }
            gappy.add(part);
        }
        assertForm(OSCILLATOR, run(quick(), series.with(gappy), 2));
        EquationSystem decay = Simulated.system(List.of("x"), "-0.5*x");
        TimeSeries eight = Simulated.series(decay, new double[][] {{3}}, Simulated.times(8, 5, 2), 0, 0);
        assertForm(decay, run(quick(), eight, 2));
    }

    @Test
    void seriesOfTwoTimes_areRefused() {
        TimeSeries two = Simulated.series(OSCILLATOR, new double[][] {{1, 0}}, new double[] {0, 1}, 0, 0);
        String message = assertThrows(IllegalArgumentException.class, () -> run(quick(), two, 1))
                .getMessage();
        assertTrue(message.contains("2 times") && message.contains("at least 3"), message);
    }

    @Test
    void constantStates_areNotAFailure() {
        EquationSystem truth = Simulated.system(STATES, "-0.5*x", "0*v");
        TimeSeries series = Simulated.series(truth, new double[][] {{3, 2}, {1, 2}}, Simulated.times(30, 5, 2), 0, 0);
        Distilled found = run(quick(), series, 2);
        assertEquals("0", found.equations().system().derivatives().get(1).text());
        assertEquals("-0.5*x", found.equations().system().derivatives().get(0).text());
    }

    @Tag("slow")
    @Test
    void thesisExample_isFoundExactly() {
        List<String> states = List.of("x", "y");
        EquationSystem truth = Simulated.system(states, "y/(1 + y)", "-x/(1 + x)");
        for (int seed = 0; seed < 5; seed++) {
            Stream random = Streams.of(seed).stream("thesis");
            double[][] starts = new double[256][2];
            for (double[] start : starts) {
                random.fillUniform(start, 0, 2, -0.6, 1);
            }
            double[] times = new double[100];
            Arrays.setAll(times, i -> 10.0 * i / 99);
            TimeSeries series = Simulated.series(truth, starts, times, 0, seed);
            Distilled found;
            try (Workers workers = Workers.of(2)) {
                found = Distillation.run(DistillSettings.defaults(), series, seed, workers, Journal.inMemory());
            }
            assertForm(truth, found);
            double[] slopes = NeuralOde.slopes(
                    found.equations().system().field(),
                    found.equations().system().parameters(),
                    new double[][] {{0.5, 0.5}})[0];
            assertArrayEquals(new double[] {1.0 / 3, -1.0 / 3}, slopes, 1e-3); // constants within 1 %
        }
    }
}
