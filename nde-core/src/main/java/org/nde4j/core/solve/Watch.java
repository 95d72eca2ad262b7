package org.nde4j.core.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nde4j.core.equation.Field;

/** The bench of the events of a solve: finds what happens in a step and at its end, and lets it happen. */
final class Watch {
    private static final int APPROACH = 6;
    private static final int ZENO = 64; // events in a row that set the state and hardly move on

    private final List<Event> events;
    private final Crossings crossings;
    private final Readout[] jumps;
    private final boolean[] due;
    private final double[] recent = new double[ZENO];
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final double[] lastSet;
    private boolean stuck; // an event happened again where it had just set the state
    private double resolution;
    private int passing;
    private int sets;
    private Occurrence last;

    Watch(List<Event> events, Field field) {
        this.events = events;
        boolean crosses = events.stream().anyMatch(e -> e.trigger() instanceof Trigger.Crossing);
        this.crossings = crosses ? new Crossings(events, field) : null;
        this.jumps = events.stream().map(e -> jump(e, field)).toArray(Readout[]::new);
        this.due = new boolean[events.size()];
        this.lastSet = new double[events.size()];
    }

    private static Readout jump(Event event, Field field) {
        if (event.jump().isEmpty()) {
            return null;
        }
        var program = Readout.program(field, 1, event.jump().get());
        var shape = program.outputs().get(0).shape();
        if (shape.size() != field.size()) {
            throw new IllegalArgumentException("event '" + event.name() + "' sets the state to something of shape "
                    + shape + "; the field has " + field.size() + " states, write [1, " + field.size() + "]");
        }
        return new Readout(program);
    }

    /** Whether it needs the dense output of the steps. */
    boolean interpolates() {
        return crossings != null;
    }

    /** A solve begins. */
    void open(double from, double to, double[]... parameters) {
        resolution = Math.ulp(Math.max(Math.abs(from), Math.abs(to)));
        occurrences.clear();
        sets = 0;
        stuck = false;
        Arrays.fill(lastSet, Double.NaN);
        last = null;
        if (crossings != null) {
            crossings.parameters(parameters);
        }
        for (Readout jump : jumps) {
            if (jump != null) {
                jump.parameters(parameters);
            }
        }
    }

    /** What happened so far. */
    List<Occurrence> occurrences() {
        return occurrences;
    }

    /** The first of the events that happened last which ends the solve; null if none does. */
    Occurrence last() {
        return last;
    }

    /** The signs of values are those at a start of the method; if it starts anew, after what happened just now. */
    void start(Stepper stepper, double time, boolean anew, double length) {
        if (crossings != null) {
            crossings.start(time, stepper.state(), stepper.derivative(), anew ? due : null, length);
        }
    }

    /** The same after a solve was stopped by an event. */
    void startAfterStop(Stepper stepper, double time, double length) {
        Arrays.fill(due, true);
        start(stepper, time, true, length);
        Arrays.fill(due, false);
    }

    /** Whether something happens at the very start. */
    boolean happensAtStart(Stepper stepper, double time, Agenda agenda) {
        Arrays.fill(due, false);
        boolean any = false;
        for (int i = 0; i < due.length; i++) {
            due[i] = agenda.happensAt(i, time)
                    || events.get(i).trigger() instanceof Trigger.Crossing crossing
                            && crossing.atStart()
                            && crossings.leaves(i, time, stepper.state(), stepper.derivative());
            any |= due[i];
        }
        return any;
    }

