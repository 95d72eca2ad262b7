package org.nde4j.core.solve;

import java.util.Arrays;

/**
 * What a solve leaves for those who read it afterwards: the time and the length of every accepted step, where in which
 * step states were saved and events happened, and the states at the start of some steps (checkpoints). Gradients, restarts and statistics
 * read it; the solve knows none of them.
 *
 * <p>The number of checkpoints is bounded. When they are all taken, every second one is dropped and from then on they
 * are taken half as often; so a ledger of a long solve holds between half and all of them, evenly spaced.
 */
public final class Ledger {
    private final int capacity;
    private double[] starts = new double[64];
    private double[] lengths = new double[64];
    private double[][] rowStarts = new double[0][];
    private double[][] rowLengths = new double[0][];
    private int steps;
    private int[] saveSteps = new int[16];
    private double[] saveThetas = new double[16];
    private int saves;
    private final double[][] states;
    private final double[][] memories;
    private int kept;
    private int spacing = 1;
    private int[] restarts = new int[0]; // steps at whose start the method started anew
    private int restarted;
    private int[][] eventSteps = new int[0][]; // step and number of the event
    private double[] eventThetas = new double[0];
    private int events;

    /**
     * An empty ledger.
     *
     * @param checkpoints the greatest number of checkpoints; 0 if nothing will be recomputed
     */
    public Ledger(int checkpoints) {
        if (checkpoints < 0 || checkpoints == 1) {
            throw new IllegalArgumentException("checkpoints must be 0 or at least 2, got " + checkpoints);
        }
        this.capacity = checkpoints;
        this.states = new double[checkpoints][];
        this.memories = new double[checkpoints][];
    }

    /** Forgets everything but its buffers. */
    public void clear() {
        steps = 0;
        saves = 0;
        kept = 0;
        spacing = 1;
        restarted = 0;
        events = 0;
    }

    /** Writes down an accepted step of all trajectories; the stepper stands at its start. */
    void step(double start, double length, Stepper stepper) {
        if (capacity > 0) {
            keep(stepper.state(), stepper.memory());
        }
        if (steps == starts.length) {
            starts = Arrays.copyOf(starts, 2 * steps);
            lengths = Arrays.copyOf(lengths, 2 * steps);
        }
        starts[steps] = start;
        lengths[steps] = length;
        steps++;
    }

    /** Writes down a step with a start and a length for each trajectory; the arrays are kept, not copied. */
    void step(double[] rowStart, double[] rowLength, double[] state, double[] memory) {
        keep(state, memory);
        if (steps == rowStarts.length) {
            rowStarts = Arrays.copyOf(rowStarts, Math.max(64, 2 * steps));
            rowLengths = Arrays.copyOf(rowLengths, rowStarts.length);
        }
        rowStarts[steps] = rowStart;
        rowLengths[steps] = rowLength;
        steps++;
    }

    private void keep(double[] state, double[] memory) {
        if (capacity > 0 && steps % spacing == 0) {
            if (kept == capacity) {
                thin();
            }
            if (steps % spacing == 0) {
                states[kept] = copy(states[kept], state);
                memories[kept] = copy(memories[kept], memory);
                kept++;
            }
        }
    }

    private void thin() {
        for (int i = 1; 2 * i < kept; i++) {
            swap(states, i, 2 * i);
            swap(memories, i, 2 * i);
        }
        kept = (kept + 1) / 2;
        spacing *= 2;
    }

    private static void swap(double[][] a, int i, int j) {
        double[] held = a[i];
        a[i] = a[j];
        a[j] = held;
    }

    private static double[] copy(double[] buffer, double[] values) {
        double[] to = buffer == null || buffer.length != values.length ? new double[values.length] : buffer;
        System.arraycopy(values, 0, to, 0, values.length);
        return to;
    }

    /** Writes down that a state was saved in the last step. */
    void save(double theta) {
        if (saves == saveSteps.length) {
            saveSteps = Arrays.copyOf(saveSteps, 2 * saves);
            saveThetas = Arrays.copyOf(saveThetas, 2 * saves);
        }
        saveSteps[saves] = steps - 1;
        saveThetas[saves] = theta;
        saves++;
    }

    /** Writes down that the end was saved: the end of the last step, if there is one. */
    void saveEnd() {
        if (steps > 0) {
            save(1);
        }
    }

    /** Writes down that the method starts anew after the last step. */
    void restart() {
        if (restarted == restarts.length) {
            restarts = Arrays.copyOf(restarts, Math.max(16, 2 * restarted));
        }
        restarts[restarted++] = steps;
    }

    /** Writes down that an event happened within the last step, or at its end. */
    void event(int index, double theta) {
        if (events == eventThetas.length) {
            eventThetas = Arrays.copyOf(eventThetas, Math.max(16, 2 * events));
            eventSteps = Arrays.copyOf(eventSteps, eventThetas.length);
        }
        eventSteps[events] = new int[] {steps - 1, index};
        eventThetas[events++] = theta;
    }

    /** Whether the method started anew at the start of a step, knowing nothing of the steps before; not said of step 0. */
    public boolean restartsAt(int step) {
        return Arrays.binarySearch(restarts, 0, restarted, step) >= 0;
    }

    /** The number of events that happened. */
    public int events() {
        return events;
    }

    /** The step that event {@code i} lies in; -1 if it happened at the start. */
    public int eventStep(int i) {
        return eventSteps[i][0];
    }

    /** Where in its step event {@code i} lies, 0 to 1; a step that an event cuts is written down with its whole length. */
    public double eventTheta(int i) {
        return eventThetas[i];
    }

    /** The number of the event, in the list of the solve. */
    public int eventIndex(int i) {
        return eventSteps[i][1];
    }

    /** The number of accepted steps. */
    public int steps() {
        return steps;
    }

    /** The time at the start of a step that is common to all trajectories. */
    public double start(int step) {
        return starts[step];
    }

    /** The signed length of a step that is common to all trajectories. */
    public double length(int step) {
        return lengths[step];
    }

    /**
     * Start and length of a step for each trajectory.
     *
     * @param step the step
     * @param start written, [B]
     * @param length written, [B]
     */
    public void rows(int step, double[] start, double[] length) {
        if (rowStarts.length > 0) {
            System.arraycopy(rowStarts[step], 0, start, 0, start.length);
            System.arraycopy(rowLengths[step], 0, length, 0, length.length);
        } else {
            Arrays.fill(start, starts[step]);
            Arrays.fill(length, lengths[step]);
        }
    }

    /** The number of saved states that lie in steps; a state saved at the very start lies in none. */
    public int saves() {
        return saves;
    }

    /** The step that saved state {@code i} lies in. */
    public int saveStep(int i) {
        return saveSteps[i];
    }

    /** Where in its step saved state {@code i} lies, 0 to 1. */
    public double saveTheta(int i) {
        return saveThetas[i];
    }

    /** The greatest number of checkpoints. */
    public int capacity() {
        return capacity;
    }

    /** The number of checkpoints there are. */
    public int checkpoints() {
        return kept;
    }

    /** The step at whose start checkpoint {@code i} lies. */
    public int checkpointStep(int i) {
        return i * spacing;
    }

    /** The state of checkpoint {@code i}; not to be modified. */
    public double[] checkpointState(int i) {
        return states[i];
    }

    /** What the method remembers at checkpoint {@code i}; not to be modified. */
    public double[] checkpointMemory(int i) {
        return memories[i];
    }
}
