package org.nde4j.core.solve.methods;

import static org.nde4j.core.solve.methods.Family.AUTOMATIC;
import static org.nde4j.core.solve.methods.Family.EXPLICIT;
import static org.nde4j.core.solve.methods.Family.MULTISTEP;
import static org.nde4j.core.solve.methods.Family.REVERSIBLE;
import static org.nde4j.core.solve.methods.Family.SPLIT;
import static org.nde4j.core.solve.methods.Family.STABILIZED;
import static org.nde4j.core.solve.methods.Family.STIFF;
import static org.nde4j.core.solve.methods.Family.SYMPLECTIC;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.explicit.BS5;
import org.nde4j.core.solve.explicit.Bosh3;
import org.nde4j.core.solve.explicit.Dop853;
import org.nde4j.core.solve.explicit.Dopri5;
import org.nde4j.core.solve.explicit.Dopri8;
import org.nde4j.core.solve.explicit.Euler;
import org.nde4j.core.solve.explicit.Fehlberg2;
import org.nde4j.core.solve.explicit.Heun;
import org.nde4j.core.solve.explicit.Heun3;
import org.nde4j.core.solve.explicit.Midpoint;
import org.nde4j.core.solve.explicit.OwrenZennaro3;
import org.nde4j.core.solve.explicit.OwrenZennaro4;
import org.nde4j.core.solve.explicit.OwrenZennaro5;
import org.nde4j.core.solve.explicit.Ralston;
import org.nde4j.core.solve.explicit.Rk4;
import org.nde4j.core.solve.explicit.ThreeEighths;
import org.nde4j.core.solve.explicit.Tsit5;
import org.nde4j.core.solve.explicit.Vern6;
import org.nde4j.core.solve.explicit.Vern7;
import org.nde4j.core.solve.explicit.Vern8;
import org.nde4j.core.solve.explicit.Vern9;
import org.nde4j.core.solve.multistep.Adams;
import org.nde4j.core.solve.multistep.Bdf;
import org.nde4j.core.solve.reversible.AsynchronousLeapfrog;
import org.nde4j.core.solve.reversible.LeapfrogMidpoint;
import org.nde4j.core.solve.reversible.Reversible;
import org.nde4j.core.solve.reversible.ReversibleHeun;
import org.nde4j.core.solve.stabilized.Rock2;
import org.nde4j.core.solve.stabilized.Rock4;
import org.nde4j.core.solve.stiff.GaussLegendre4;
import org.nde4j.core.solve.stiff.GaussLegendre6;
import org.nde4j.core.solve.stiff.ImplicitEuler;
import org.nde4j.core.solve.stiff.ImplicitMidpoint;
import org.nde4j.core.solve.stiff.KenCarp3;
import org.nde4j.core.solve.stiff.KenCarp4;
import org.nde4j.core.solve.stiff.KenCarp5;
import org.nde4j.core.solve.stiff.Kvaerno3;
import org.nde4j.core.solve.stiff.Kvaerno4;
import org.nde4j.core.solve.stiff.Kvaerno5;
import org.nde4j.core.solve.stiff.RadauIIA3;
import org.nde4j.core.solve.stiff.RadauIIA5;
import org.nde4j.core.solve.stiff.RadauIIA9;
import org.nde4j.core.solve.stiff.Rodas4;
import org.nde4j.core.solve.stiff.Rodas4P;
import org.nde4j.core.solve.stiff.Rodas5P;
import org.nde4j.core.solve.stiff.Rosenbrock23;
import org.nde4j.core.solve.stiff.Sdirk2;
import org.nde4j.core.solve.stiff.Sil3;
import org.nde4j.core.solve.stiff.TrBdf2;
import org.nde4j.core.solve.stiff.Trapezoid;
import org.nde4j.core.solve.symplectic.Dprkn6;
import org.nde4j.core.solve.symplectic.Nystrom4;
import org.nde4j.core.solve.symplectic.Ruth3;
import org.nde4j.core.solve.symplectic.SemiImplicitEuler;
import org.nde4j.core.solve.symplectic.Verlet;
import org.nde4j.core.solve.symplectic.Yoshida4;
import org.nde4j.core.solve.symplectic.Yoshida6;

