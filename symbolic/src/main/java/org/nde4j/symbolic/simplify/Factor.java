package org.nde4j.symbolic.simplify;

import java.util.Optional;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.UnaryOperator;

/**
 * A base under a constant exponent. Where it is defined depends on the exponent alone: everywhere for 0, 1, 2 ...;
 * where the base is not zero for -1, -2 ...; where it is not negative for 0.5; where it is positive for -0.5.
 */
record Factor(Expression base, double power) {
    /** The product of two powers of one base, if one power is defined exactly where both are. */
    Optional<Factor> times(Factor other) {
        Factor product = new Factor(base, power + other.power);
        boolean same = product.needsNonzero() == (needsNonzero() || other.needsNonzero())
                && product.needsNonnegative() == (needsNonnegative() || other.needsNonnegative());
        return same ? Optional.of(product) : Optional.empty();
    }

    /** A power of this power, if one power is defined exactly where it is. */
    Optional<Factor> raised(double exponent) {
        if (power == 1) {
            return Optional.of(new Factor(base, exponent));
        }
        Factor raised = new Factor(base, power * exponent);
        boolean same = raised.needsNonzero() == (needsNonzero() || exponent < 0)
                && raised.needsNonnegative() == needsNonnegative();
        return isInteger(exponent) && exponent != 0 && same ? Optional.of(raised) : Optional.empty();
    }

    boolean needsNonzero() {
        return power < 0;
    }

    boolean needsNonnegative() {
        return !isInteger(power);
    }

    /** The base under the absolute value of the exponent. */
    Expression magnitude() {
        double p = Math.abs(power);
        if (p == 1) {
            return base;
        }
        return p == 0.5 ? base.apply(UnaryOperator.SQRT) : base.pow(p);
    }

    static boolean isInteger(double p) {
        return p == Math.rint(p);
    }
}
