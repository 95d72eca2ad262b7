/**
 * Measurements from files: tables of text with commas, semicolons or tabs, and the trajectories in them.
 *
 * <pre>{@code
 * Table table = Table.read(Path.of("swing.csv"));
 * Measurements swing = Columns.defaults().read(table);   // first column is time, the other numeric ones are states
 * swing.series().stateNames();
 * }</pre>
 *
 * <p>Arrays and weights go to and come from Python in its own formats, NPZ and safetensors:
 *
 * <pre>{@code
 * Files.write(file, new SafeTensors(parameters, Map.of()).bytes(SafeTensors.Precision.F64));
 * Parameters same = SafeTensors.read(file).parameters();
 * }</pre>
 *
 * <p>Whatever is wrong with a file is said with file, line and column in a {@link org.nde4j.experiments.data.BadData}.
 */
package org.nde4j.experiments.data;
