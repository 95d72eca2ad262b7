package org.nde4j.core.solve.methods;

/** What a method is for. */
public enum Family {
    /** Chooses by itself. */
    AUTOMATIC("for any equation"),
    /** Explicit Runge-Kutta methods. */
    EXPLICIT("for equations that are not stiff"),
    /** Explicit methods with long intervals of stability. */
    STABILIZED("for large systems with real negative eigenvalues, such as diffusion"),
    /** Methods that remember earlier steps. */
    MULTISTEP("with earlier steps remembered"),
    /** Rosenbrock and implicit Runge-Kutta methods. */
    STIFF("for stiff equations"),
    /** Implicit-explicit methods. */
    SPLIT("for equations with a stiff and another part"),
    /** Methods for positions and momenta. */
    SYMPLECTIC("for positions and momenta"),
    /** Methods whose steps can be undone. */
    REVERSIBLE("for gradients without stored states");

    private final String text;

    Family(String text) {
        this.text = text;
    }

    /** What it is for, in a few words. */
    public String text() {
        return text;
    }
}
