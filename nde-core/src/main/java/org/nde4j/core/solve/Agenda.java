package org.nde4j.core.solve;

import java.util.List;

/** When steps must end: at the end of the solve, at stops, at jumps, and at events that happen at given times. */
final class Agenda {
    private final double end;
    private final double sign;
    private final Timetable stops;
    private final Timetable jumps;
    private final Timetable[] events; // by number; null where an event has no times
    private double target;

    Agenda(double from, double to, double[] stops, double[] jumps, List<Event> events) {
        this.end = to;
        this.sign = to < from ? -1 : 1;
        this.stops = Timetable.of(stops, from, to, false);
        this.jumps = Timetable.of(jumps, from, to, true);
        this.events = new Timetable[events.size()];
        for (int i = 0; i < this.events.length; i++) {
            this.events[i] = events.get(i).trigger().times(from, to);
        }
        aim();
    }

    private void aim() {
        target = nearer(nearer(end, stops), jumps);
        for (Timetable event : events) {
            target = event == null ? target : nearer(target, event);
        }
    }

    private double nearer(double time, Timetable table) {
        return sign * table.next() < sign * time ? table.next() : time;
    }

    /** The time at which the next step must end if it gets there. */
    double target() {
        return target;
    }

    /** Whether the field is discontinuous at a time that is up next. */
    boolean jumpsAt(double time) {
        return jumps.next() == time;
    }

    /** Whether an event happens at a time that is up next. */
    boolean happensAt(int event, double time) {
        return events[event] != null && events[event].next() == time;
    }

    /** What was up at a time is over. */
    void pass(double time) {
        pass(stops, time);
        pass(jumps, time);
        for (Timetable event : events) {
            if (event != null) {
                pass(event, time);
            }
        }
        aim();
    }

    private static void pass(Timetable table, double time) {
        if (table.next() == time) {
            table.pass();
        }
    }

    /** The first double after a time. */
    double after(double time) {
        return Math.nextAfter(time, sign * Double.POSITIVE_INFINITY);
    }

    /**
     * The length of a step to the target; before a jump it ends just short of it, so that the field is that before. 0 where
     * there is no room for a step.
     */
    double lengthFrom(double time) {
        if (!jumpsAt(target)) {
            return target - time;
        }
        double length = Math.nextAfter(target, -sign * Double.POSITIVE_INFINITY) - time;
        while (sign * length > 0 && sign * (time + length) >= sign * target) {
            length = Math.nextAfter(length, 0);
        }
        return sign * length > 0 ? length : 0;
    }
}
