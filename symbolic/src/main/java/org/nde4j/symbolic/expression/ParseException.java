package org.nde4j.symbolic.expression;

/** A text that is not a formula: what is wrong, where, and what to do. */
public final class ParseException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 40;

    private final int position;

    ParseException(String problem, String text, int position) {
        super(problem + " at position " + (position + 1) + ":\n" + excerpt(text, position));
        this.position = position;
    }

    /** The index of the first character that is wrong, from 0. */
    public int position() {
        return position;
    }

    private static String excerpt(String text, int position) {
        int from = Math.max(0, position - SHOWN);
        int to = Math.min(text.length(), position + SHOWN);
        String before = (from > 0 ? "..." : "") + visible(text.substring(from, position));
        return before + visible(text.substring(position, to)) + (to < text.length() ? "..." : "") + "\n"
                + " ".repeat(before.length()) + "^";
    }

    /** Control characters, which would move the caret or play with a terminal, become dots. */
    private static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        for (char c : text.toCharArray()) {
            boolean plain =
                    !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT && !Character.isSurrogate(c);
            shown.append(plain ? c : '.');
        }
        return shown.toString();
    }
}
