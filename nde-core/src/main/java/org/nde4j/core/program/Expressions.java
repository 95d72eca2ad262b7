package org.nde4j.core.program;

import java.util.HashMap;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the instructions of one method of a compiled program: numbers, local variables and constants. */
abstract class Expressions {
    final MethodVisitor code;
    private final Parts parts;
    private final HashMap<Scalar, Integer> locals = new HashMap<>(); // looked up only
    private int next;

    /**
     * A method.
     *
     * @param code where it is written
     * @param parts what is computed where it is read
     * @param next the first local variable that is free
     */
    Expressions(MethodVisitor code, Parts parts, int next) {
        this.code = code;
        this.parts = parts;
        this.next = next;
    }

    /** Pushes a number that this method does not compute. */
    abstract void fetch(Scalar leaf);

    /** A new local variable. */
    int local(int slots) {
        next += slots;
        return next - slots;
    }

    /** Pushes a number. */
    void push(Scalar s) {
        Integer local = locals.get(s);
        if (local != null) {
            code.visitVarInsn(Opcodes.DLOAD, local);
        } else if (parts.isInline(s)) {
            compute(s);
        } else if (!s.isComputed() && !s.isLoad()) {
            constant(s.constant());
        } else {
            fetch(s);
            code.visitInsn(Opcodes.DUP2);
            keep(s);
        }
    }

    /** Computes a number into a local variable. */
    void define(Scalar root) {
        compute(root);
        keep(root);
    }

    /** Pops a number into a local variable. */
    void keep(Scalar s) {
        locals.put(s, local(2));
        code.visitVarInsn(Opcodes.DSTORE, locals.get(s));
    }

    private void compute(Scalar s) {
        s.arguments().forEach(this::push);
        Scalar.Function f = s.function();
        if (f.owner() == null) {
            code.visitInsn(f.opcode());
        } else {
            String descriptor = "(" + "D".repeat(s.arguments().size()) + ")D";
            code.visitMethodInsn(Opcodes.INVOKESTATIC, Type.getInternalName(f.owner()), f.name(), descriptor, false);
        }
    }

    void constant(double value) {
        if (Double.doubleToRawLongBits(value) == 0) {
            code.visitInsn(Opcodes.DCONST_0);
        } else if (value == 1) {
            code.visitInsn(Opcodes.DCONST_1);
        } else {
            code.visitLdcInsn(value);
        }
    }

    /** Pushes a whole number. */
    void constant(int value) {
        if (value <= 5) {
            code.visitInsn(Opcodes.ICONST_0 + value);
        } else if (value <= Byte.MAX_VALUE) {
            code.visitIntInsn(Opcodes.BIPUSH, value);
        } else if (value <= Short.MAX_VALUE) {
            code.visitIntInsn(Opcodes.SIPUSH, value);
        } else {
            code.visitLdcInsn(value);
        }
    }

    /** Sets a new local variable to array {@code index} of the arrays in another. */
    int array(int arrays, int index) {
        int local = local(1);
        code.visitVarInsn(Opcodes.ALOAD, arrays);
        constant(index);
        code.visitInsn(Opcodes.AALOAD);
        code.visitVarInsn(Opcodes.ASTORE, local);
        return local;
    }
}
