package org.nde4j.core.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.nde4j.core.kernel.Elementary;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Compiles the numbers of one row into loops over many: a number of a row is a column, an array over a block of rows, and a
 * few operations at a time are a loop over columns, short enough for Java's compiler to do several rows at once. What is the
 * same for all rows is computed once a run.
 */
final class RowLoops {
    /** Rows at a time: the columns in use stay in the nearest cache. */
    private static final int BLOCK = 256;

    /** Behind a column, so that all columns begin at the same place of a cache line, and not at that of the memory's pages. */
    private static final int GAP = 6;

    private static final int SIDE_BY_SIDE = 8;

    /*
     * What Java's compiler still does several rows at a time, measured on loops of 2 to 8 loads, 1 to 4 stores and 2 to 16
     * operations on Java 17, where it gives up first; 25 takes twice as much.
     */
    private static final Parts.Style STYLE =
            new Parts.Style(4, 5, 1, 38, s -> !s.function().isVectorized());

    private final Parts parts;
    private final boolean[] varies; // by id
    private final int[] width; // by array
    private final List<Part> steps = new ArrayList<>();
    private final LinkedHashMap<Scalar, Integer> shared = new LinkedHashMap<>(); // what is the same for all rows
    private final HashMap<Scalar, Integer> columns = new HashMap<>(); // looked up only
    private final int sharedArray;
    private int most; // columns at a time
    private final ClassWriter file = Classes.open(ClassWriter.COMPUTE_FRAMES);

    private RowLoops(List<Scalar> all, List<Code.Store> stores, int[] width, IntPredicate byRow) {
        this.width = width;
        this.sharedArray = width.length;
        this.varies = varies(all, byRow);
        this.parts = new Parts(all, stores, s -> !varies[s.id()], STYLE);
        arrange(stores);
        place();
    }

    /**
     * Loops over rows.
     *
     * @param all the numbers of one row
     * @param stores what is kept, all of it by row
     * @param width by array, how many numbers a row has
     * @param byRow whether an array goes on from row to row; else it is the same for all
     */
    static Unit compile(List<Scalar> all, List<Code.Store> stores, int[] width, IntPredicate byRow) {
        RowLoops writer = new RowLoops(all, stores, width, byRow);
        List<Code.Store> once = new ArrayList<>();
        writer.shared.forEach((s, i) -> once.add(new Code.Store(writer.sharedArray, i, s)));
        Code code = Classes.load(writer.write());
        return new Unit(
                StraightLine.compile(all, once),
                code,
                writer.sharedArray,
                new double[writer.shared.size()],
                new double[writer.most][BLOCK + GAP]);
    }

    /**
     * Loops with their scratch.
     *
     * @param once computes what is the same for all rows
     * @param loops the rest
     * @param place where in the memory the former goes
     * @param shared the former
     * @param columns columns of a block
     */
    record Unit(StraightLine.Unit once, Code loops, int place, double[] shared, double[][] columns) {
        /**
         * Runs the rows from {@code first} on.
         *
         * @param memory the arrays, and a place for one more
         */
        void run(double[][] memory, int first, int rows) {
            memory[place] = shared;
            once.run(memory);
            for (int from = 0; from < rows; from += BLOCK) {
                loops.run(memory, columns, first + from, Math.min(BLOCK, rows - from));
            }
        }
    }

    private static boolean[] varies(List<Scalar> all, IntPredicate byRow) {
        boolean[] varies = new boolean[all.size()];
        for (Scalar s : all) {
            varies[s.id()] = s.isLoad()
                    ? byRow.test(s.array())
                    : s.arguments().stream().anyMatch(argument -> varies[argument.id()]);
        }
        return varies;
    }

    private boolean isColumn(Scalar s) {
        return varies[s.id()] && !parts.isInline(s);
    }

    private boolean isShared(Scalar s) {
        return !varies[s.id()] && (s.isComputed() || s.isLoad());
    }

    /* The parts in order, each after what reads its inputs, and what writes an array as soon as that is complete. */
    private void arrange(List<Code.Store> stores) {
        LinkedHashMap<Integer, List<Code.Store>> waiting = new LinkedHashMap<>();
        stores.forEach(
                s -> waiting.computeIfAbsent(s.array(), a -> new ArrayList<>()).add(s));
        Set<Scalar> there = new LinkedHashSet<>();
        for (int p = 0; p < parts.count(); p++) {
            List<Scalar> roots = parts.roots(p);
            Set<Scalar> reads = new LinkedHashSet<>();
            roots.forEach(root -> reads.addAll(parts.reads(root)));
            read(reads, there);
            steps.add(isCall(roots.get(0)) ? new Call(roots.get(0)) : new Loop(roots));
            there.addAll(roots);
            waiting.values().removeIf(list -> {
                boolean complete = list.stream().allMatch(s -> !isColumn(s.value()) || there.contains(s.value()));
                return complete && scatter(list);
            });
        }
        waiting.values().forEach(list -> {
            Set<Scalar> reads = new LinkedHashSet<>();
            list.forEach(s -> reads.add(s.value()));
            read(reads, there);
            scatter(list);
        });
    }

