package org.nde4j.experiments.report;

/** The shares of the data, with the way their points are drawn. */
enum Share {
    TRAIN("train", "training data", Mark.Dot.DISK, null),
    VALIDATION("validation", "validation data", Mark.Dot.RING, Mark.Part.VALIDATION),
    TEST("test", "test data", Mark.Dot.DIAMOND, Mark.Part.TEST);

    final String key;
    final String label;
    final Mark.Dot dot;
    final Mark.Part part;

    Share(String key, String label, Mark.Dot dot, Mark.Part part) {
        this.key = key;
        this.label = label;
        this.dot = dot;
        this.part = part;
    }

    /** The share of that name; what is not named counts as training. */
    static Share of(String key) {
        for (Share s : values()) if (s.key.equals(key)) return s;
        return TRAIN;
    }
}
