/**
 * The search for expressions by age-regularized evolution on islands. The only package that knows Jenetics: an {@link
 * org.nde4j.symbolic.evolve.Island} is one of its {@code Evolution}s, and the genes, the tournament and the alterers can
 * be used in any of its engines.
 *
 * <pre>{@code
 * Search search = Search.defaults().operators("+", "-", "*", "/", "sin").seed(7);
 * SearchResult result = search.run(data, Workers.of(2), Journal.inMemory());
 * System.out.println(result.front().table());
 * }</pre>
 */
package org.nde4j.symbolic.evolve;