    private static boolean isCall(Scalar s) {
        return s.function().owner() == Elementary.class && s.arguments().size() == 1;
    }

    /* Reads, with every number of an array that is needed now, those that come later. */
    private void read(Set<Scalar> needed, Set<Scalar> there) {
        needed.stream().filter(this::isShared).forEach(s -> shared.putIfAbsent(s, shared.size()));
        LinkedHashMap<Integer, List<Scalar>> loads = new LinkedHashMap<>();
        for (Scalar s : needed) {
            if (s.isLoad() && varies[s.id()] && there.add(s)) {
                loads.computeIfAbsent(s.array(), a -> new ArrayList<>()).add(s);
            }
        }
        loads.forEach((array, list) -> {
            for (int i = 0; i < list.size(); i += SIDE_BY_SIDE) {
                steps.add(new Gather(array, list.subList(i, Math.min(list.size(), i + SIDE_BY_SIDE))));
            }
        });
    }

    private boolean scatter(List<Code.Store> list) {
        list.stream().map(Code.Store::value).filter(this::isShared).forEach(s -> shared.putIfAbsent(s, shared.size()));
        for (int i = 0; i < list.size(); i += SIDE_BY_SIDE) {
            steps.add(new Scatter(list.subList(i, Math.min(list.size(), i + SIDE_BY_SIDE))));
        }
        return true;
    }