    /**
     * Looks into an attempt that was accepted.
     *
     * @param to where the attempt ends
     * @param arrives whether it ends at a time that it was made for
     * @return where it ends, as a part of its length
     */
    double look(Stepper stepper, double start, double length, double to, boolean arrives) {
        Arrays.fill(due, false);
        passing = 0;
        if (crossings == null) {
            return 1;
        }
        crossings.look(stepper, start, length, to, arrives, resolution);
        double same = Crossings.SAME * resolution / Math.abs(length);
        double end = 1;
        for (int i = 0; i < crossings.count() && crossings.theta(i) <= end + same; i++) {
            if (end == 1 && events.get(crossings.event(i)).cuts()) {
                end = arrives && crossings.theta(i) >= 1 - same ? 1 : crossings.theta(i);
            }
        }
        while (passing < crossings.count() && crossings.theta(passing) < end - same) {
            passing++;
        }
        for (int i = passing; i < crossings.count() && crossings.theta(i) <= end + same; i++) {
            due[crossings.event(i)] = true;
        }
        return end;
    }

    /** Records what happens within the step without cutting it; the stepper still holds the attempt. */
    void pass(Stepper stepper, double start, double length, Ledger ledger) {
        for (int i = 0; i < passing; i++) {
            double theta = crossings.theta(i);
            double[] y = crossings.within(stepper, theta).clone();
            record(crossings.event(i), start + theta * length, theta, y, y, ledger);
        }
    }

    /** The state where a step was cut. */
    double[] stateAt(Stepper stepper, double theta) {
        return crossings.within(stepper, theta).clone();
    }

    /** Whether something happens at the end of a step; {@code whole} if no event cut it. */
    boolean happens(Stepper stepper, double time, boolean whole, Agenda agenda) {
        boolean any = false;
        last = null;
        for (int i = 0; i < due.length; i++) {
            due[i] |= whole && (agenda.happensAt(i, time) || holds(events.get(i).trigger(), stepper, time));
            any |= due[i];
        }
        return any;
    }

    private static boolean holds(Trigger trigger, Stepper stepper, double time) {
        if (trigger instanceof Trigger.When when) {
            return when.condition().holds(time, stepper.state());
        }
        return trigger instanceof Trigger.Steady steady
                && steady.tolerance().norm(stepper.state(), stepper.derivative(), stepper.states()) <= 1;
    }

    /**
     * Lets everything happen that is due, in order.
     *
     * @return the state after it; null if it was not set
     */
    double[] happen(double time, double theta, double[] state, Ledger ledger) {
        double[] y = state.clone();
        boolean set = false;
        last = null;
        for (int i = 0; i < due.length; i++) {
            if (due[i]) {
                double[] before = y;
                y = jumps[i] == null ? y : jumps[i].at(time, y);
                set |= jumps[i] != null;
                stuck |= jumps[i] != null && Math.abs(time - lastSet[i]) <= Crossings.SAME * resolution;
                lastSet[i] = jumps[i] == null ? Double.NaN : time;
                Occurrence happened = record(i, time, theta, before, y, ledger);
                last = last == null && events.get(i).terminates() ? happened : last;
            }
        }
        if (set) {
            recent[sets++ % ZENO] = time;
        }
        return set ? y : null;
    }

    private Occurrence record(int i, double time, double theta, double[] before, double[] after, Ledger ledger) {
        Occurrence happened = new Occurrence(time, i, events.get(i).name(), before, after);
        occurrences.add(happened);
        ledger.event(i, theta);
        return happened;
    }

    /** Whether the state was set again and again while the time hardly moved. */
    boolean isZeno() {
        return stuck
                || sets >= ZENO
                        && Math.abs(recent[(sets - 1) % ZENO] - recent[sets % ZENO])
                                <= ZENO * 2.0 * Crossings.SAME * resolution;
    }

    /** Whether the last events came closer and closer together, and are next to each other by now. */
    boolean nearsZeno(double time) {
        int last = occurrences.size() - 1;
        if (last < APPROACH) {
            return false;
        }
        for (int i = last; i > last - APPROACH + 1; i--) {
            if (!(between(i) < between(i - 1))) {
                return false;
            }
        }
        return between(last) <= 1e-9 * Math.max(1, Math.abs(time));
    }

    private double between(int i) {
        return Math.abs(occurrences.get(i).time() - occurrences.get(i - 1).time());
    }
}
