package org.nde4j.experiments.system;

import java.util.List;
import java.util.Optional;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.explicit.Bosh3;
import org.nde4j.core.solve.explicit.Dopri5;
import org.nde4j.core.solve.explicit.Euler;
import org.nde4j.core.solve.explicit.Heun;
import org.nde4j.core.solve.explicit.Rk4;
import org.nde4j.core.solve.explicit.Tsit5;

/** The methods that a file can name. A new one is a line here. */
final class Methods {

    private static final List<Solver> ALL =
            List.of(new Euler(), new Heun(), new Bosh3(), new Rk4(), new Dopri5(), new Tsit5());

    private Methods() {}

    static List<String> names() {
        return ALL.stream().map(Solver::name).toList();
    }

    /** The names of those that estimate their error. */
    static List<String> adaptive() {
        return ALL.stream().filter(Solver::estimatesError).map(Solver::name).toList();
    }

    /** The method of this name; case does not count. */
    static Optional<Solver> named(String name) {
        return ALL.stream()
                .filter(method -> method.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }
}
