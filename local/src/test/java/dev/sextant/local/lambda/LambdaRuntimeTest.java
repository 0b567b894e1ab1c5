package dev.sextant.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Recorded events through the artifacts under AWS's runtime client, and through the desk's handlers: no difference. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class LambdaRuntimeTest {

    private static final String ALL_HANDLED = "{\"batchItemFailures\":[]}";

    private Path folder;
    private @Nullable Twins started;
    private Twins twins;

    @BeforeAll
    void enter(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Here and not before all: what is missing skips each test with its reason, and a report lists it. */
    @BeforeEach
    void startOnceAndRestartTheStrategy() throws IOException, SQLException {
        if (started == null) {
            started = new Twins(folder);
        }
        twins = started;
        twins.both("update strategy.strategies set state = 'RUNNING', state_reason = null");
    }

    @AfterAll
    void stop() {
        if (started != null) {
            started.close();
        }
    }

    @Test
    void signalScorerScoresABatchAndKeepsAsideWhatItCannotRead() throws Exception {
        int told = alone().told().size();
        assertEquals(ALL_HANDLED, twins.same(DeployedFunction.SIGNAL_SCORER, "market-batch.json"));
        assertEquals(List.of("12"), alone().column("select count(*)::text from strategy.decisions"));
        assertEquals(List.of("not a frame"), deadLetters("signal-scorer"));
        assertEquals(3, alone().told().size() - told, "signals");
        assertEquals(ALL_HANDLED, twins.same(DeployedFunction.SIGNAL_SCORER, "market-batch.json"), "a redelivery");
        assertEquals(List.of("12"), alone().column("select count(*)::text from strategy.decisions"));
    }

    @Test
    void riskCheckApprovesASignalOnceAndTellsIt() throws Exception {
        assertEquals(ALL_HANDLED, twins.same(DeployedFunction.RISK_CHECK, "signals-batch.json"));
        assertEquals(List.of("{}"), deadLetters("risk-check"));
        assertEquals(
                List.of("APPROVED"),
                alone().column(
                                "select concat_ws(': ', state, reason) from execution.orders where source_id like '0a4d%'"));
        assertEquals(
                1,
                alone().told().stream()
                        .filter(record -> record.contains("intent_approved"))
                        .count());
    }

    @Test
    void aBatchStopsAtTheRecordThatFailsAndTheRetryGoesOnThere() throws Exception {
        String second = "49590338271490256608559692538361571095921575989136590899";
        twins.both("alter table strategy.signals rename to signals_away");
        assertEquals(
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"" + second + "\"}]}",
                twins.same(DeployedFunction.RISK_CHECK, "unlucky-batch.json"));
        twins.both("alter table strategy.signals_away rename to signals");
        assertEquals(ALL_HANDLED, twins.same(DeployedFunction.RISK_CHECK, "unlucky-batch.json"));
    }

    @Test
    void orderPlacerSendsNothingWhileTheVenueIsAwayAndBlocksNobody() throws Exception {
        assertEquals(ALL_HANDLED, twins.same(DeployedFunction.ORDER_PLACER, "approvals-batch.json"));
        assertEquals(2, deadLetters("order-placer").size());
    }

    @Test
    void reconcilerSaysThatItCouldNotReadTheVenue() throws Exception {
        String said = twins.same(DeployedFunction.RECONCILER, "schedule.json");
        assertTrue(said.matches("\"NOT CLEAN: .* [1-9][0-9]* unreadable\""), said);
    }

    @Test
    void apiAnswersReadsAndRefusalsAndWritesOnce() throws Exception {
        assertEquals(200, status(twins.same(DeployedFunction.API, "get-health.json")));
        assertEquals(200, status(twins.same(DeployedFunction.API, "get-decisions.json")));
        assertEquals(404, status(twins.same(DeployedFunction.API, "get-nothing.json")));
        assertEquals(401, status(twins.same(DeployedFunction.API, "post-stop-stranger.json")));
        assertEquals(List.of("RUNNING"), alone().column("select state from strategy.strategies"));
        assertEquals(200, status(twins.same(DeployedFunction.API, "post-stop.json")));
        assertEquals(200, status(twins.same(DeployedFunction.API, "post-stop.json")), "the same key again");
        assertEquals(List.of("Mittagspause ☕"), alone().column("select state_reason from strategy.strategies"));
    }

    @Test
    void aFunctionThatCannotStartSaysWhy() throws Exception {
        DeployedFunction placer = DeployedFunction.ORDER_PLACER;
        Outcome outcome = twins.invokeWith(placer.environment(alone()), placer, "approvals-batch.json");
        Outcome.NotStarted notStarted = assertInstanceOf(Outcome.NotStarted.class, outcome);
        assertTrue(
                notStarted.message().contains("SEXTANT_VENUE_REST is missing, expected the venue's base address"),
                notStarted::message);
    }

    private Stage alone() {
        return twins.alone;
    }

    private List<String> deadLetters(String consumer) throws SQLException {
        return alone().column("select convert_from(payload, 'UTF8') from ops.dead_letters where consumer = '" + consumer
                + "' order by sequence_number");
    }

    private static int status(String answer) throws IOException {
        JsonNode response = new JsonMapper().readTree(answer);
        return response.path("statusCode").asInt();
    }
}
