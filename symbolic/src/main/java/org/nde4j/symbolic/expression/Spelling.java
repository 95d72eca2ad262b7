package org.nde4j.symbolic.expression;

import java.util.EnumMap;
import java.util.Map;

/** The names of one operator in all languages. */
record Spelling(Map<Language, String> names) {
    /** A function that has the same name nearly everywhere. */
    static Spelling function(String name) {
        return everywhere(name)
                .but(Language.NUMPY, "np." + name)
                .but(Language.JAVA, "Math." + name)
                .but(Language.LATEX, "\\" + name);
    }

    /** An infix symbol or name that is the same everywhere. */
    static Spelling everywhere(String name) {
        Map<Language, String> names = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            names.put(language, name);
        }
        return new Spelling(names);
    }

    Spelling but(Language language, String name) {
        Map<Language, String> changed = new EnumMap<>(names);
        changed.put(language, name);
        return new Spelling(changed);
    }

    /** The inverse of a trigonometric function: {@code asin}, but {@code np.arcsin} and {@code \arcsin}. */
    static Spelling arc(String name) {
        return function("a" + name)
                .but(Language.NUMPY, "np.arc" + name)
                .but(Language.LATEX, "\\arc" + name)
                .but(Language.MATHML, "arc" + name);
    }

    /** The absolute value. */
    static Spelling absolute() {
        return function("abs").but(Language.C, "fabs").but(Language.SYMPY, "Abs");
    }

    /** A function for which Julia raises an error and MATLAB turns complex outside the real domain. */
    Spelling partial() {
        String guarded = "real_" + names.get(Language.C);
        return but(Language.JULIA, guarded).but(Language.MATLAB, guarded);
    }

    String in(Language language) {
        return names.get(language);
    }
}
