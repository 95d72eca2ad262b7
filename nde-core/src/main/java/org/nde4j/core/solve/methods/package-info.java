/**
 * All methods by name, and the one that chooses between them.
 *
 * <pre>{@code
 * Method method = Methods.named("Kvaerno5");
 * Solve solve = Solve.with(new Auto(), PidController.of(1e-6, 1e-9));
 * }</pre>
 *
 * Reads the packages of the methods.
 */
package org.nde4j.core.solve.methods;
