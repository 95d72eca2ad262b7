package org.nde4j.experiments.report;

import java.util.List;

/** The models whose solutions a run keeps, with the way they are drawn; the last is drawn on top. */
enum Model {
    BASELINE("baseline", "baseline", Ink.BASELINE, Mark.Stroke.DOTTED),
    NETWORK("network", "network", Ink.NETWORK, Mark.Stroke.DASHED),
    EQUATIONS("equations", "equations", Ink.EQUATIONS, Mark.Stroke.SOLID);

    static final List<Model> ALL = List.of(values());

    final String key;
    final String label;
    final Ink ink;
    final Mark.Stroke stroke;

    Model(String key, String label, Ink ink, Mark.Stroke stroke) {
        this.key = key;
        this.label = label;
        this.ink = ink;
        this.stroke = stroke;
    }
}
