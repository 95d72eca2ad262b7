package org.nde4j.core.solve.explicit;

import java.util.stream.Stream;

/** The explicit methods. A new one is a line here, and every test of this package and of the contract applies to it. */
public final class Explicit {
    private Explicit() {}

    /** All of them, with the interval in which each is stable, rounded down. */
    public static Stream<ExplicitRungeKutta> methods() {
        return Stream.of(
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
    }
}
