package org.nde4j.experiments.report;

/** The two backgrounds that a picture may be shown on, with the neutral colors that belong to them. */
enum Paper {
    LIGHT("#ffffff", "#1d2329", "#59636e", "#e4e8ec", "#aab3bd", "#eef4fb", "#fdf1e3"),
    DARK("#14181d", "#e8ecf0", "#a3adb8", "#2a3138", "#56606b", "#1a2531", "#2d251b");

    final String ground;
    final String text;
    final String soft;
    final String grid;
    final String axis;
    final String validation;
    final String test;

    Paper(String ground, String text, String soft, String grid, String axis, String validation, String test) {
        this.ground = ground;
        this.text = text;
        this.soft = soft;
        this.grid = grid;
        this.axis = axis;
        this.validation = validation;
        this.test = test;
    }
}
