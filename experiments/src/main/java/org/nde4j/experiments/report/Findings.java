package org.nde4j.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything a page needs, read from a run folder once.
 *
 * @param title        the name of the run
 * @param time         the name of the independent variable; empty for a regression
 * @param states       the states, or the one target
 * @param equations    what was found
 * @param baseline     what a simpler method found, as it stands in the file
 * @param warnings     what the reader must know first
 * @param summary      the final numbers
 * @param run          who, when, with what
 * @param data         measurements
 * @param trajectories solutions of network, equations and baseline
 * @param field        arrows of the found field
 * @param metrics      training curves
 * @param front        Pareto fronts
 * @param systems      compared systems
 * @param prediction   observed and predicted values of a regression
 * @param own          the sections that a study asks for itself
 * @param settings     the configuration
 * @param rerun        the commands that do it again
 */
record Findings(
        String title,
        String time,
        List<String> states,
        List<Equation> equations,
        Doc baseline,
        List<String> warnings,
        Doc summary,
        Doc run,
        Sheet data,
        Sheet trajectories,
        Sheet field,
        Sheet metrics,
        Sheet front,
        Sheet systems,
        Sheet prediction,
        List<Page.Section> own,
        String settings,
        String rerun) {

    static Findings read(Folder folder) {
        Doc json = folder.doc("equations.json");
        Doc run = folder.doc("run.json");
        Sheet data = folder.table("data.csv");
        boolean flow = json.get("states").isPresent() || !json.get("target").isPresent();
        String time = flow ? named(json.get("time").text(), "t") : "";
        Doc summary = folder.doc("summary.json");
        Sheet trajectories = folder.table("trajectories.csv");
        Sheet field = folder.table("field.csv");
        Sheet metrics = folder.table("metrics.csv");
        Sheet front = folder.table("front.csv");
        Sheet systems = folder.table("systems.csv");
        Sheet prediction = folder.table("prediction.csv");
        List<Page.Section> own = OwnSections.of(folder);
        String settings = named(folder.text("config.resolved.yaml"), folder.text("config.yaml"));
        String rerun = folder.text("reproduce.sh");
        List<String> warnings = new ArrayList<>(json.get("warnings").texts());
        ending(run).ifPresent(w -> warnings.add(0, w));
        warnings.addAll(folder.problems());
        return new Findings(
                title(folder, run),
                time,
                states(json, data),
                equations(json, time),
                json.get("baseline"),
                List.copyOf(warnings),
                summary,
                run,
                data,
                trajectories,
                field,
                metrics,
                front,
                systems,
                prediction,
                own,
                settings,
                rerun);
    }

    /** What to say of a run that did not come to a good end. */
    private static Optional<String> ending(Doc run) {
        String status = run.get("status").text();
        if (!List.of("STOPPED", "FAILED", "DIVERGED").contains(status)) return Optional.empty();
        return Optional.of(
                ("This run ended as " + status + ". " + run.get("message").text()).strip());
    }

    private static String title(Folder folder, Doc run) {
        for (String key : List.of("title", "name")) {
            if (!run.get(key).text().isEmpty()) return run.get(key).text();
        }
        java.nio.file.Path root = folder.root().toAbsolutePath().normalize();
        boolean stamped = root.getFileName().toString().matches("\\d{8}-\\d{6}-.*") && root.getNameCount() > 1;
        return Folder.legal((stamped ? root.getParent() : root).getFileName().toString());
    }

    private static List<String> states(Doc json, Sheet data) {
        if (json.get("target").isPresent()) return List.of(json.get("target").text());
        if (!json.get("states").items().isEmpty()) return json.get("states").texts();
        List<String> reserved = List.of("trajectory", "time", "split");
        return data.head().stream().filter(c -> !reserved.contains(c)).toList();
    }

    private static List<Equation> equations(Doc json, String time) {
        String target = json.get("target").text();
        return json.get("equations").items().stream()
                .map(e -> Equation.of(e, target, time))
                .toList();
    }

    private static String named(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    boolean isRegression() {
        return time.isEmpty();
    }
}
