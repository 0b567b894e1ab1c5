package dev.sextant.backtest.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void aReportIsWrittenOnceAndNeverAgain() throws IOException {
        ReportFolder reports = new ReportFolder(folder.resolve("reports"));
        ObjectNode report = report("a", "buffer-bps", "0").put("result", 1);
        assertEquals(List.of(), reports.newest(9));
        assertTrue(reports.keep(report));
        assertFalse(reports.keep(report), "the same again");
        ObjectNode other = report.deepCopy().put("result", 2);
        String refused = String.valueOf(
                assertThrows(ReportException.class, () -> reports.keep(other)).getMessage());
        assertTrue(refused.contains("holds another result of the same run"), refused);
        assertEquals(report, reports.find(id("a")).orElseThrow());
        assertEquals(1, reports.newest(9).size());
        try (var left = Files.list(folder.resolve("reports"))) {
            assertEquals(1, left.count(), "no draft is left");
        }
        assertTrue(reports.find("../" + id("a")).isEmpty());
        assertTrue(reports.find(id("b")).isEmpty());
        assertThrows(
                IllegalArgumentException.class,
                () -> reports.keep(report.deepCopy().put("id", "../x")));
    }

    @Test
    void theNewestComeFirst() throws IOException {
        ReportFolder reports = new ReportFolder(folder);
        for (String name : List.of("a", "b", "c")) {
            reports.keep(report(name, "buffer-bps", "0"));
            Files.setLastModifiedTime(
                    folder.resolve(id(name) + ".json"), FileTime.fromMillis(name.equals("b") ? 9_000 : 1_000));
        }
        Files.writeString(folder.resolve("notes.txt"), "mine");
        assertEquals(
                List.of(id("b"), id("a")),
                reports.newest(2).stream().map(KeptReport::id).toList());
        assertEquals(9_000, reports.newest(1).getFirst().keptMs());
        Files.writeString(folder.resolve(id("a") + ".json"), "{half");
        assertTrue(String.valueOf(assertThrows(ReportException.class, () -> reports.find(id("a")))
                        .getMessage())
                .contains("is no report"));
    }

    @Test
    void everySettingThatWasEverTriedOnTheRecordingCountsOnce() throws IOException {
        ReportFolder reports = new ReportFolder(folder);
        reports.keep(report("a", "buffer-bps", "0", "1", "2"));
        reports.keep(report("b", "buffer-bps", "2", "3"));
        reports.keep(report("c", "stale-ms", "2"));
        ObjectNode elsewhere = report("d", "buffer-bps", "7", "8");
        ((ObjectNode) elsewhere.path("inputs").path(0)).put("sha256", "other");
        reports.keep(elsewhere);
        assertEquals(5, TrialCount.on(report("e", "buffer-bps", "1"), reports));
        assertEquals(6, TrialCount.on(report("e", "buffer-bps", "9"), reports));
        assertTrue(TrialCount.deflated(report("e", "buffer-bps", "9"), 6).isEmpty());
    }

    @Test
    void moreTriesMakeTheSameRatioWorthLess() throws IOException {
        ObjectNode report = (ObjectNode) JSON.readTree("""
                {"judgement":{"sharpe":{"blocks":1250,"ratio":0.15811388300841897,"skewness":-3,"kurtosis":10,
                "variance_of_sets":0.002},"deflated_sharpe":{"trials":46}}}""");
        assertEquals(0.9505, TrialCount.deflated(report, 46).orElseThrow().probability(), 5e-5);
        assertEquals(0.9004, TrialCount.deflated(report, 100).orElseThrow().probability(), 5e-5);
    }

    private static String id(String letter) {
        return letter.repeat(64);
    }

    private static ObjectNode report(String letter, String parameter, String... values) throws IOException {
        ObjectNode report = (ObjectNode) JSON.readTree(
                "{\"inputs\":[{\"sha256\":\"one\"}],\"plan\":{\"settings\":{\"start\":\"USD\"}},\"sets\":[]}");
        for (String value : values) {
            report.withArray("sets").addObject().putObject("values").put(parameter, value);
        }
        return report.put("id", id(letter));
    }
}
