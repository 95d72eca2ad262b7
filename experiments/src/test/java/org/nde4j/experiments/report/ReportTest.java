package org.nde4j.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportTest {
    @TempDir
    Path folder;

    private static Path fixture(String name) {
        try {
            return Path.of(ReportTest.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Document parsed(String html) {
        assertTrue(html.startsWith("<!DOCTYPE html>\n"), html.substring(0, 20));
        return Golden.parsed(html.substring("<!DOCTYPE html>\n".length()));
    }

    private static List<Element> elements(Document page, String tag) {
        NodeList nodes = page.getElementsByTagName(tag);
        return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
                .map(i -> (Element) nodes.item(i))
                .toList();
    }

    private void copy(String fixture) throws IOException {
        try (Stream<Path> files = Files.list(fixture(fixture))) {
            for (Path f : files.toList())
                Files.copy(f, folder.resolve(f.getFileName().toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hare-lynx", "logistic", "lorenz", "kepler", "hostile"})
    void page_is_well_formed_and_loads_nothing(String name) {
        Document page = parsed(Report.of(fixture(name)).html());
        Set<String> ids = new HashSet<>();
        for (Element e : elements(page, "*")) {
            assertFalse(e.hasAttribute("src") || e.hasAttribute("style"), e.getTagName());
            assertFalse(
                    Set.of("link", "iframe", "object", "img", "base", "form").contains(e.getTagName()), e.getTagName());
            for (int i = 0; i < e.getAttributes().getLength(); i++) {
                assertFalse(e.getAttributes().item(i).getNodeName().startsWith("on"), "inline event handler");
            }
            if (e.hasAttribute("href")) assertTrue(e.getAttribute("href").startsWith("#"), e.getAttribute("href"));
            if (e.hasAttribute("id")) assertTrue(ids.add(e.getAttribute("id")), "twice: " + e.getAttribute("id"));
        }
        for (Element a : elements(page, "a"))
            assertTrue(ids.contains(a.getAttribute("href").substring(1)));
        assertEquals(1, elements(page, "script").size());
        assertEquals(1, elements(page, "style").size());
        assertEquals(1, elements(page, "h1").size());
        for (Element figure : elements(page, "figure")) {
            Element svg = (Element) figure.getElementsByTagName("svg").item(0);
            assertFalse(svg.getAttribute("aria-label").isBlank());
        }
    }

    @Test
    void policy_admits_just_the_script_and_style_of_the_page() throws GeneralSecurityException {
        Document page = parsed(Report.of(fixture("hostile")).html());
        String policy = elements(page, "meta").stream()
                .filter(m -> m.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .findFirst()
                .orElseThrow()
                .getAttribute("content");
        assertTrue(policy.contains("default-src 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertTrue(
                policy.contains("script-src '" + hash(elements(page, "script").get(0)) + "'"), policy);
        assertTrue(policy.contains("style-src '" + hash(elements(page, "style").get(0)) + "'"), policy);
    }

    private static String hash(Element e) throws GeneralSecurityException {
        byte[] bytes = e.getTextContent().getBytes(StandardCharsets.UTF_8);
        return "sha256-"
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void hostile_names_stay_words() {
        Report report = Report.of(fixture("hostile"));
        Document page = parsed(report.html());
        assertEquals(
                "</title><script>alert(6)</script>",
                elements(page, "title").get(0).getTextContent());
        for (String tag : List.of("b", "i", "u", "img"))
            assertEquals(0, elements(page, tag).size(), tag);
        assertTrue(page.getDocumentElement().getTextContent().contains("<b>x & y</b>"));
        assertFalse(report.plots().isEmpty());
        report.plots()
                .values()
                .forEach(svg ->
                        assertEquals(0, elements(Golden.parsed(svg), "script").size()));
    }

    @Test
    void broken_files_are_named_on_the_page() {
        String text = parsed(Report.of(fixture("hostile")).html())
                .getDocumentElement()
                .getTextContent();
        assertTrue(text.contains("summary.json is not valid JSON"));
    }

    @Test
    void page_opens_with_the_verdict_and_the_equations() {
        Document page = parsed(Report.of(fixture("hare-lynx")).html());
        String verdict = elements(page, "p").stream()
                .filter(p -> p.getAttribute("class").startsWith("verdict"))
                .findFirst()
                .orElseThrow()
                .getTextContent();
        assertEquals(
                "Found: d hare/dt = hare·(0.5238 − 0.02718·lynx) and d lynx/dt = lynx·(0.02606·hare − 0.8902);"
                        + " they predict unseen data with R² = 0.972.",
                verdict);
        assertEquals(
                "equations",
                elements(page, "section").stream()
                        .filter(s -> s.hasAttribute("id"))
                        .findFirst()
                        .orElseThrow()
                        .getAttribute("id"));
        assertEquals(2, elements(page, "math").size());
        String text = page.getDocumentElement().getTextContent();
        assertTrue(text.contains("SINDy (STLSQ) reaches R² = 0.610 (complexity 26)"), "comparison");
        assertTrue(text.contains("0.02718 ± 0.00071"), "constants");
        assertTrue(text.contains("Only 21 measurements"), "warnings");
        assertTrue(text.contains("./nde run config.yaml"), "rerun");
        assertTrue(text.contains("\\frac{d \\mathrm{lynx}}{d t}"), "LaTeX");
    }

    @Test
    void poor_equations_are_called_poor() {
        Verdict poor = Verdict.of(Findings.read(new Folder(fixture("lorenz"))));
        assertTrue(poor.weak());
        assertTrue(
                poor.sentence().endsWith("but they predict unseen data only moderately, R² = 0.420."), poor.sentence());
    }

    @Test
    void regression_shows_predictions_and_no_time() {
        Report report = Report.of(fixture("kepler"));
        assertEquals(
                Set.of("prediction.svg", "front-period.svg"), report.plots().keySet());
        assertTrue(parsed(report.html())
                .getDocumentElement()
                .getTextContent()
                .contains("period = a·sqrt(a); it predicts"));
    }

    @Test
    void many_trajectories_show_one_of_each_share_first() {
        Set<String> plots = Report.of(fixture("lorenz")).plots().keySet();
        List<String> first =
                plots.stream().filter(p -> p.startsWith("time-x")).limit(3).toList();
        assertEquals(List.of("time-x-0.svg", "time-x-6.svg", "time-x-7.svg"), first);
        assertEquals(24, plots.stream().filter(p -> p.startsWith("time-")).count());
        assertEquals(3, plots.stream().filter(p -> p.startsWith("phase-")).count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.csv",
                "trajectories.csv",
                "field.csv",
                "metrics.csv",
                "front.csv",
                "systems.csv",
                "equations.json",
                "summary.json",
                "run.json",
                "config.resolved.yaml",
                "reproduce.sh"
            })
    void any_file_may_be_missing_or_broken(String name) throws IOException {
        copy("hare-lynx");
        String whole = Report.of(folder).html();
        Files.delete(folder.resolve(name));
        assertNotEquals(whole, Report.of(folder).html());
        parsed(Report.of(folder).html());
        Files.write(folder.resolve(name), new byte[] {'"', ',', 0, (byte) 0xFF, '\n', '[', '{'});
        parsed(Report.of(folder).html());
        Files.write(folder.resolve(name), new byte[0]);
        parsed(Report.of(folder).html());
    }

    @Test
    void bad_end_is_the_first_warning() throws IOException {
        copy("hare-lynx");
        Files.writeString(
                folder.resolve("run.json"), "{\"status\":\"DIVERGED\",\"message\":\"The loss grew.\",\"process\":7}");
        List<String> warnings = Findings.read(new Folder(folder)).warnings();
        assertEquals("This run ended as DIVERGED. The loss grew.", warnings.get(0));
        assertFalse(parsed(Report.of(folder).html())
                .getDocumentElement()
                .getTextContent()
                .contains("process"));
    }

    @Test
    void empty_folder_gives_a_page() {
        Document page = parsed(Report.of(folder).html());
        assertTrue(page.getDocumentElement().getTextContent().contains("No equations were found in this folder."));
    }

    @Test
    void files_are_written_and_come_out_the_same_again() throws IOException {
        copy("hare-lynx");
        Path html = Report.write(folder);
        byte[] first = Files.readAllBytes(html);
        Report.write(folder);
        assertEquals(folder.resolve("report.html"), html);
        assertEquals(-1, java.util.Arrays.mismatch(first, Files.readAllBytes(html)));
        try (Stream<Path> plots = Files.list(folder.resolve("plots"))) {
            assertEquals(
                    Set.of(
                            "time-hare.svg",
                            "time-lynx.svg",
                            "phase-hare-lynx.svg",
                            "front-hare.svg",
                            "front-lynx.svg",
                            "training-smooth.svg",
                            "training-shoot.svg",
                            "picture.svg"),
                    Set.copyOf(plots.map(p -> p.getFileName().toString()).toList()));
        }
    }

    @Test
    void pictures_are_as_in_the_golden_files() throws IOException {
        Golden.check("picture-hare-lynx.svg", Picture.of(fixture("hare-lynx")));
        Golden.check("picture-kepler.svg", Picture.of(fixture("kepler")));
        Golden.check("time-logistic.svg", Report.of(fixture("logistic")).plots().get("time-x-2.svg"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hare-lynx", "logistic", "lorenz", "kepler", "hostile"})
    void picture_stands_alone(String name) {
        Document picture = Golden.parsed(Picture.of(fixture(name)));
        assertEquals(1, elements(picture, "style").size());
        assertFalse(elements(picture, "title").get(0).getTextContent().isBlank());
    }

    @Test
    void diverging_baseline_does_not_flatten_the_data() throws IOException {
        copy("hare-lynx");
        String rows = Files.readString(folder.resolve("trajectories.csv"));
        Files.writeString(folder.resolve("trajectories.csv"), rows + "baseline,0,1920.1,1e200,-1e200\n");
        Span span = Findings.read(new Folder(folder)).data().isEmpty() ? null : span();
        assertTrue(span.high() < 150, span.toString());
    }

    private Span span() {
        Findings run = Findings.read(new Folder(folder));
        return TimeCharts.span(run.data(), run.trajectories(), "hare");
    }
}
