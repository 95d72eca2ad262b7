/**
 * Formulas as text for other languages: SymPy, NumPy, Julia, C, Java, MATLAB and Octave, LaTeX and MathML.
 *
 * <pre>{@code
 * Exporter numpy = Exporter.to(Language.NUMPY);
 * String source = numpy.function("f", List.of("x", "Sea level"), Expression.parse("x^2 + `Sea level`"));
 * String shown = Exporter.to(Language.LATEX).digits(3).formula(Expression.parse("x/(1.2345 + x)"));
 * }</pre>
 *
 * <p>Names that are no identifiers of the target are replaced; {@link org.nde4j.symbolic.export.Exporter#names} says by
 * what. Exported programs agree with {@link org.nde4j.symbolic.expression.Evaluator} to rounding, NaN included.
 */
package org.nde4j.symbolic.export;
