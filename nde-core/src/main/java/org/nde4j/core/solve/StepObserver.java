package org.nde4j.core.solve;

/** Is told of every step that a solve takes. */
@FunctionalInterface
public interface StepObserver {
    /**
     * A step was accepted; the stepper still stands at its start and holds it as an attempt, with the dense output if the
     * solve has one.
     *
     * @param start where it starts
     * @param length its signed length
     * @param end where it ends: {@code start + length} to rounding, or before, where an event cuts it
     * @param stepper holds the step
     */
    void accepted(double start, double length, double end, Stepper stepper);
}
