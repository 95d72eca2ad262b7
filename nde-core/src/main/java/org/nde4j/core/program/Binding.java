package org.nde4j.core.program;

import java.util.List;

/**
 * Where the operands and the result of one let lie in a workspace.
 *
 * <p>An element-wise op may be handed a spread operand without its being written out: see {@link Operand}.
 */
public interface Binding {
    /** Where operand {@code i} lies. */
    Operand operand(int i);

    /** The storage number of operand {@code i}, which lies there in full. */
    default int full(int i) {
        return operand(i).storage();
    }

    /** The storage number of the result. */
    int result();

    /** What a call and its derivatives share: the last evaluation of {@code f} at these operands. */
    Call.Shared shared(Differentiable f, List<Value> operands);
}
