package org.nde4j.core.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Compiles numbers without a loop: each is a local variable, read from memory at most once a method, and only what is kept
 * goes back. Java compiles no method of more than 8000 bytes, so there are several, and numbers that one computes and
 * another reads go through an array.
 */
final class StraightLine {
    /* Bytes of instructions, at most, of the 8000 that Java compiles. */
    private static final Parts.Style STYLE = new Parts.Style(20, 30, 20, 7000, s -> false);

    private static final int STORES = 250;

    private final Parts parts;
    private final List<List<Code.Store>> late = new ArrayList<>(); // by method after the parts
    private final HashMap<Scalar, List<Code.Store>> stores = new HashMap<>(); // looked up only
    private final HashMap<Scalar, Integer> crossing = new HashMap<>(); // looked up only
    private final ClassWriter file = Classes.open(ClassWriter.COMPUTE_MAXS);

    private StraightLine(List<Scalar> all, List<Code.Store> stores) {
        this.parts = new Parts(all, stores, s -> false, STYLE);
        sort(all, stores);
        cross();
    }

    /**
     * Code for numbers; its scratch is one array.
     *
     * @param stores what is kept; an array that is read is written after all reads
     */
    static Unit compile(List<Scalar> all, List<Code.Store> stores) {
        StraightLine writer = new StraightLine(all, stores);
        return new Unit(Classes.load(writer.write()), new double[][] {new double[writer.crossing.size()]});
    }

    /**
     * Code with its scratch.
     *
     * @param code the code
     * @param scratch what it asked for
     */
    record Unit(Code code, double[][] scratch) {
        void run(double[][] memory) {
            code.run(memory, scratch, 0, 1);
        }
    }

    private void sort(List<Scalar> all, List<Code.Store> every) {
        Set<Integer> read = new HashSet<>(); // looked up only
        all.stream().filter(s -> s.isLoad() && parts.isRead(s)).forEach(s -> read.add(s.array()));
        for (Code.Store store : every) {
            if (store.value().isComputed() && !read.contains(store.array())) {
                stores.computeIfAbsent(store.value(), s -> new ArrayList<>()).add(store);
            } else {
                if (late.isEmpty() || late.get(late.size() - 1).size() == STORES) {
                    late.add(new ArrayList<>());
                }
                late.get(late.size() - 1).add(store);
            }
        }
    }

    private void cross() {
        for (int p = 0; p < parts.count(); p++) {
            for (Scalar root : parts.roots(p)) {
                for (Scalar s : parts.reads(root)) {
                    cross(s, p);
                }
            }
        }
        late.forEach(list -> list.forEach(store -> cross(store.value(), -1)));
    }

    private void cross(Scalar s, int reader) {
        if (s.isComputed() && parts.part(s) != reader) {
            crossing.computeIfAbsent(s, key -> crossing.size());
        }
    }

    private byte[] write() {
        for (int p = 0; p < parts.count(); p++) {
            MethodVisitor code = Classes.part(file, p);
            Method method = new Method(code);
            parts.roots(p).forEach(method::root);
            Classes.close(code);
        }
        for (int i = 0; i < late.size(); i++) {
            MethodVisitor code = Classes.part(file, parts.count() + i);
            late.get(i).forEach(new Method(code)::store);
            Classes.close(code);
        }
        Classes.run(file, parts.count() + late.size());
        return file.toByteArray();
    }

    private final class Method extends Expressions {
        private final HashMap<Integer, Integer> arrays = new HashMap<>(); // looked up only
        private int scratch = -1;

        Method(MethodVisitor code) {
            super(code, parts, 4);
        }

        void root(Scalar s) {
            define(s);
            stores.getOrDefault(s, List.of()).forEach(this::store);
            if (crossing.containsKey(s)) {
                put(scratch(), crossing.get(s), s);
            }
        }

        void store(Code.Store store) {
            put(memory(store.array()), store.index(), store.value());
        }

        private void put(int array, int index, Scalar s) {
            code.visitVarInsn(Opcodes.ALOAD, array);
            constant(index);
            push(s);
            code.visitInsn(Opcodes.DASTORE);
        }

        @Override
        void fetch(Scalar s) {
            code.visitVarInsn(Opcodes.ALOAD, s.isLoad() ? memory(s.array()) : scratch());
            constant(s.isLoad() ? s.index() : crossing.get(s));
            code.visitInsn(Opcodes.DALOAD);
        }

        private int memory(int array) {
            return arrays.computeIfAbsent(array, a -> array(0, a));
        }

        private int scratch() {
            scratch = scratch < 0 ? array(1, 0) : scratch;
            return scratch;
        }
    }
}
