package org.nde4j.experiments.report;

import java.util.List;

/**
 * What the template shows; all text is plain and escaped there, except the fields that hold checked markup.
 *
 * @param title     of the run
 * @param kicker    the kind of run
 * @param verdict   one sentence
 * @param weak      whether the verdict is a bad one
 * @param facts     a few numbers
 * @param warnings  what must be known first
 * @param equations what was found
 * @param constants the numbers in it
 * @param sections  everything else
 * @param assets    style, script and the policy that admits just these
 */
record Page(
        String title,
        String kicker,
        String verdict,
        boolean weak,
        List<Fact> facts,
        List<String> warnings,
        List<Equation> equations,
        Grid constants,
        List<Section> sections,
        Assets assets) {

    /** A number with its name and a remark. */
    record Fact(String value, String name) {}

    /** A heading and what stands under it. */
    record Section(String id, String title, String lead, List<Block> blocks) {}

    /** A piece of a section. */
    sealed interface Block permits Gallery, Grid, Listing {}

    /** Charts with one legend; folded away if {@code summary} is not empty. */
    record Gallery(String summary, List<Panel> panels) implements Block {
        /** The style of the arrangement: one chart, threes of small ones, or twos. */
        String arrangement() {
            if (panels.size() == 1) return "plate one";
            return panels.get(0).chart().width() <= Chart.SMALL ? "plate threes" : "plate";
        }

        List<Mark> legend() {
            return Mark.legend(
                    panels.stream().flatMap(p -> p.chart().marks().stream()).toList());
        }
    }

    /** A table; folded away if {@code summary} is not empty. */
    record Grid(String summary, List<String> head, List<Row> rows) implements Block {}

    /** A row of a table. */
    record Row(boolean chosen, List<Cell> cells) {}

    /** A cell: {@code kind} is text, number or code. */
    record Cell(String kind, String text) {
        static Cell text(String text) {
            return new Cell("words", text);
        }

        static Cell number(String text) {
            return new Cell("number", text);
        }

        static Cell code(String text) {
            return new Cell("code", text);
        }
    }

    /** Folded-away text that can be copied. */
    record Listing(String summary, String text) implements Block {}

    /** All equations in one form, a line (or more) each. */
    String all(java.util.function.Function<Equation, String> form) {
        return String.join(
                "\n", equations.stream().map(form).filter(t -> !t.isEmpty()).toList());
    }
}