/** The methods by name. A new one is a line here. */
public final class Methods {
    private static final List<Entry> ALL = List.of(
            new Entry(new Auto(), AUTOMATIC, "Tsit5, and Rodas5P where it is stiff; the default"),
            new Entry(new Euler(), EXPLICIT, "the simplest"),
            new Entry(new Midpoint(), EXPLICIT, "two evaluations"),
            new Entry(new Heun(), EXPLICIT, "two evaluations"),
            new Entry(new Ralston(), EXPLICIT, "two evaluations, least error of its order"),
            new Entry(new Fehlberg2(), EXPLICIT, "with a good estimate for rough tolerances"),
            new Entry(new Heun3(), EXPLICIT, "three evaluations"),
            new Entry(new Bosh3(), EXPLICIT, "Bogacki and Shampine's pair for rough tolerances"),
            new Entry(new OwrenZennaro3(), EXPLICIT, "with an optimal dense output"),
            new Entry(new Rk4(), EXPLICIT, "the classical method"),
            new Entry(new ThreeEighths(), EXPLICIT, "the 3/8 rule"),
            new Entry(new OwrenZennaro4(), EXPLICIT, "with an optimal dense output"),
            new Entry(new Dopri5(), EXPLICIT, "Dormand and Prince's pair"),
            new Entry(new Tsit5(), EXPLICIT, "Tsitouras' pair, the first choice at usual tolerances"),
            new Entry(new BS5(), EXPLICIT, "Bogacki and Shampine's pair of order 5"),
            new Entry(new OwrenZennaro5(), EXPLICIT, "with an optimal dense output"),
            new Entry(new Vern6(), EXPLICIT, "Verner's efficient pair"),
            new Entry(new Vern7(), EXPLICIT, "Verner's efficient pair, for tolerances below 1e-6"),
            new Entry(new Dopri8(), EXPLICIT, "Prince and Dormand's pair of order 8"),
            new Entry(new Dop853(), EXPLICIT, "Hairer's method with two estimates"),
            new Entry(new Vern8(), EXPLICIT, "Verner's efficient pair"),
            new Entry(new Vern9(), EXPLICIT, "Verner's efficient pair, for tolerances below 1e-10"),
            new Entry(new Rock2(), STABILIZED, "as many stages as stability needs, for rough tolerances"),
            new Entry(new Rock4(), STABILIZED, "as many stages as stability needs"),
            new Entry(new Rosenbrock23(), STIFF, "Shampine and Reichelt's pair for rough tolerances"),
            new Entry(new Rodas4(), STIFF, "a Rosenbrock method"),
            new Entry(new Rodas4P(), STIFF, "a Rosenbrock method, good for parabolic equations"),
            new Entry(new Rodas5P(), STIFF, "a Rosenbrock method, the first choice for small stiff systems"),
            new Entry(new Bdf(), STIFF, "differentiation formulas that choose order and step, for large stiff systems"),
            new Entry(new Adams(), MULTISTEP, "chooses order and step; few evaluations where they are expensive"),
            new Entry(new ImplicitEuler(), STIFF, "the simplest, and the most damping"),
            new Entry(new ImplicitMidpoint(), STIFF, "conserves quadratic invariants"),
            new Entry(new Trapezoid(), STIFF, "Crank and Nicolson's rule"),
            new Entry(new TrBdf2(), STIFF, "a step of the trapezoidal rule and one of BDF2"),
            new Entry(new Sdirk2(), STIFF, "two equal implicit stages"),
            new Entry(new Kvaerno3(), STIFF, "Kvaerno's ESDIRK pair"),
            new Entry(new Kvaerno4(), STIFF, "Kvaerno's ESDIRK pair"),
            new Entry(new Kvaerno5(), STIFF, "Kvaerno's ESDIRK pair"),
            new Entry(new KenCarp3(), SPLIT, "Kennedy and Carpenter's implicit-explicit pair"),
            new Entry(new KenCarp4(), SPLIT, "Kennedy and Carpenter's implicit-explicit pair"),
            new Entry(new KenCarp5(), SPLIT, "Kennedy and Carpenter's implicit-explicit pair"),
            new Entry(new Sil3(), SPLIT, "Whitaker and Kar's implicit-explicit method"),
            new Entry(new RadauIIA3(), STIFF, "fully implicit, for steps of one length"),
            new Entry(new RadauIIA5(), STIFF, "fully implicit, where others fail"),
            new Entry(new RadauIIA9(), STIFF, "fully implicit, for tight tolerances"),
            new Entry(new GaussLegendre4(), STIFF, "fully implicit, conserves quadratic invariants"),
            new Entry(new GaussLegendre6(), STIFF, "fully implicit, conserves quadratic invariants"),
            new Entry(new SemiImplicitEuler(), SYMPLECTIC, "the symplectic Euler method"),
            new Entry(new Verlet(), SYMPLECTIC, "velocity Verlet, the leapfrog method"),
            new Entry(new Ruth3(), SYMPLECTIC, "three forces a step"),
            new Entry(new Yoshida4(), SYMPLECTIC, "three forces a step"),
            new Entry(new Yoshida6(), SYMPLECTIC, "seven forces a step"),
            new Entry(new Nystrom4(), SYMPLECTIC, "Nystrom's method for q'' = a(t, q); not symplectic"),
            new Entry(
                    new Dprkn6(),
                    SYMPLECTIC,
                    "Dormand, El-Mikkawy and Prince's pair for q'' = a(t, q); not symplectic"),
            new Entry(new LeapfrogMidpoint(), REVERSIBLE, "the two-step midpoint method"),
            new Entry(new AsynchronousLeapfrog(), REVERSIBLE, "one evaluation, with steps of any length"),
            new Entry(new ReversibleHeun(), REVERSIBLE, "one evaluation, with an error estimate"),
            new Entry(new Reversible(new Tsit5()), REVERSIBLE, "two coupled copies of an explicit method"));

    private Methods() {}

    /**
     * A method in the list.
     *
     * @param method the method
     * @param family what it is for
     * @param text what it is, in a few words
     */
    public record Entry(Method method, Family family, String text) {
        /** What it is called. */
        public String name() {
            return method.name();
        }
    }

    /** All of them, in the order of their families and of their orders. */
    public static List<Entry> all() {
        return ALL;
    }

    /** The names of all. */
    public static List<String> names() {
        return ALL.stream().map(Entry::name).toList();
    }

    /** The names of those that estimate their error. */
    public static List<String> adaptive() {
        return ALL.stream()
                .filter(e -> e.method().estimatesError())
                .map(Entry::name)
                .toList();
    }

    /** Those of one kind, in the order of the list: the methods that a test of the kind applies to. */
    public static <M extends Method> Stream<M> of(Class<M> kind) {
        return ALL.stream().map(Entry::method).filter(kind::isInstance).map(kind::cast);
    }

    /** The method of this name; case and spaces do not count, and Auto alone is the first of its kind. */
    public static Optional<Method> named(String name) {
        String wanted = plain(name);
        return ALL.stream()
                .filter(e -> plain(e.name()).equals(wanted) || plain(e.name()).startsWith(wanted + "("))
                .map(Entry::method)
                .findFirst();
    }

    private static String plain(String name) {
        return name.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
