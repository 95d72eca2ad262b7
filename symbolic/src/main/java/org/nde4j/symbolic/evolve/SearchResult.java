package org.nde4j.symbolic.evolve;

import org.nde4j.symbolic.front.ParetoFront;

/**
 * What a search has found.
 *
 * @param front the expressions, simplest first, all with their constants fitted
 * @param baseline the loss of the best constant, the natural unit of the losses
 * @param births how many children were conceived
 * @param rounds how many rounds were done
 */
public record SearchResult(ParetoFront front, double baseline, long births, int rounds) {}
