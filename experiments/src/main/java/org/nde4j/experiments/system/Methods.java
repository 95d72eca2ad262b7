package org.nde4j.experiments.system;

import java.util.List;
import java.util.Optional;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.explicit.BS5;
import org.nde4j.core.solve.explicit.Bosh3;
import org.nde4j.core.solve.explicit.Dop853;
import org.nde4j.core.solve.explicit.Dopri5;
import org.nde4j.core.solve.explicit.Dopri8;
import org.nde4j.core.solve.explicit.Euler;
import org.nde4j.core.solve.explicit.Fehlberg2;
import org.nde4j.core.solve.explicit.Heun;
import org.nde4j.core.solve.explicit.Heun3;
import org.nde4j.core.solve.explicit.Midpoint;
import org.nde4j.core.solve.explicit.OwrenZennaro3;
import org.nde4j.core.solve.explicit.OwrenZennaro4;
import org.nde4j.core.solve.explicit.OwrenZennaro5;
import org.nde4j.core.solve.explicit.Ralston;
import org.nde4j.core.solve.explicit.Rk4;
import org.nde4j.core.solve.explicit.ThreeEighths;
import org.nde4j.core.solve.explicit.Tsit5;
import org.nde4j.core.solve.explicit.Vern6;
import org.nde4j.core.solve.explicit.Vern7;
import org.nde4j.core.solve.explicit.Vern8;
import org.nde4j.core.solve.explicit.Vern9;

/** The methods that a file can name. A new one is a line here. */
final class Methods {

    private static final List<Solver> ALL = List.of(
            new Euler(),
            new Midpoint(),
            new Heun(),
            new Ralston(),
            new Fehlberg2(),
            new Heun3(),
            new Bosh3(),
            new OwrenZennaro3(),
            new Rk4(),
            new ThreeEighths(),
            new OwrenZennaro4(),
            new Dopri5(),
            new Tsit5(),
            new BS5(),
            new OwrenZennaro5(),
            new Vern6(),
            new Vern7(),
            new Dopri8(),
            new Dop853(),
            new Vern8(),
            new Vern9());

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
