package org.nde4j.experiments.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nde4j.experiments.run.Disk;

/**
 * The page of a run. It is made from the files of the run folder alone, so it can be made again at any time and comes out the
 * same to the byte. Missing files shorten the page; broken ones are named on it.
 */
public final class Report {
    private final Page page;

    private Report(Page page) {
        this.page = page;
    }

    /** Reads a run folder; nothing is written. */
    public static Report of(Path folder) {
        return of(new Folder(folder));
    }

    private static Report of(Folder files) {
        return new Report(WorkPage.fits(files) ? WorkPage.of(files) : new PageMaker(Findings.read(files)).page());
    }

    /**
     * Writes {@code report.html}, {@code plots/*.svg} and {@code plots/picture.svg} into a run folder, each file whole or not at
     * all.
     *
     * @return the path of the page
     * @throws IOException if a file cannot be written
     */
    public static Path write(Path folder) throws IOException {
        return write(Disk.local(), folder);
    }

    /** The same on a disk of one's choice. */
    static Path write(Disk disk, Path folder) throws IOException {
        Folder files = new Folder(folder);
        Report report = of(files);
        Path plots = folder.resolve("plots");
        disk.createFolders(plots);
        for (Map.Entry<String, String> plot : report.plots().entrySet()) {
            disk.replace(plots.resolve(plot.getKey()), plot.getValue().getBytes(UTF_8));
        }
        if (!WorkPage.fits(files)) {
            disk.replace(
                    plots.resolve("picture.svg"),
                    Picture.of(Findings.read(files)).getBytes(UTF_8));
        }
        Path html = folder.resolve("report.html");
        disk.replace(html, report.html().getBytes(UTF_8));
        return html;
    }

    /** The whole page. */
    public String html() {
        StringOutput out = new StringOutput(1 << 16);
        TemplateEngine.createPrecompiled(
                        null, ContentType.Html, Report.class.getClassLoader(), "org.nde4j.experiments.report")
                .render("report.jte", page, out);
        return out.toString();
    }

    /** The pictures by file name, each able to stand alone. */
    public Map<String, String> plots() {
        Map<String, String> plots = new LinkedHashMap<>();
        for (Page.Section section : page.sections()) {
            for (Page.Block block : section.blocks()) {
                if (block instanceof Page.Gallery gallery) gallery.panels().forEach(p -> add(p.chart(), plots));
            }
        }
        return plots;
    }

    /** Names that differ in case only would meet in one file on some systems, hence the comparison. */
    private static void add(Chart chart, Map<String, String> plots) {
        String name = chart.name();
        for (int n = 2; taken(name, plots); n++) name = chart.name() + "-" + n;
        plots.put(name + ".svg", chart.svg());
    }

    private static boolean taken(String name, Map<String, String> plots) {
        return plots.keySet().stream().anyMatch(k -> k.equalsIgnoreCase(name + ".svg"));
    }
}
