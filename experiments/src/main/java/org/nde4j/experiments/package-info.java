/**
 * Experiments: what a configuration describes, a run carries out, a folder keeps and a report shows.
 */
package org.nde4j.experiments;
