package org.nde4j.core.solve;

import java.util.Optional;

/**
 * Something that happens during a solve: it is recorded, may change the state and may end the solve.
 *
 * <pre>{@code
 * Event bounce = Event.crossing("bounce", (trace, t, y, p) -> trace.slice(y, 1, 0, 1))
 *         .falling()
 *         .setting((trace, t, y, p) -> trace.concat(1, trace.slice(y, 1, 0, 1), trace.scale(trace.slice(y, 1, 1, 2), -0.9)));
 * }</pre>
 *
 * <p>Of several events the earlier comes first. Those at the same time, to a few units in the last place, are all applied in
 * the order in which the solve lists them, and later ones see the state that earlier ones left; then the solve ends, if
 * one of them ends it. After an event that sets the state the method starts anew. Events need a single trajectory.
 *
 * @param name what it is called in outcomes and messages
 * @param trigger when it happens
 * @param jump writes the state after it from the state before; empty if it stays
 * @param terminates whether it ends the solve
 */
public record Event(String name, Trigger trigger, Optional<Formula> jump, boolean terminates) {
    private Event(String name, Trigger trigger) {
        this(name, trigger, Optional.empty(), false);
    }

    /**
     * Happens where a value changes its sign, in either direction; the time is found to a few units in the last place on the
     * dense output, which is looked at in 8 places within every step.
     *
     * <p>A value that is exactly zero at the start counts as the side to which it goes, so a solve that starts on a section
     * is not stopped there; see {@link #alsoAtStart}.
     *
     * @param name its name
     * @param value writes the value, [B, 1]
     */
    public static Event crossing(String name, Formula value) {
        return new Event(name, new Trigger.Crossing(value, Trigger.Direction.EITHER, false));
    }

    /**
     * Happens at the end of every step at which a condition holds.
     *
     * @param name its name
     * @param condition of time and state
     */
    public static Event when(String name, Condition condition) {
        return new Event(name, new Trigger.When(condition));
    }

    /**
     * Happens at given times, which steps then end at; those outside the solve are passed over.
     *
     * @param name its name
     * @param times finite, in any order
     */
    public static Event at(String name, double... times) {
        return new Event(name, new Trigger.At(times));
    }

    /**
     * Happens at {@code from}, {@code from + period}, {@code from + 2 period} and so on, which steps then end at.
     *
     * @param name its name
     * @param period positive
     * @param from the first time
     */
    public static Event every(String name, double period, double from) {
        return new Event(name, new Trigger.Every(period, from));
    }

    /**
     * Ends the solve at the end of the first step at which the derivative f is below {@code atol + rtol |y|}, in the root
     * mean square over all states.
     */
    public static Event steadyState(double rtol, double atol) {
        return new Event("steady state", new Trigger.Steady(Tolerance.of(rtol, atol))).terminating();
    }

    /** The same, only where the value goes from negative to positive. */
    public Event rising() {
        return with(crossing().in(Trigger.Direction.RISING));
    }

    /** The same, only where the value goes from positive to negative. */
    public Event falling() {
        return with(crossing().in(Trigger.Direction.FALLING));
    }

    /** The same in both directions. */
    public Event either() {
        return with(crossing().in(Trigger.Direction.EITHER));
    }

    /** The same, which happens at the very start too if the value is zero there and leaves in the right direction. */
    public Event alsoAtStart() {
        return with(crossing().alsoAtStart());
    }

    private Trigger.Crossing crossing() {
        if (trigger instanceof Trigger.Crossing crossing) {
            return crossing;
        }
        throw new IllegalArgumentException("event '" + name
                + "' is not the crossing of a value, so it has no direction; make it by Event.crossing");
    }

    private Event with(Trigger other) {
        return new Event(name, other, jump, terminates);
    }

    /** The same that sets the state to what is written, [B, n]. */
    public Event setting(Formula after) {
        return new Event(name, trigger, Optional.of(after), terminates);
    }

    /** The same that ends the solve. */
    public Event terminating() {
        return new Event(name, trigger, jump, true);
    }

    /** The same that does not end the solve. */
    public Event continuing() {
        return new Event(name, trigger, jump, false);
    }

    /** Whether a step is cut short by it. */
    boolean cuts() {
        return terminates || jump.isPresent();
    }

    /** Holds or not. */
    @FunctionalInterface
    public interface Condition {
        /** Whether it holds at a time and a state [n]. */
        boolean holds(double time, double[] state);
    }
}
