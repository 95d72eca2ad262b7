package org.nde4j.symbolic.expression;

/** The languages in which operators know their own spelling. */
public enum Language {
    /** SymPy, the computer algebra system of Python. */
    SYMPY,
    /** Python with NumPy imported as {@code np}. */
    NUMPY,
    /** Julia, under the broadcasting macro {@code @.}. */
    JULIA,
    /** C99 with {@code math.h}. */
    C,
    /** Java, with {@link Math}. */
    JAVA,
    /** MATLAB and Octave, element by element. */
    MATLAB,
    /** The mathematics mode of LaTeX with amsmath. */
    LATEX,
    /** The visible name in MathML. */
    MATHML
}
