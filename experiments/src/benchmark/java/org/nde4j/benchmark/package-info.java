/** Microbenchmarks: what one call costs, with the machine warmed up. */
package org.nde4j.benchmark;
