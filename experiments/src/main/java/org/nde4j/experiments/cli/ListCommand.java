package org.nde4j.experiments.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nde4j.experiments.config.Configuration;
import org.nde4j.experiments.run.Exit;
import org.nde4j.experiments.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "list", description = "Lists the studies, or the keys of one with their defaults.")
final class ListCommand extends Verb {

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "A study, to see its configuration.")
    String study;

    ListCommand(Desk desk) {
        super(desk);
    }

    @Override
    Answer answer() {
        return study == null ? all() : one(desk.studies().named(study));
    }

    private Answer all() {
        List<Object> studies = new ArrayList<>();
        desk.studies().all().forEach(s -> studies.add(facts(s)));
        int widest =
                desk.studies().names().stream().mapToInt(String::length).max().orElse(0);
        String text = desk.studies().all().stream()
                .map(s -> s.name() + " ".repeat(widest - s.name().length() + 2) + s.summary())
                .collect(Collectors.joining(System.lineSeparator()));
        return Answer.of(Exit.DONE, studies.isEmpty() ? "there are no studies" : text, Map.of("studies", studies));
    }

    private static Answer one(Study<?> study) {
        String keys = Configuration.ofDefaults(study.configuration()).text();
        Map<String, Object> facts = facts(study);
        facts.put("configuration", keys);
        return Answer.of(Exit.DONE, "# " + study.summary() + "\n" + keys.strip(), facts);
    }

    private static Map<String, Object> facts(Study<?> study) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", study.name());
        facts.put("summary", study.summary());
        return facts;
    }
}
