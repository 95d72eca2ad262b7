/**
 * The core: straight-line programs, their derivatives, the solvers that run them and the training built on both.
 */
package org.nde4j.core;
