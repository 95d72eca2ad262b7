package org.nde4j.core.solve.methods;

import java.util.Arrays;
import java.util.function.Supplier;
import org.nde4j.core.solve.Interpolant;
import org.nde4j.core.solve.Stepper;

/** The bench of {@link Auto}: the benches of both methods, of which one stands where the solve is. */
final class AutoStepper implements Stepper {
    private static final double EDGE = 0.9; // of the region of stability: nearer, the steps are held back by it
    private static final double HINT = 0.1; // of the region: a step that shows so much is looked at
    private static final int LOOK_AFTER = 8; // steps that show less
    private static final int STIFF_STEPS = 10;
    private static final double EASY = 0.5; // of the region: the explicit method could take the step
    private static final int EASY_STEPS = 3; // twice as many after every return
    private static final int MOST_EASY_STEPS = 1000;
    private static final int CALM_STEPS = 6; // in succession, after which all is forgotten

    private final Stepper explicit;
    private final Supplier<Stepper> opens;
    private final double stable;
    private final Eigenvalue eigenvalue;
    private Stepper stiff;
    private Stepper current;
    private Stepper tried; // whose step was tried last
    private double[][] parameters = {};
    private double length;
    private int easySteps;
    private int unseen; // steps since it was last looked for an eigenvalue
    private int misplaced; // steps that the other method should have taken
    private int fitting; // steps since the last of those

    AutoStepper(Stepper explicit, Supplier<Stepper> opens, double stable) {
        this.explicit = explicit;
        this.opens = opens;
        this.stable = stable;
        this.eigenvalue = new Eigenvalue(explicit.batch() * explicit.states());
        this.current = explicit;
        this.tried = explicit;
    }

    private Stepper stiff() {
        if (stiff == null) {
            stiff = opens.get();
            stiff.parameters(parameters);
        }
        return stiff;
    }

    @Override
    public int batch() {
        return explicit.batch();
    }

    @Override
    public int states() {
        return explicit.states();
    }

    @Override
    public void parameters(double[]... values) {
        parameters = values;
        explicit.parameters(values);
        if (stiff != null) {
            stiff.parameters(values);
        }
    }

    @Override
    public void start(double time, double[] state) {
        eigenvalue.forget();
        easySteps = EASY_STEPS;
        unseen = 0;
        misplaced = 0;
        fitting = 0;
        use(explicit);
        current.start(time, state);
    }

    private void use(Stepper stepper) {
        current = stepper;
        tried = stepper;
    }

    @Override
    public void attempt(double h) {
        length = h;
        tried = current;
        current.attempt(h);
    }

    @Override
    public void accept(double time) {
        double shown = Math.abs(length) * current.stiffness();
        current.accept(time);
        note(current == explicit ? isHeldBack(shown, time) : isEasy(shown, time));
        if (misplaced >= (current == explicit ? STIFF_STEPS : easySteps)) {
            change(time);
        }
    }

    private void change(double time) {
        Stepper other = current == explicit ? stiff() : explicit;
        easySteps = Math.min(MOST_EASY_STEPS, current == explicit ? easySteps : 2 * easySteps);
        other.start(time, current.state());
        current = other;
        misplaced = 0;
        fitting = 0;
    }

    /* The stages of a step show only a part of it where the solution is smooth; so now and then more is found out. */
    private boolean isHeldBack(double shown, double time) {
        unseen = shown >= HINT * stable || misplaced > 0 ? LOOK_AFTER : unseen + 1;
        if (unseen < LOOK_AFTER) {
            return false;
        }
        unseen = 0;
        return eigenvalue(shown, time) > EDGE * stable;
    }

    private boolean isEasy(double shown, double time) {
        return shown <= EASY * stable && eigenvalue(shown, time) <= EASY * stable;
    }

    private double eigenvalue(double shown, double time) {
        return Math.max(shown, Math.abs(length) * eigenvalue.follow(current, time));
    }

    /* Steps at the edge are often followed by one that is well inside; so a few of those do not count. */
    private void note(boolean wrong) {
        misplaced += wrong ? 1 : 0;
        fitting = wrong ? 0 : fitting + 1;
        if (fitting == CALM_STEPS) {
            misplaced = 0;
            fitting = 0;
        }
    }

    @Override
    public double[] state() {
        return current.state();
    }

    @Override
    public double[] derivative() {
        return current.derivative();
    }

    @Override
    public double[] derivative(double time, double[] state) {
        return explicit.derivative(time, state);
    }

    @Override
    public double[] next() {
        return tried.next();
    }

    @Override
    public double[] error() {
        return tried.error();
    }

    @Override
    public int order() {
        return tried.order();
    }

    @Override
    public Interpolant interpolant() {
        return tried.interpolant();
    }

    @Override
    public double[] piece(int i) {
        return tried.piece(i);
    }

    @Override
    public double stiffness() {
        return tried.stiffness();
    }

    /* Which method, the counts, the direction of the greatest eigenvalue, and its own. */
    @Override
    public double[] memory() {
        double[] own = current.memory();
        double[] direction = eigenvalue.direction();
        double[] all = new double[5 + direction.length + own.length];
        all[0] = current == explicit ? 0 : 1;
        all[1] = misplaced;
        all[2] = fitting;
        all[3] = easySteps;
        all[4] = unseen;
        System.arraycopy(direction, 0, all, 5, direction.length);
        System.arraycopy(own, 0, all, 5 + direction.length, own.length);
        return all;
    }

    @Override
    public void resume(double time, double[] state, double[] memory) {
        use(memory[0] == 0 ? explicit : stiff());
        misplaced = (int) memory[1];
        fitting = (int) memory[2];
        easySteps = (int) memory[3];
        unseen = (int) memory[4];
        double[] direction = eigenvalue.direction();
        System.arraycopy(memory, 5, direction, 0, direction.length);
        current.resume(time, state, Arrays.copyOfRange(memory, 5 + direction.length, memory.length));
    }

    @Override
    public Work work() {
        return stiff == null ? explicit.work() : explicit.work().plus(stiff.work());
    }

    @Override
    public String firstNonFinite() {
        return tried.firstNonFinite();
    }
}
