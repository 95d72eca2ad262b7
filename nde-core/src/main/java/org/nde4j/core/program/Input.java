package org.nde4j.core.program;

/**
 * A named argument of a program.
 *
 * @param name what it is called in messages and print-outs
 * @param value the value it binds
 */
public record Input(String name, Value value) {}
