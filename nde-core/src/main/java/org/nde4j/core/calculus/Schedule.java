package org.nde4j.core.calculus;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.core.program.Input;
import org.nde4j.core.program.Let;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * The order of the lets of a program that goes forward and then back: what only the way back needs is computed where it
 * is needed, not kept from the way forward.
 */
final class Schedule {
    private final Program program;
    private final Trace trace = new Trace();
    private final Value[] here;

    private Schedule(Program program) {
        this.program = program;
        this.here = new Value[program.inputs().size() + program.lets().size()];
        for (Input in : program.inputs()) {
            here[in.value().id()] = trace.input(in.name(), in.value().shape());
        }
    }

    /**
     * The same program with the lets behind the first outputs in front, and all others as late as possible.
     *
     * @param program any program
     * @param first how many of its outputs belong to the way forward
     */
    static Program late(Program program, int first) {
        Schedule schedule = new Schedule(program);
        program.outputs().subList(0, first).forEach(schedule::write);
        int last = program.inputs().size() - 1; // cotangents are the last inputs, one an output
        boolean[] back = new boolean[schedule.here.length];
        for (int i = last; i > last - first; i--) {
            back[i] = true;
        }
        for (Let let : program.lets()) {
            if (let.op().operands().stream().anyMatch(v -> back[v.id()])) {
                back[let.result().id()] = true;
                schedule.write(let.result());
            }
        }
        return schedule.trace.program(
                program.outputs().stream().map(schedule::write).toArray(Value[]::new));
    }

    private Value write(Value v) {
        if (here[v.id()] == null) {
            List<Value> operands = new ArrayList<>();
            Let let = program.lets().get(v.id() - program.inputs().size());
            let.op().operands().forEach(o -> operands.add(write(o)));
            here[v.id()] = trace.emit(let.op().with(operands));
        }
        return here[v.id()];
    }
}
