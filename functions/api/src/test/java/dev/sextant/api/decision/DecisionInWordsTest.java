package dev.sextant.api.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.api.http.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionInWordsTest {

    private static final String NOT_TAKEN = """
            {"decision":{"strategy":"v51_baseline","symbol":"BTCUSDT","bucket_start":"2024-08-08T23:55:00.000Z",
              "price":"61807.8","score":68,"long_score":68,"short_score":12,"direction":"LONG","taken":false,
              "gate":{"code":"score_below_threshold","text":"score 68 of 75: needed +7","missing_points":7},
              "factors":[
                {"name":"cvd","weight":30,"points":30.0,"input":"cvd_fast 12.3","input_age_ms":null,"synthetic":false},
                {"name":"p99","weight":20,"points":4.25,"input":"2 large buys","input_age_ms":null,"synthetic":false},
                {"name":"oi","weight":10,"points":9.6,"input":"oi +0.3 %","input_age_ms":90000,"synthetic":true},
                {"name":"ls_ratio","weight":10,"points":0,"input":"long/short ratio 1.64","input_age_ms":270000,
                 "synthetic":true}]},
             "bucket":{"trades":366,"complete":true},"signal":null,"orders":[],"trade":null}""";

    private static List<String> sentences(ObjectNode explanation) {
        return new DecisionInWords(explanation).sentences();
    }

    @Test
    void aDecisionNotTakenSaysWhatWasMissingAndWhere() {
        assertEquals(
                List.of(
                        "v51_baseline looked at BTCUSDT when the 15 s from 2024-08-08T23:55:00.000Z were over (366 trades,"
                                + " complete), at a price of 61807.8.",
                        "LONG scored 68 (long 68, short 12) and it was not taken: score 68 of 75: needed +7.",
                        "Most points were lost in p99 (4.3 of 20: 2 large buys); ls_ratio (0.0 of 10: long/short ratio"
                                + " 1.64, 270 s old).",
                        "Made up, not measured: oi, ls_ratio."),
                sentences(Json.object(NOT_TAKEN)));
    }

    @Test
    void aTakenOneFollowsItsSignalToTheEndOfTheTrade() {
        ObjectNode explanation = Json.object(NOT_TAKEN);
        explanation.withObject("/decision").put("taken", true).remove("factors");
        explanation.withObject("/decision/gate").put("text", "score 80 of 75: light long");
        explanation.putObject("signal").put("outcome", "approved");
        explanation.putArray("orders").addObject().put("state", "FILLED").putNull("reason");
        explanation
                .putObject("trade")
                .put("status", "sl")
                .put("opened_at", "2024-08-08T23:55:16.000Z")
                .put("closed_at", "2024-08-08T23:56:00.000Z")
                .put("pnl", "-20.5")
                .put("pnl_r", "-1.025");
        List<String> sentences = sentences(explanation);
        assertEquals(
                "LONG scored 68 (long 68, short 12) and it was taken: score 80 of 75: light long.", sentences.get(1));
        assertEquals("The signal is approved; its entry order is FILLED.", sentences.get(2));
        assertEquals(
                "The trade ended at 2024-08-08T23:56:00.000Z as sl with -20.5 (-1.025 R) after fees.",
                sentences.get(3));
    }

    @Test
    void aRefusedSignalSaysWhy() {
        ObjectNode explanation = Json.object(NOT_TAKEN);
        explanation.putObject("signal").put("outcome", "refused: strategy v51_baseline is STOPPED");
        explanation
                .putArray("orders")
                .addObject()
                .put("state", "RISK_REJECTED")
                .put("reason", "strategy v51_baseline is STOPPED");
        assertEquals(
                "The signal is refused: strategy v51_baseline is STOPPED; its entry order is RISK_REJECTED (strategy"
                        + " v51_baseline is STOPPED).",
                sentences(explanation).getLast());
    }

    @Test
    void aBucketThatIsGoneAndATieAreSaid() {
        ObjectNode explanation = Json.object(NOT_TAKEN);
        explanation.putNull("bucket");
        explanation.withObject("/decision").putNull("direction");
        List<String> sentences = sentences(explanation);
        assertEquals(
                "v51_baseline looked at BTCUSDT when the 15 s from 2024-08-08T23:55:00.000Z were over (no trades of it are"
                        + " stored), at a price of 61807.8.",
                sentences.getFirst());
        assertEquals(
                "No side was ahead (long 68, short 12) and it was not taken: score 68 of 75: needed +7.",
                sentences.get(1));
    }
}
