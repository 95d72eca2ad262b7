/**
 * Expressions a person can read, and the search for the one that explains the data.
 */
package org.nde4j.symbolic;
