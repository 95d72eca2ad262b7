package org.nde4j.core.solve;

import java.util.ArrayList;
import java.util.List;

/** One solve on its way from step to step: to its end, to an event that ends it, or to where it fails. */
final class March {
    private final Solve solve;
    private final Stepper stepper;
    private final ConsistentStart consistent; // null without algebraic equations
    private final Watch watch; // null without events
    private final Agenda agenda;
    private final List<Recorder> recorders;
    private final StepObserver observer;
    private final Ledger ledger;
    private final Diagnosis diagnosis;
    private final double end;
    private final double least;
    private final Stepper.Work before;
    private StepController.Judge judge;
    private double time;
    private double length;
    private int attempts;
    private int rejected;
    private int forced;
    private boolean fresh;

    March(
            Solve solve,
            Stepper stepper,
            ConsistentStart consistent,
            Watch watch,
            Agenda agenda,
            List<Recorder> recorders,
            StepObserver observer,
            Ledger ledger,
            double end) {
        this.solve = solve;
        this.stepper = stepper;
        this.consistent = consistent;
        this.watch = watch;
        this.agenda = agenda;
        this.recorders = recorders;
        this.observer = observer;
        this.ledger = ledger;
        this.diagnosis = new Diagnosis(stepper, solve.controller().tolerance());
        this.end = end;
        this.least = solve.controller().minStep();
        this.before = stepper.work();
    }

    /** From a start. */
    Outcome from(double start, double[] state) {
        stand(start, state);
        boolean bad = diagnosis.badStart() >= 0;
        boolean off = !bad && !isConsistent();
        for (Recorder recorder : recorders) {
            recorder.start(start, stepper.state());
        }
        if (bad || off) {
            return bad ? fail(Outcome.Reason.NON_FINITE, diagnosis.start(time)) : inconsistent();
        }
        if (start == end) {
            return new Outcome.Finished(solution());
        }
        boolean happens = false;
        if (watch != null) {
            watch.start(stepper, time, false, 0);
            happens = watch.happensAtStart(stepper, start, agenda);
        }
        agenda.pass(start);
        plan();
        Outcome over = settle(happens, 1, false, 0);
        return over == null ? loop() : over;
    }

    /** From where another solve stood. */
    Outcome from(Snapshot snapshot) {
        boolean anew = snapshot.fresh() || agenda.jumpsAt(snapshot.time());
        if (anew) {
            stand(snapshot.time(), snapshot.state());
        } else {
            time = snapshot.time();
            stepper.resume(time, snapshot.state(), snapshot.memory());
        }
        for (Recorder recorder : recorders) {
            recorder.start(snapshot.time(), snapshot.state());
        }
        agenda.pass(snapshot.time());
        if (anew) {
            plan();
        } else {
            judge = solve.controller().open();
            judge.resume(snapshot.control());
            length = snapshot.length();
        }
        if (watch != null && snapshot.fresh()) {
            watch.startAfterStop(stepper, time, snapshot.length());
        } else if (watch != null) {
            watch.start(stepper, time, false, 0);
        }
        return time == end ? new Outcome.Finished(solution()) : loop();
    }

    /* Where the field jumps, the solve stands on its far side. */
    private void stand(double at, double[] state) {
        time = agenda.jumpsAt(at) && at != end ? agenda.after(at) : at;
        stepper.start(time, state);
    }

    /* Knows nothing of earlier errors, and finds the length of the first step. */
    private void plan() {
        forced += judge == null ? 0 : judge.forced();
        judge = solve.controller().open();
        length = solve.controller().first(stepper, stepper.derivative(), time, agenda.target(), stepper.order());
    }

    private Outcome loop() {
        while (attempts < solve.maxSteps()) {
            double target = agenda.target();
            boolean arrives = Math.abs(length) * (1 + 1e-12) >= Math.abs(target - time);
            double tried = arrives ? agenda.lengthFrom(time) : length;
            Outcome over = tried == 0 ? arrive(target) : step(tried, target, arrives);
            if (over != null) {
                return over;
            }
        }
        return tooMany();
    }

    private Outcome arrive(double target) {
        time = target;
        return settle(watch != null && watch.happens(stepper, time, true, agenda), 1, true, length);
    }

    private Outcome step(double tried, double target, boolean arrives) {
        if (!arrives && Math.abs(tried) < Math.max(least, 4 * Math.ulp(time))) {
            return tooSmall(tried);
        }
        attempts++;
        stepper.attempt(tried);
        double cut = stepper.cut();
        if (!Double.isNaN(cut)) {
            length = cut;
            return null;
        }
        double planned = length;
        boolean accepted = judge.accepts(stepper, tried);
        length = judge.next();
        if (!accepted) {
            rejected++;
            return null;
        }
        if (!Finite.all(stepper.next())) {
            return notFinite(tried);
        }
        if (arrives && Math.abs(planned) > Math.abs(length)) {
            length = planned; // the step was short for the target's sake
        }
        double to = arrives ? target : time + tried;
        double theta = watch == null ? 1 : watch.look(stepper, time, tried, to, arrives);
        take(tried, theta == 1 ? to : time + theta * tried, theta);
        boolean happens = watch != null && watch.happens(stepper, time, theta == 1, agenda);
        return happens || arrives ? settle(happens, theta, arrives && theta == 1, tried) : null;
    }