    /* Gives every number that a step hands on a column, which is free again after the last step that reads it. */
    private void place() {
        HashMap<Scalar, Integer> last = new HashMap<>(); // looked up only
        for (int i = 0; i < steps.size(); i++) {
            for (Scalar s : steps.get(i).reads()) {
                last.put(s, i);
            }
        }
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            for (Scalar s : steps.get(i).writes()) {
                if (last.getOrDefault(s, -1) > i) {
                    columns.put(s, free.isEmpty() ? most++ : free.remove(free.size() - 1));
                }
            }
            for (Scalar s : new LinkedHashSet<>(steps.get(i).reads())) {
                if (last.get(s) == i && columns.containsKey(s)) {
                    free.add(columns.get(s));
                }
            }
        }
    }

    private byte[] write() {
        for (int i = 0; i < steps.size(); i++) {
            MethodVisitor code = Classes.part(file, i);
            steps.get(i).write(new Method(code));
            Classes.close(code);
        }
        Classes.run(file, steps.size());
        return file.toByteArray();
    }

    /* A method of the compiled class. */
    private interface Part {
        /* The columns that it reads. */
        List<Scalar> reads();

        /* The columns that it may write, if someone reads them. */
        List<Scalar> writes();

        void write(Method method);
    }

    private final class Loop implements Part {
        private final List<Scalar> roots;

        Loop(List<Scalar> roots) {
            this.roots = roots;
        }

        @Override
        public List<Scalar> reads() {
            return roots.stream()
                    .flatMap(root -> parts.reads(root).stream())
                    .filter(s -> isColumn(s))
                    .toList();
        }

        @Override
        public List<Scalar> writes() {
            return roots;
        }

        @Override
        public void write(Method method) {
            Set<Scalar> needed = new LinkedHashSet<>();
            roots.forEach(root -> needed.addAll(parts.reads(root)));
            roots.forEach(needed::remove);
            List<Scalar> kept = roots.stream().filter(columns::containsKey).toList();
            needed.forEach(method::prepare);
            kept.forEach(method::prepare);
            method.loop(0, () -> {
                needed.stream().filter(s -> isColumn(s)).forEach(method::load);
                roots.forEach(method::define);
                kept.forEach(method::put);
            });
        }
    }

    private final class Call implements Part {
        private final Scalar root;

        Call(Scalar root) {
            this.root = root;
        }

        @Override
        public List<Scalar> reads() {
            return root.arguments();
        }

        @Override
        public List<Scalar> writes() {
            return List.of(root);
        }

        @Override
        public void write(Method method) {
            method.column(root.arguments().get(0));
            method.column(root);
            method.code.visitVarInsn(Opcodes.ILOAD, 3);
            Scalar.Function f = root.function();
            method.code.visitMethodInsn(
                    Opcodes.INVOKESTATIC, Type.getInternalName(f.owner()), f.name(), "([DI[DII)V", false);
        }
    }

    private final class Gather implements Part {
        private final int array;
        private final List<Scalar> loads;

        Gather(int array, List<Scalar> loads) {
            this.array = array;
            this.loads = loads;
        }

        @Override
        public List<Scalar> reads() {
            return List.of();
        }

        @Override
        public List<Scalar> writes() {
            return loads;
        }

        @Override
        public void write(Method method) {
            if (width[array] == 1) {
                method.copy(method.array(0, array), 2, method.array(1, columns.get(loads.get(0))), -1);
                return;
            }
            loads.forEach(method::prepare);
            int from = method.array(0, array);
            int at = method.row(width[array]);
            method.loop(
                    width[array],
                    () -> loads.forEach(s -> {
                        method.element(from, at, s.index());
                        method.code.visitInsn(Opcodes.DALOAD);
                        method.keep(s);
                        method.put(s);
                    }));
        }
    }

    private final class Scatter implements Part {
        private final List<Code.Store> stores;

        Scatter(List<Code.Store> stores) {
            this.stores = stores;
        }

        @Override
        public List<Scalar> reads() {
            return stores.stream()
                    .map(Code.Store::value)
                    .filter(s -> isColumn(s))
                    .toList();
        }

        @Override
        public List<Scalar> writes() {
            return List.of();
        }

        @Override
        public void write(Method method) {
            int array = stores.get(0).array();
            Scalar first = stores.get(0).value();
            if (width[array] == 1 && isColumn(first)) {
                method.copy(method.array(1, columns.get(first)), -1, method.array(0, array), 2);
                return;
            }
            stores.forEach(store -> method.prepare(store.value()));
            int to = method.array(0, array);
            int at = method.row(width[array]);
            method.loop(
                    width[array],
                    () -> stores.forEach(store -> {
                        method.element(to, at, store.index());
                        method.push(store.value());
                        method.code.visitInsn(Opcodes.DASTORE);
                    }));
        }
    }

    private final class Method extends Expressions {
        private final HashMap<Scalar, Integer> arrays = new HashMap<>(); // looked up only
        private final int[] row = new int[1]; // the local variable that a row begins at
        private final int i;

        Method(MethodVisitor code) {
            super(code, parts, 4);
            this.i = local(1);
        }

        /* Does what every round of the loop needs once. */
        void prepare(Scalar s) {
            if (isShared(s) && !arrays.containsKey(s)) {
                int from = array(0, sharedArray);
                arrays.put(s, from);
                code.visitVarInsn(Opcodes.ALOAD, from);
                constant(shared.get(s));
                code.visitInsn(Opcodes.DALOAD);
                keep(s);
            } else if (isColumn(s) && !arrays.containsKey(s)) {
                arrays.put(s, array(1, columns.get(s)));
            }
        }

        /* Pushes a column and 0. */
        void column(Scalar s) {
            code.visitVarInsn(Opcodes.ALOAD, array(1, columns.get(s)));
            code.visitInsn(Opcodes.ICONST_0);
        }

        /* Copies as many numbers as there are rows; the starts are local variables, or -1 for 0. */
        void copy(int from, int start, int to, int target) {
            code.visitVarInsn(Opcodes.ALOAD, from);
            start(start);
            code.visitVarInsn(Opcodes.ALOAD, to);
            start(target);
            code.visitVarInsn(Opcodes.ILOAD, 3);
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    "java/lang/System",
                    "arraycopy",
                    "(Ljava/lang/Object;ILjava/lang/Object;II)V",
                    false);
        }

        private void start(int local) {
            if (local < 0) {
                code.visitInsn(Opcodes.ICONST_0);
            } else {
                code.visitVarInsn(Opcodes.ILOAD, local);
            }
        }

        /* A local variable with where the first row begins. */
        int row(int numbers) {
            row[0] = local(1);
            code.visitVarInsn(Opcodes.ILOAD, 2);
            constant(numbers);
            code.visitInsn(Opcodes.IMUL);
            code.visitVarInsn(Opcodes.ISTORE, row[0]);
            return row[0];
        }

        /* Pushes an array and an index. */
        void element(int array, int at, int index) {
            code.visitVarInsn(Opcodes.ALOAD, array);
            code.visitVarInsn(Opcodes.ILOAD, at);
            constant(index);
            code.visitInsn(Opcodes.IADD);
        }

        /* A loop over the rows, which moves on by so many numbers in an array of whole rows. */
        void loop(int stride, Runnable body) {
            Label start = new Label();
            Label end = new Label();
            code.visitInsn(Opcodes.ICONST_0);
            code.visitVarInsn(Opcodes.ISTORE, i);
            code.visitLabel(start);
            code.visitVarInsn(Opcodes.ILOAD, i);
            code.visitVarInsn(Opcodes.ILOAD, 3);
            code.visitJumpInsn(Opcodes.IF_ICMPGE, end);
            body.run();
            if (stride > 0) {
                code.visitIincInsn(row[0], stride);
            }
            code.visitIincInsn(i, 1);
            code.visitJumpInsn(Opcodes.GOTO, start);
            code.visitLabel(end);
        }

        /* Reads a number from its column. */
        void load(Scalar s) {
            fetch(s);
            keep(s);
        }

        /* Writes a number that was computed into its column. */
        void put(Scalar s) {
            code.visitVarInsn(Opcodes.ALOAD, arrays.get(s));
            code.visitVarInsn(Opcodes.ILOAD, i);
            push(s);
            code.visitInsn(Opcodes.DASTORE);
        }

        @Override
        void fetch(Scalar leaf) {
            code.visitVarInsn(Opcodes.ALOAD, arrays.get(leaf));
            code.visitVarInsn(Opcodes.ILOAD, i);
            code.visitInsn(Opcodes.DALOAD);
        }
    }
}
