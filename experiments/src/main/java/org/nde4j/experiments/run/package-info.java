/**
 * Runs that can be killed at any moment and go on to the same bits: the folder, the journal in it, and what is known of
 * how it came about.
 *
 * <pre>{@code
 * RunFolder folder = RunFolder.create(Disk.local(), Path.of("runs"), "lorenz");
 * folder.write("summary.json", "{\"r2\": 0.99}\n");
 * Manifest.write(folder);
 * Manifest.check(folder).isEmpty();   // true: every file is as it was written
 * }</pre>
 *
 * <p>A file is written beside its target, forced, moved over it, and the folder is forced; so a file is there whole or
 * not at all.
 */
package org.nde4j.experiments.run;
