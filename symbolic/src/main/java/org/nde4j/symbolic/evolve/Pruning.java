package org.nde4j.symbolic.evolve;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.core.random.Streams;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.ConstantFit;
import org.nde4j.symbolic.score.Evaluator;
import org.nde4j.symbolic.score.Fitted;
import org.nde4j.symbolic.score.Token;

/**
 * All expressions in which one operator has given way to one of its operands, with constants fitted. What evolution
 * would find by chance, a factor too many for instance, is found for sure.
 */
final class Pruning {
    private final Primitives primitives;
    private final ConstantFit fit;

    Pruning(Primitives primitives, ConstantFit fit) {
        this.primitives = primitives;
        this.fit = fit;
    }

    List<Fitted> cuts(Code code, Evaluator bench) {
        List<Code> cuts = new ArrayList<>();
        for (int p = 0; p < code.size(); p++) {
            if (Token.arity(code.token(p)) > 0) {
                cuts.add(primitives.simplified(code.replace(p, Surgery.right(code, p))));
            }
            if (Token.arity(code.token(p)) == 2) {
                cuts.add(primitives.simplified(code.replace(p, Surgery.left(code, p))));
            }
        }
        return cuts.stream()
                .distinct()
                .filter(primitives::admits)
                .map(cut -> fit.fit(cut, bench, Streams.of(0).stream("pruning")))
                .toList();
    }
}
