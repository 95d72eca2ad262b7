package org.nde4j.symbolic.export;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The Greek letters and their names. */
final class Greek {
    private static final List<String> NAMES = List.of(
            "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
            "xi", "omicron", "pi", "rho", "", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega");

    /** The capital letters that differ from Latin ones, as LaTeX has them. */
    private static final Set<String> CAPITALS = new TreeSet<>(
            List.of("Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega"));

    private Greek() {}

    /** The name of a Greek letter, with a capital for a capital; any other character itself. */
    static String spelled(int letter) {
        boolean small = letter >= 'α' && letter <= 'ω' && letter != 'ς';
        boolean capital = letter >= 'Α' && letter <= 'Ω' && letter != 0x03A2;
        if (!small && !capital) {
            return Character.toString(letter);
        }
        String name = NAMES.get(letter - (small ? 'α' : 'Α'));
        return small ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** Whether LaTeX has a command of this name. */
    static boolean isCommand(String name) {
        return !name.isEmpty() && (NAMES.contains(name) && !name.equals("omicron") || CAPITALS.contains(name));
    }

    /** The letter of a name; null if there is none. */
    static String letter(String name) {
        if (!isCommand(name)) {
            return null;
        }
        boolean capital = Character.isUpperCase(name.charAt(0));
        int index = NAMES.indexOf(Character.toLowerCase(name.charAt(0)) + name.substring(1));
        return Character.toString((capital ? 'Α' : 'α') + index);
    }
}
