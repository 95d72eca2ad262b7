package org.nde4j.core.solve;

import java.util.List;

/** What went wrong in a solve, in words: what happened, the values, what to do. */
final class Diagnosis {
    private static final double STABLE =
            1; // a step times an eigenvalue: below, an explicit method is far from its limit
    private static final double EXPLICIT = 40; // above, the method is not limited by stability

    private final Stepper stepper;
    private final Tolerance tolerance; // null without error control

    Diagnosis(Stepper stepper, Tolerance tolerance) {
        this.stepper = stepper;
        this.tolerance = tolerance;
    }

    /** The index of the first state that is not finite, or has such a derivative; -1 if there is none. */
    int badStart() {
        int bad = Finite.firstNot(stepper.state());
        return bad >= 0 ? bad : Finite.firstNot(stepper.derivative());
    }

    String start(double time) {
        int bad = badStart();
        return "the state or its derivative is not finite at the start, t = " + time + ", " + where(bad)
                + "; check the start values and the domain of the field";
    }

    String afterEvent(double time) {
        return "the state or its derivative is not finite where the solve starts anew, t = " + time + ", "
                + where(badStart()) + "; check what the event sets and the domain of the field";
    }

    String inconsistent(double time, ConsistentStart start) {
        String where = "the start, t = " + time + ", violates the algebraic equations";
        if (start.isSingular()) {
            return where + " by " + start.change()
                    + ", and they do not determine the algebraic states: the matrix of their "
                    + "derivatives is singular; differentiate them until it is not, or give start values that satisfy them";
        }
        int worst = start.worst();
        return where + ": " + where(worst) + " (value " + stepper.state()[worst] + ") would have to change by about "
                + start.change()
                + "; give start values that satisfy them, or let Solve.findingConsistentStart() find some";
    }

    String nonFinite(double time, double tried) {
        int bad = Math.max(0, Finite.firstNot(stepper.next()));
        return "the state is not finite after the step from t = " + time + " of length " + tried + ", " + where(bad)
                + "; first operation that is not: " + stepper.firstNonFinite()
                + "; shorten the steps or check the domain of the field";
    }

    String iterationFailed(double time, double tried) {
        String why = stepper.trouble().isEmpty() ? "at " + stepper.firstNonFinite() : stepper.trouble();
        return "the iteration inside the step from t = " + time + " did not converge, down to the length " + tried
                + "; "
                + why + "; check that the Jacobian is not singular there, and that the start satisfies the algebraic "
                + "equations if there are any";
    }

    /** Whether the iteration inside the step that was tried last failed. */
    boolean isIterationFailed() {
        return !stepper.trouble().isEmpty() || stepper instanceof ProgramStepper program && program.failsInNewton();
    }

    String tooSmall(double time, double tried, double least) {
        int worst = worst();
        double[] y = stepper.state();
        boolean own = Math.abs(tried) < least;
        return "the step length " + tried + " at t = " + time
                + (own ? " is below the least length, " + least : " is below the spacing of doubles there") + "; "
                + where(worst) + " (value " + y[worst]
                + ") has the greatest error; the solution may blow up, or the field may be discontinuous or "
                + "stiff there: stop before, declare the jump, rescale that state, or use a stiff method";
    }

    private int worst() {
        double[] y = stepper.state();
        double[] e = tolerance == null ? y : stepper.error();
        int worst = 0;
        double most = -1;
        for (int i = 0; i < y.length; i++) {
            double size = Math.abs(e[i]) / (tolerance == null ? 1 : tolerance.scale(i % stepper.states(), y[i]));
            if (size > most) {
                most = size;
                worst = i;
            }
        }
        return worst;
    }

    String tooMany(int attempts, int rejected, double time, double end, double length, double eigenvalue) {
        double product = Math.abs(length) * eigenvalue;
        boolean stiff = product >= STABLE && product <= EXPLICIT;
        return "not finished after " + attempts + " attempts at steps, at t = " + time + " of " + end + " (" + rejected
                + " were rejected, the last length was " + length + "); "
                + (stiff
                        ? "that length times the greatest eigenvalue, about " + eigenvalue + ", is " + product
                                + ": stability keeps the steps short, not accuracy, so the problem is stiff; use a stiff method "
                                + "such as Rodas5P, Kvaerno5 or Bdf, or allow more steps"
                        : "allow more steps, loosen the tolerances, or use a stiff method if the step stays short "
                                + "where the solution is smooth");
    }

    String zeno(List<Occurrence> occurrences, double time) {
        Occurrence last = occurrences.get(occurrences.size() - 1);
        return "events set the state again and again while the time stays at t = " + time + ", the last one is '"
                + last.name()
                + "' (event " + last.index()
                + "): infinitely many of them in a finite time; let an event end the solve before, "
                + "for instance when what bounces has become slow, or set a state that stays clear of the event";
    }

    private String where(int i) {
        int n = stepper.states();
        return "state " + i % n + (stepper.batch() > 1 ? " of trajectory " + i / n : "");
    }
}
