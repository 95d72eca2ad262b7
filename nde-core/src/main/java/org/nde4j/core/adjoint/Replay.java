package org.nde4j.core.adjoint;

import org.nde4j.core.solve.Ledger;
import org.nde4j.core.solve.ProgramStepper;

/**
 * The states of a solve from its last step to its first, out of the checkpoints of its ledger: what is missing is
 * computed again, from the checkpoint before it, and some of that is kept in checkpoints that are free by then. There
 * are never more states than the ledger may hold.
 *
 * <p>A. Griewank, A. Walther, <em>Algorithm 799: revolve</em>, ACM Trans. Math. Softw. 26 (2000),
 * doi:10.1145/347837.347846, has the optimal places for a known number of steps; here they are evenly spaced.
 */
final class Replay {
    private final ProgramStepper stepper;
    private final int capacity;
    private final double[][] states;
    private final double[][] carries;
    private final int[] steps;
    private final double[] start;
    private final double[] length;
    private Ledger ledger;
    private int used;
    private int most;
    private long recomputed;

    Replay(ProgramStepper stepper, int batch, int capacity) {
        int size = stepper.state().length;
        this.stepper = stepper;
        this.capacity = capacity;
        this.states = new double[capacity][size];
        this.carries = new double[capacity][stepper.memory().length];
        this.steps = new int[capacity];
        this.start = new double[batch];
        this.length = new double[batch];
    }

    /** Takes over the checkpoints of the ledger of a solve with the given parameters. */
    void open(Ledger read, double[][] parameters) {
        stepper.parameters(parameters);
        ledger = read;
        used = 0;
        recomputed = 0;
        for (int i = 0; i < read.checkpoints(); i++) {
            push(read.checkpointStep(i), read.checkpointState(i), read.checkpointMemory(i));
        }
        most = used;
    }

    private void push(int step, double[] state, double[] carry) {
        steps[used] = step;
        System.arraycopy(state, 0, states[used], 0, state.length);
        System.arraycopy(carry, 0, carries[used], 0, carry.length);
        used++;
        most = Math.max(most, used);
    }

    /** Goes back to the start of a step; to be asked for from the last step to the first. */
    void to(int step) {
        while (steps[used - 1] > step) {
            used--;
        }
        int from = steps[used - 1];
        ledger.rows(from, start, length);
        stepper.resume(start, states[used - 1], carries[used - 1]);
        int free = capacity - used;
        int spacing = free == 0 ? Integer.MAX_VALUE : (step - from + free) / (free + 1);
        for (int i = from; i < step; i++) {
            if (i > from && spacing > 0 && (i - from) % spacing == 0 && used < capacity) {
                push(i, stepper.state(), stepper.memory());
            }
            ledger.rows(i, start, length);
            stepper.resume(start, stepper.state(), stepper.memory());
            stepper.attempt(length);
            stepper.accept();
            recomputed++;
        }
    }

    /** The state it has gone back to. */
    double[] state() {
        return stepper.state();
    }

    /** The carry there. */
    double[] carry() {
        return stepper.memory();
    }

    /** The greatest number of states held at once since it was opened. */
    int most() {
        return most;
    }

    /** How many steps were computed again since it was opened. */
    long recomputed() {
        return recomputed;
    }
}
