package org.nde4j.core.program;

import java.lang.invoke.MethodHandles;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Turns class files into code; equal files into the same code, as long as it is among those used last. */
final class Classes {
    static final String NAME = "org/nde4j/core/program/Compiled";
    static final String RUN = "([[D[[DII)V";
    private static final int KEPT = 256;

    private static final Map<ByteBuffer, Code> KNOWN = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Code> eldest) {
            return size() > KEPT;
        }
    };

    private Classes() {}

    /** A class file in the making, with a constructor. */
    static ClassWriter open(int flags) {
        ClassWriter file = new ClassWriter(flags);
        String[] interfaces = {Type.getInternalName(Code.class)};
        file.visit(Opcodes.V17, Opcodes.ACC_FINAL, NAME, null, "java/lang/Object", interfaces);
        MethodVisitor init = file.visitMethod(0, "<init>", "()V", null, null);
        init.visitVarInsn(Opcodes.ALOAD, 0);
        init.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        close(init);
        return file;
    }

    /** The method that runs the parts one after another. */
    static void run(ClassWriter file, int parts) {
        MethodVisitor run = file.visitMethod(Opcodes.ACC_PUBLIC, "run", RUN, null, null);
        for (int i = 0; i < parts; i++) {
            run.visitVarInsn(Opcodes.ALOAD, 1);
            run.visitVarInsn(Opcodes.ALOAD, 2);
            run.visitVarInsn(Opcodes.ILOAD, 3);
            run.visitVarInsn(Opcodes.ILOAD, 4);
            run.visitMethodInsn(Opcodes.INVOKESTATIC, NAME, "part" + i, RUN, false);
        }
        close(run);
    }

    /** Opens the method of a part. */
    static MethodVisitor part(ClassWriter file, int i) {
        return file.visitMethod(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, "part" + i, RUN, null, null);
    }

    /** Ends a method. */
    static void close(MethodVisitor method) {
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    /** The code of a class file. */
    static Code load(byte[] file) {
        synchronized (KNOWN) {
            return KNOWN.computeIfAbsent(ByteBuffer.wrap(file), key -> define(file));
        }
    }

    private static Code define(byte[] file) {
        try {
            Class<?> type = MethodHandles.lookup().defineHiddenClass(file, true).lookupClass();
            return (Code) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a compiled program could not be loaded", e);
        }
    }
}
