package org.nde4j.experiments.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The few operations on files that a run needs. Everything that a run keeps goes through here, so that a test can make
 * any of them fail, or stop the world between any two.
 */
public interface Disk {

    /**
     * Makes a folder and those above it.
     *
     * @throws IOException if that fails
     */
    void createFolders(Path folder) throws IOException;

    /**
     * Makes a folder that was not there.
     *
     * @return false if there was something of this name
     * @throws IOException if that fails for another reason
     */
    boolean createFolder(Path folder) throws IOException;

    /**
     * Writes a new file, or a file anew. What was written may be lost when the machine stops, until it is forced.
     *
     * @throws IOException if that fails; part of the bytes may have been written
     */
    void write(Path file, byte[] bytes) throws IOException;

    /**
     * Writes at the end of a file, which is made if it was not there.
     *
     * @throws IOException if that fails; part of the bytes may have been written
     */
    void append(Path file, byte[] bytes) throws IOException;

    /**
     * Returns once the content of a file, or the names in a folder, will survive if the machine stops.
     *
     * @throws IOException if that cannot be had
     */
    void force(Path fileOrFolder) throws IOException;

    /**
     * Gives a file another name in one step, in place of any file of that name.
     *
     * @throws IOException if that fails; then nothing has changed
     */
    void move(Path from, Path to) throws IOException;

    /**
     * Removes a file if it is there.
     *
     * @throws IOException if that fails
     */
    void delete(Path file) throws IOException;

    /**
     * The content of a file.
     *
     * @throws IOException if it cannot be read
     */
    byte[] read(Path file) throws IOException;

    /**
     * The paths of what is in a folder, sorted by name; none if the folder is not there.
     *
     * @throws IOException if it cannot be read
     */
    List<Path> list(Path folder) throws IOException;

    /** The disk of this machine. */
    static Disk local() {
        return LocalDisk.ONLY;
    }

    /**
     * Puts a file in its place whole: whatever happens, and whenever the machine stops, the file holds either what it
     * held before or all of the new bytes.
     *
     * @throws IOException if that fails; then the file is as it was
     */
    default void replace(Path file, byte[] bytes) throws IOException {
        Path temporary = Temporary.beside(file);
        try {
            write(temporary, bytes);
            force(temporary);
            move(temporary, file);
        } catch (IOException e) {
            Temporary.forget(this, temporary, e);
            throw e;
        }
        force(file.toAbsolutePath().getParent());
    }
}
