package org.nde4j.experiments.cli;

import java.util.List;
import org.nde4j.experiments.run.StopRequest;
import org.nde4j.experiments.study.Chains;
import org.nde4j.experiments.study.Studies;

/** The command line with the study of the tests, as a process of its own. */
final class Toy {

    static final Studies STUDIES = new Studies(List.of(new Chains()));

    private Toy() {}

    public static void main(String[] arguments) {
        StopRequest stop = new StopRequest();
        Terminal terminal = Terminal.plain(System.out, System.err);
        Signals signals = new Signals(stop, System.err);
        Desk desk = new Desk(terminal, new ProgressLine(terminal), STUDIES, stop, signals::working);
        signals.exit(Nde.execute(desk, arguments));
    }
}
