package org.nde4j.symbolic.evolve;

import io.jenetics.Phenotype;
import java.io.DataInput;
import java.io.IOException;
import org.nde4j.core.work.Codec;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.Fitted;

/** A code with its score on an island. */
record Member(Code code, Score score) {
    static final Codec<Code> CODE = Codec.of(
            (code, out) -> {
                out.writeInt(code.size());
                for (int p = 0; p < code.size(); p++) {
                    out.writeInt(code.token(p));
                }
                Codec.DOUBLES.write(code.constants(), out);
            },
            Member::readCode);
    static final Codec<Fitted> FITTED = Codec.record(Fitted.class, CODE, Codec.DOUBLE);
    static final Codec<Member> CODEC = Codec.record(
            Member.class, CODE, Codec.record(Score.class, Codec.DOUBLE, Codec.DOUBLE, Codec.INT, Codec.LONG));

    private static Code readCode(DataInput in) throws IOException {
        int[] tokens = new int[in.readInt()];
        for (int p = 0; p < tokens.length; p++) {
            tokens[p] = in.readInt();
        }
        return Code.of(tokens, Codec.DOUBLES.read(in));
    }

    static Member of(Phenotype<ExpressionGene, Score> phenotype) {
        return new Member(ExpressionGene.code(phenotype), phenotype.fitness());
    }

    Phenotype<ExpressionGene, Score> phenotype(Primitives primitives, long generation) {
        return Phenotype.of(ExpressionGene.genotype(code, primitives), generation, score);
    }

    Fitted fitted() {
        return new Fitted(code, score.loss());
    }
}
