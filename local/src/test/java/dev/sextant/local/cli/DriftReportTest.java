package dev.sextant.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftReportTest {

    private static final String DIFFERENCE =
            "{'bucket_start':'2026-11-21T10:00:00Z','kind':'different','field':'score','live':'80','recomputed':'79',"
                    + "'cause':'CAUSE','told':'why'}";

    private static JsonNode rows(String cause) {
        boolean unexplained = cause.equals("unexplained");
        String row =
                "{'day':'2026-11-21','symbol':'BTCUSDT','strategy_version':'demo@1#ab','compared':5760,'equal':5759,"
                        + "'missing_data':0,'late_input':" + (unexplained ? 0 : 1)
                        + ",'strategy_changed':0,'unexplained':"
                        + (unexplained ? 1 : 0)
                        + ",'above_limit':false,'trades':3,'latency_bps':'0.5','fill_bps':'1','total_bps':'1.5','fee_bps':null,"
                        + "'differences':[" + DIFFERENCE.replace("CAUSE", cause) + "]}";
        return tree("{'items':[" + row + "]}");
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aDayIsALineAndWhatNothingExplainsIsNamedBelow() {
        assertEquals(
                List.of(
                        "day         symbol   strategy   decided  equal  missing  late  changed  UNEXPLAINED  trades  latency"
                                + "  fill  total  fee bps",
                        "2026-11-21  BTCUSDT  demo@1#ab  5760     5759   0        0     0        1            3       0.5"
                                + "      1     1.5    -",
                        "  demo@1#ab 2026-11-21T10:00:00Z different score 80 -> 79 (unexplained: why)"),
                DriftReport.lines(rows("unexplained"), null));
        assertTrue(DriftReport.calls(rows("unexplained")));
    }

    @Test
    void whatIsExplainedIsNamedOnlyForTheDayThatWasAskedFor() {
        assertEquals(2, DriftReport.lines(rows("late_input"), null).size());
        assertEquals(3, DriftReport.lines(rows("late_input"), "2026-11-21").size());
        assertFalse(DriftReport.calls(rows("late_input")));
    }

    @Test
    void nothingIsSaidInASentence() {
        assertEquals(
                List.of("no day was measured yet; one is measured ten minutes after its end"),
                DriftReport.lines(tree("{'items':[]}"), null));
        assertEquals(
                List.of("nothing was decided and no trade was closed on 2026-11-21"),
                DriftReport.lines(tree("{'items':[]}"), "2026-11-21"));
    }
}