    /* Takes the attempt, or the part of it up to an event. */
    private void take(double tried, double to, double theta) {
        ledger.step(time, tried, stepper);
        for (int i = 0; i < recorders.size(); i++) {
            recorders.get(i).accepted(time, tried, to, theta, stepper);
        }
        observer.accepted(time, tried, to, stepper);
        if (watch != null) {
            watch.pass(stepper, time, tried, ledger);
        }
        if (theta == 1) {
            stepper.accept(to);
        } else {
            double[] within = watch.stateAt(stepper, theta);
            stepper.accept(time + tried); // what remembers its steps knows this one
            stepper.start(to, within);
        }
        fresh = theta != 1;
        time = to;
    }

    /* What is due where the solve stands: events, a jump of the field, the end. */
    private Outcome settle(boolean happens, double theta, boolean arrives, double step) {
        double[] after = happens ? watch.happen(time, theta, stepper.state(), ledger) : null;
        Occurrence stop = happens ? watch.last() : null;
        boolean jump = arrives && stop == null && time != end && agenda.jumpsAt(time);
        if (arrives) {
            agenda.pass(time);
        }
        if (after != null) {
            set(after);
        }
        if (jump) {
            time = agenda.after(time);
        }
        if (after != null || jump) {
            stepper.start(time, after == null ? stepper.state().clone() : after);
            fresh = true;
        }
        if (stop != null) {
            fresh = true;
            return new Outcome.Stopped(stop, solution());
        }
        if (time == end) {
            return new Outcome.Finished(solution());
        }
        return after != null || jump ? anew(after != null, step) : null;
    }

    private void set(double[] after) {
        for (Recorder recorder : recorders) {
            recorder.set(time, stepper.state(), after);
        }
    }

    /* The method was started where the solve stands. */
    private Outcome anew(boolean set, double step) {
        ledger.restart();
        if (diagnosis.badStart() >= 0) {
            return fail(Outcome.Reason.NON_FINITE, diagnosis.afterEvent(time));
        }
        if (!isConsistent()) {
            return inconsistent();
        }
        if (set && watch.isZeno()) {
            return fail(Outcome.Reason.ZENO, diagnosis.zeno(watch.occurrences(), time));
        }
        if (set) {
            watch.start(stepper, time, true, step);
        }
        plan();
        return null;
    }

    /* Whether the algebraic equations hold where the solve stands, now that they were made to hold if that was asked for. */
    private boolean isConsistent() {
        if (consistent == null) {
            return true;
        }
        double[] found = consistent.found(solve, time, stepper.state());
        if (found != stepper.state()) {
            stepper.start(time, found);
        }
        return consistent.worst() < 0;
    }

    private Outcome inconsistent() {
        return fail(Outcome.Reason.INCONSISTENT_START, diagnosis.inconsistent(time, consistent));
    }

    private Outcome notFinite(double tried) {
        return diagnosis.isIterationFailed()
                ? fail(Outcome.Reason.NEWTON, diagnosis.iterationFailed(time, tried))
                : fail(Outcome.Reason.NON_FINITE, diagnosis.nonFinite(time, tried));
    }

    private Outcome tooSmall(double tried) {
        boolean judged = attempts > 0 && solve.controller().needsError();
        boolean iterates = judged && !(stepper instanceof ProgramStepper) && diagnosis.isIterationFailed();
        if (iterates || judged && !(Finite.all(stepper.error()) && Finite.all(stepper.next()))) {
            return notFinite(tried);
        }
        if (watch != null && watch.nearsZeno(time)) {
            return fail(Outcome.Reason.ZENO, diagnosis.zeno(watch.occurrences(), time));
        }
        return fail(Outcome.Reason.STEP_TOO_SMALL, diagnosis.tooSmall(time, tried, least));
    }

    private Outcome tooMany() {
        double[] f = stepper.derivative();
        double eigenvalue = stepper.stiffness();
        boolean chooses = stepper instanceof Stepper.Choosing;
        if (Double.isNaN(eigenvalue) && !chooses && Finite.all(f)) {
            eigenvalue = Stiffness.estimate(stepper, time, f);
        }
        return fail(
                Outcome.Reason.MAX_STEPS, diagnosis.tooMany(solve.maxSteps(), rejected, time, end, length, eigenvalue));
    }

    private Outcome fail(Outcome.Reason reason, String message) {
        return new Outcome.Failed(reason, time, message, solution());
    }

    private Solution solution() {
        Stepper.Work work = stepper.work().since(before);
        double[] state = stepper.state();
        List<Saved> outputs = new ArrayList<>(recorders.size());
        for (Recorder recorder : recorders) {
            outputs.add(recorder.saved(time, state));
        }
        double[] control = judge == null ? new double[0] : judge.memory();
        int taken = forced + (judge == null ? 0 : judge.forced());
        return new Solution(
                outputs,
                watch == null ? List.of() : watch.occurrences(),
                new Snapshot(time, state, stepper.memory(), control, length, fresh || judge == null),
                ledger,
                new Solution.Statistics(ledger.steps(), rejected, taken, work));
    }
}
