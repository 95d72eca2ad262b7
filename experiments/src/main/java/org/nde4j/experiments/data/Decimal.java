package org.nde4j.experiments.data;

import java.util.regex.Pattern;

/** How finite decimal numbers are written in data: digits, a point, an exponent; no hexadecimals, no type suffixes. */
final class Decimal {

    private static final Pattern FORM = Pattern.compile("[+-]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d++)?");

    private Decimal() {}

    static boolean matches(String text) {
        return FORM.matcher(text).matches();
    }
}
