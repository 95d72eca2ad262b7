package org.nde4j.core.solve.stiff;

import java.util.stream.Stream;

class RosenbrockTest {
    static Stream<RosenbrockMethod> methods() {
        return Stream.of(new Rosenbrock23(), new Rodas3P(), new Rodas4(), new Rodas4P(), new Rodas5P());
    }
}
