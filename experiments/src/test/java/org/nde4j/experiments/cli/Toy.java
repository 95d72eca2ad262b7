package org.nde4j.experiments.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.nde4j.experiments.run.StopRequest;
import org.nde4j.experiments.study.Chains;
import org.nde4j.experiments.study.Studies;
import org.nde4j.experiments.study.Study;

/** The command line with the study of the tests beside those there are, keeping states often; a process of its own. */
final class Toy {

    static final Studies STUDIES = new Studies(List.of(new Chains()));

    private static final Duration KEEP_EVERY = Duration.ofMillis(50);

    private Toy() {}

    public static void main(String[] arguments) {
        StopRequest stop = new StopRequest();
        Terminal terminal = Terminal.plain(System.out, System.err);
        Signals signals = new Signals(stop, System.err);
        Desk desk = new Desk(terminal, new ProgressLine(terminal), studies(), stop, signals::working, KEEP_EVERY);
        signals.exit(Nde.execute(desk, arguments));
    }

    private static Studies studies() {
        List<Study<?>> all = new ArrayList<>(STUDIES.all());
        all.addAll(Studies.builtIn().all());
        return new Studies(all);
    }
}
