/**
 * Answers that are defined by a condition they satisfy, not by the steps that lead to them.
 */
package org.nde4j.implicit;
