package org.nde4j.experiments.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nde4j.experiments.config.Json;
import org.nde4j.experiments.run.RunFolder;

/**
 * What a study wants to be shown of its files: {@code page.json}, from which the report makes sections with charts and
 * tables. Charts take their numbers from CSV files.
 */
final class StudyPage {
    private final List<Map<String, Object>> sections = new ArrayList<>();

    /** Begins a section. */
    StudyPage section(String title, String lead) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("title", title);
        section.put("lead", lead);
        section.put("charts", new ArrayList<>());
        sections.add(section);
        return this;
    }

    /**
     * A picture in colors of a file with a row for each place upward, whose first cell says where it is, and a column for
     * each place across, whose head says where it is.
     */
    StudyPage map(String file, String title, String across, String upward, String value, double low, double high) {
        Map<String, Object> chart = chart(file, title, across);
        chart.put("kind", "map");
        chart.put("y", upward);
        chart.put("value", value);
        chart.put("low", low);
        chart.put("high", high);
        return this;
    }

    /** Columns of a file as lines over another column. */
    StudyPage lines(String file, String title, String across, List<String> columns, boolean logarithmic) {
        Map<String, Object> chart = chart(file, title, across);
        chart.put("kind", "lines");
        chart.put("y", columns);
        chart.put("log", logarithmic);
        return this;
    }

    /** A whole file as a table. */
    StudyPage table(String file) {
        sections.get(sections.size() - 1).put("table", file);
        return this;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> chart(String file, String title, String across) {
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("file", file);
        chart.put("title", title);
        chart.put("x", across);
        ((List<Object>) sections.get(sections.size() - 1).get("charts")).add(chart);
        return chart;
    }

    void write(RunFolder folder) {
        folder.write("page.json", Json.pretty(Map.of("sections", sections)));
    }
}
