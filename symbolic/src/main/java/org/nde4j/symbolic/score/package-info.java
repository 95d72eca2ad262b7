/**
 * How well an expression fits a sample: data, losses, the compact {@link org.nde4j.symbolic.score.Code} that searches
 * work on, its evaluation over blocks of rows, and the fit of its constants.
 *
 * <p>A {@link org.nde4j.symbolic.score.Dataset} and a {@link org.nde4j.symbolic.score.Loss} are recipes; an {@link
 * org.nde4j.symbolic.score.Evaluator} is the bench that one thread works on.
 *
 * <pre>{@code
 * Dataset data = Dataset.of(List.of("x", "y"), new double[][] {x, y}, target);
 * Evaluator bench = new Evaluator(data, Loss.squared());
 * Code code = Code.of(Expression.parse("x / (y + 1.2)"), data.variables());
 * double loss = bench.loss(code);
 * Fitted fitted = ConstantFit.defaults().fit(code, bench, Streams.of(1).stream("fit"));
 * }</pre>
 */
package org.nde4j.symbolic.score;
