package org.nde4j.core.solve.stiff;

/** How the linear systems of a stiff method are solved. Dense always works; the others are faster on large sparse fields. */
public sealed interface LinearAlgebra permits LinearAlgebra.Kind {
    /** Chooses by the size and the sparsity of the Jacobian, see {@link StageMatrix#of}. */
    static LinearAlgebra automatic() {
        return Kind.AUTOMATIC;
    }

    /** All entries; rows are interchanged. */
    static LinearAlgebra dense() {
        return Kind.DENSE;
    }

    /** Which one. */
    enum Kind implements LinearAlgebra {
        /** Chosen by the field. */
        AUTOMATIC,
        /** All entries. */
        DENSE
    }
}
