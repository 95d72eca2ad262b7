package org.nde4j.experiments.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A local disk whose n-th operation fails, and all after it if it is full. Forcing costs nothing here. */
public final class FaultyDisk implements Disk {

    /** How an operation fails. */
    public enum Fault {
        /** Nothing is written, now and from now on. */
        FULL,
        /** Half of the bytes are written, now and from now on. */
        SHORT,
        /** This one time. */
        DENIED
    }

    private final Disk disk = Disk.local();
    private final Fault fault;
    private final int failing;
    private final AtomicInteger count = new AtomicInteger();

    /** The n-th operation fails, counted from 1; none if n is 0. */
    public FaultyDisk(Fault fault, int n) {
        this.fault = fault;
        this.failing = n;
    }

    /** How many operations were asked for. */
    public int operations() {
        return count.get();
    }

    @Override
    public void createFolders(Path folder) throws IOException {
        pass(folder);
        disk.createFolders(folder);
    }

    @Override
    public boolean createFolder(Path folder) throws IOException {
        pass(folder);
        return disk.createFolder(folder);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        try {
            pass(file);
        } catch (IOException e) {
            if (fault == Fault.SHORT) {
                disk.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
            throw e;
        }
        disk.write(file, bytes);
    }

    @Override
    public void append(Path file, byte[] bytes) throws IOException {
        pass(file);
        disk.append(file, bytes);
    }

    @Override
    public void force(Path fileOrFolder) throws IOException {
        pass(fileOrFolder);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        pass(to);
        disk.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        pass(file);
        disk.delete(file);
    }

    @Override
    public byte[] read(Path file) throws IOException {
        pass(file);
        return disk.read(file);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        pass(folder);
        return disk.list(folder);
    }

    private void pass(Path path) throws IOException {
        int n = count.incrementAndGet();
        if (failing > 0 && (n == failing || n > failing && fault != Fault.DENIED)) {
            throw fault == Fault.DENIED
                    ? new AccessDeniedException(path.toString())
                    : new FileSystemException(path.toString(), null, "No space left on device");
        }
    }
}
