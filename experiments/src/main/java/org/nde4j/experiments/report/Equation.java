package org.nde4j.experiments.report;

import java.util.List;

/**
 * One equation of {@code equations.json}, ready to be shown: each form is a whole equation with its left side.
 *
 * @param left       the left side as text, "dx/dt" or the name of a target
 * @param text       as plain text
 * @param sympy      as SymPy, the right side under a comment with the left side
 * @param latex      as LaTeX
 * @param mathml     as checked MathML, or empty where there is none that can be trusted
 * @param complexity its complexity, or NaN
 * @param constants  its numbers
 */
record Equation(
        String left,
        String text,
        String sympy,
        String latex,
        String mathml,
        double complexity,
        List<Constant> constants) {
    /** A number in an equation: with its standard error (NaN if unknown) and in exact words (perhaps empty). */
    record Constant(String name, double value, double error, String exact) {}

    /** Reads one; {@code time} is empty for an equation that is no differential equation. */
    static Equation of(Doc json, String target, String time) {
        String state = json.get("state").isPresent() ? json.get("state").text() : target;
        Left left = new Left(state, time);
        String expression = json.get("expression").text();
        String text = json.get("text").text();
        return new Equation(
                left.text(),
                text.contains("=") ? text : left.text() + " = " + (text.isEmpty() ? expression : text),
                "# " + left.text() + "\n" + either(json.get("sympy").text(), expression),
                left.latex(json.get("latex").text()),
                left.mathml(json.get("mathml").text()),
                json.get("complexity").number(),
                json.get("constants").items().stream().map(Equation::constant).toList());
    }

    /** The left side for a state as text. */
    static String left(String state, String time) {
        return new Left(state, time).text();
    }

    static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    private static Constant constant(Doc json) {
        return new Constant(
                json.get("name").text(),
                json.get("value").number(),
                json.get("standard_error").number(),
                json.get("exact").text());
    }

    /** The left side of an equation in its four forms. */
    private record Left(String state, String time) {
        String text() {
            return time.isEmpty() ? state : "d" + spaced() + "/d" + time;
        }

        private String spaced() {
            return state.length() > 1 ? " " + state : state;
        }

        String latex(String right) {
            if (right.isEmpty() || right.contains("=")) return right;
            String name = "\\mathrm{" + state.replaceAll("[^A-Za-z0-9 ]", " ") + "}";
            return (time.isEmpty() ? name : "\\frac{d " + name + "}{d " + time + "}") + " = " + right;
        }

        String mathml(String right) {
            String checked = MathMarkup.checked(right);
            if (checked.isEmpty() || checked.contains("<mo>=</mo>")) return checked;
            return "<mrow>" + derivative() + "<mo>=</mo>" + checked + "</mrow>";
        }

        private String derivative() {
            if (time.isEmpty()) return name(state);
            return "<mfrac><mrow><mi mathvariant=\"normal\">d</mi>"
                    + (state.length() > 1 ? "<mspace width=\"0.2em\"/>" : "") + name(state)
                    + "</mrow><mrow><mi mathvariant=\"normal\">d</mi>" + name(time) + "</mrow></mfrac>";
        }

        private static String name(String text) {
            return "<mi>" + Svg.escape(text) + "</mi>";
        }
    }
}
