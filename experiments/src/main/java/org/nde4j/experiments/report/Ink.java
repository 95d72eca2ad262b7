package org.nde4j.experiments.report;

/**
 * What a mark stands for, and with it its color on light and on dark paper. The hues are those of Okabe and Ito (2008),
 * told apart with any common color vision; brightness is adapted to the paper so that every ink has a contrast of at least 3.
 */
public enum Ink {
    /** Measurements: almost the color of text. */
    DATA("data", "#3a4149", "#d5dae0"),
    /** The equations that were found. */
    EQUATIONS("equations", "#c8500a", "#ff9248"),
    /** The neural network that was distilled. */
    NETWORK("network", "#0068a8", "#62bdf5"),
    /** A method to compare with. */
    BASELINE("baseline", "#007f5c", "#3fcf9f"),
    /** A fourth hue, for whatever is left. */
    OTHER("other", "#a5477d", "#e59cc6"),
    /** Background: flow lines, guides. */
    QUIET("quiet", "#8b95a1", "#6f7a87");

    private final String key;
    private final String light;
    private final String dark;

    Ink(String key, String light, String dark) {
        this.key = key;
        this.light = light;
        this.dark = dark;
    }

    /** The name of the ink in style sheets. */
    String key() {
        return key;
    }

    String on(Paper paper) {
        return paper == Paper.LIGHT ? light : dark;
    }
}
