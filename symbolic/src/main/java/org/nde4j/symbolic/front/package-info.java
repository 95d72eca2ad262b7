/**
 * The trade between simplicity and accuracy: the best expression of each complexity, and which one to take.
 *
 * <pre>{@code
 * ParetoFront front = ParetoFront.of(points, 1e-20);
 * System.out.println(front.table());
 * Expression equation = front.choose(Choice.BEST).expression();
 * }</pre>
 */
package org.nde4j.symbolic.front;
