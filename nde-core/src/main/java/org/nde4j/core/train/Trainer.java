package org.nde4j.core.train;

import java.util.Arrays;

/** A {@link Fit} at work on an objective: takes one step at a time. One per thread. */
public final class Trainer {
    private final Fit fit;
    private final Objective objective;
    private double[][] gradients;
    private Optimizer.Bench optimizer;

    Trainer(Fit fit, Objective objective) {
        this.fit = fit;
        this.objective = objective;
    }

    /**
     * The state after one more step; the given one stays as it is.
     *
     * @throws IllegalStateException if the training is over
     */
    public Fit.State next(Fit.State s) {
        if (s.over()) {
            throw new IllegalStateException("the training is over (" + s.status() + "), at step " + s.step());
        }
        prepare(s.now().parameters());
        double loss = objective.gradient(s.step(), s.now().parameters(), gradients);
        if (!Double.isFinite(loss) || !finite(gradients)) {
            return back(s, s.sound(), loss);
        }
        Fit.Point moved = move(s);
        return finite(moved.parameters()) ? onward(s, moved, loss) : back(s, s.now(), loss);
    }

    private void prepare(double[][] parameters) {
        if (gradients == null) {
            gradients = Arrays.stream(parameters).map(p -> new double[p.length]).toArray(double[][]::new);
            optimizer = fit.optimizer()
                    .open(Arrays.stream(parameters).mapToInt(p -> p.length).toArray());
        }
    }

    private double rate(Fit.State s) {
        return Math.scalb(fit.schedule().at(s.step()), -s.halvings());
    }

    private Fit.Point move(Fit.State s) {
        double[][] x = Arrays.stream(s.now().parameters()).map(double[]::clone).toArray(double[][]::new);
        optimizer.restore(s.now().memory());
        fit.clipping().apply(gradients);
        optimizer.step(x, gradients, rate(s));
        return new Fit.Point(x, optimizer.state());
    }

    private Fit.State onward(Fit.State s, Fit.Point moved, double loss) {
        long step = s.step() + 1;
        Fit.State next = new Fit.State(
                step,
                moved,
                s.now(),
                s.halvings(),
                s.sum() + loss,
                loss,
                s.best(),
                s.history(),
                step < fit.steps() ? Fit.Status.RUNNING : Fit.Status.FINISHED);
        return step % fit.every() == 0 || next.over() ? noted(next, rate(s)) : next;
    }

    private Fit.State noted(Fit.State s, double rate) {
        long steps = (s.step() - 1) % fit.every() + 1;
        double mean = s.sum() / steps;
        double validation = objective.validate(s.now().parameters());
        Fit.Best best = Double.isNaN(validation)
                ? better(s, mean, s.sound().parameters())
                : better(s, validation, s.now().parameters());
        boolean stop = !s.over() && best.since() >= fit.stopping().patience();
        return new Fit.State(
                s.step(),
                s.now(),
                s.sound(),
                s.halvings(),
                0,
                s.last(),
                best,
                s.history().with(new History.Row(s.step(), mean, validation, rate)),
                stop ? Fit.Status.STOPPED : s.status());
    }

    private Fit.Best better(Fit.State s, double loss, double[][] parameters) {
        Fit.Best old = s.best();
        return fit.stopping().improves(loss, old.loss())
                ? new Fit.Best(s.step(), loss, parameters, 0)
                : new Fit.Best(old.step(), old.loss(), old.parameters(), old.since() + 1);
    }

    private Fit.State back(Fit.State s, Fit.Point to, double loss) {
        boolean hopeless = s.halvings() >= fit.halvings();
        return new Fit.State(
                s.step(),
                to,
                to,
                hopeless ? s.halvings() : s.halvings() + 1,
                s.sum(),
                loss,
                s.best(),
                s.history(),
                hopeless ? Fit.Status.FAILED : Fit.Status.RUNNING);
    }

    private static boolean finite(double[][] arrays) {
        for (double[] a : arrays) {
            for (double v : a) {
                if (!Double.isFinite(v)) {
                    return false;
                }
            }
        }
        return true;
    }
}
