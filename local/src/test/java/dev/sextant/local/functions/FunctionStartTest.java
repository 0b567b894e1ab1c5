package dev.sextant.local.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.IntentApproved;
import dev.sextant.domain.event.Tick;
import dev.sextant.local.postgres.ChildJvm;
import dev.sextant.placer.OrderPlacerHandler;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.stream.DecisionCodec;
import dev.sextant.platform.stream.MarketCodec;
import dev.sextant.reconciler.ReconcilerHandler;
import dev.sextant.risk.RiskCheckHandler;
import dev.sextant.scorer.SignalScorerHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each function on its own, as in Lambda: made without arguments, the event as JSON, the rest from the environment. */
class FunctionStartTest {

    private static final Account ACCOUNT = new Account("paper-main");
    private static final String ALL_HANDLED = "{\"batchItemFailures\":[]}";

    private final TestFunctions functions = new TestFunctions();

    @AfterEach
    void close() {
        functions.close();
    }

    @Test
    void signalScorerStoresABucketAndKeepsAsideWhatItCannotRead() throws IOException {
        functions.demo();
        byte[] frame =
                MarketCodec.encode(RandomTape.frames(RandomTape.buckets(5, 1)).getFirst());
        String event = batch("market", List.of("poison".getBytes(StandardCharsets.UTF_8), frame));
        assertEquals(
                ALL_HANDLED, answer("signal-scorer", SignalScorerHandler.class, KinesisEvent.class, event, Map.of()));
        assertEquals(List.of("1"), functions.column(Sql.of("select count(*)::text as x from strategy.decisions")));
        assertEquals(List.of("signal-scorer"), functions.column(Sql.of("select consumer as x from ops.dead_letters")));
    }

    @Test
    void riskCheckHandlesATickAndKeepsAsideWhatItCannotRead() throws IOException {
        assertEquals(
                ALL_HANDLED, answer("risk-check", RiskCheckHandler.class, KinesisEvent.class, decisions(), Map.of()));
        assertEquals(List.of("risk-check"), functions.column(Sql.of("select consumer as x from ops.dead_letters")));
    }

    @Test
    void orderPlacerSendsNothingWhileTheVenueIsAwayAndBlocksNobody() throws IOException {
        String event = decisions(new IntentApproved(ACCOUNT, "ab".repeat(32), RandomTape.START_MS));
        assertEquals(
                ALL_HANDLED, answer("order-placer", OrderPlacerHandler.class, KinesisEvent.class, event, venueAway()));
        assertEquals(List.of("order-placer"), functions.column(Sql.of("select consumer as x from ops.dead_letters")));
    }

    @Test
    void orderPlacerWithoutAVenueSaysWhichVariableIsMissing() throws IOException {
        assertEquals(
                "SEXTANT_VENUE_REST is missing, expected the venue's base address, https://…",
                failure("order-placer", OrderPlacerHandler.class, KinesisEvent.class, decisions(), Map.of()));
    }

    @Test
    void reconcilerSaysThatItCouldNotReadTheVenue() throws IOException {
        String event = """
                {"version":"0","id":"53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa","detail-type":"Scheduled Event",
                "source":"aws.events","account":"123456789012","time":"2024-08-08T23:58:00Z","region":"us-east-1",
                "resources":["arn:aws:events:us-east-1:123456789012:rule/sextant-reconcile"],"detail":{}}""";
        String answer = answer("reconciler", ReconcilerHandler.class, ScheduledEvent.class, event, venueAway());
        assertTrue(answer.startsWith("\"NOT CLEAN: 0 orders checked, 0 changed"), answer);
        assertTrue(answer.endsWith("1 unreadable\""), answer);
    }

    private static String decisions(DecisionRecord... more) {
        List<byte[]> records = new ArrayList<>();
        records.add("{}".getBytes(StandardCharsets.UTF_8));
        records.add(DecisionCodec.encode(new Tick(ACCOUNT, RandomTape.START_MS, Map.of(), Map.of())));
        for (DecisionRecord record : more) {
            records.add(DecisionCodec.encode(record));
        }
        return batch("decisions", records);
    }

    /** A batch as Lambda's documentation shows it: base64 data, times in seconds with a fraction. */
    private static String batch(String stream, List<byte[]> records) {
        StringBuilder json = new StringBuilder("{\"Records\":[");
        int sequence = 100;
        for (byte[] data : records) {
            json.append(sequence == 100 ? "" : ",")
                    .append("""
                    {"kinesis":{"kinesisSchemaVersion":"1.0","partitionKey":"k","sequenceNumber":"%d","data":"%s",
                    "approximateArrivalTimestamp":1723161300.545},"eventSource":"aws:kinesis","eventVersion":"1.0",
                    "eventID":"shardId-000000000000:%d","eventName":"aws:kinesis:record",
                    "invokeIdentityArn":"arn:aws:iam::123456789012:role/sextant","awsRegion":"us-east-1",
                    "eventSourceARN":"arn:aws:kinesis:us-east-1:123456789012:stream/sextant-%s"}""".formatted(sequence, Base64.getEncoder().encodeToString(data), sequence, stream));
            sequence++;
        }
        return json.append("]}").toString();
    }

    private static Map<String, String> venueAway() {
        return Map.of(
                "SEXTANT_VENUE_REST", "http://127.0.0.1:1",
                "SEXTANT_VENUE_API_KEY", "sextant-paper-account-key",
                "SEXTANT_VENUE_API_SECRET", "sextant-paper-account-secret");
    }

    private String answer(String function, Class<?> handler, Class<?> event, String json, Map<String, String> variables)
            throws IOException {
        return run(function, handler, event, json, variables, "answer ");
    }

    private String failure(
            String function, Class<?> handler, Class<?> event, String json, Map<String, String> variables)
            throws IOException {
        return run(function, handler, event, json, variables, "failed ");
    }

    private String run(
            String function, Class<?> handler, Class<?> event, String json, Map<String, String> variables, String said)
            throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "AWS_ENDPOINT_URL_RDS_DATA", functions.server.endpoint().toString(),
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "SEXTANT_DB_CLUSTER_ARN", "arn:aws:rds:us-east-1:000000000000:cluster:sextant",
                "SEXTANT_DB_SECRET_ARN", "arn:aws:secretsmanager:us-east-1:000000000000:secret:sextant/database",
                "SEXTANT_DB_NAME", "sextant",
                "SEXTANT_ACCOUNT", "paper-main",
                "SEXTANT_ACCOUNTS", "paper-main"));
        environment.putAll(variables);
        // In Lambda a function stands alone; the others' beans must not be on its class path.
        try (ChildJvm lambda = ChildJvm.start(
                FunctionMain.class,
                entry -> !entry.matches(".*/functions/(?!" + function + "/).*"),
                environment,
                handler.getName(),
                event.getName(),
                json)) {
            return lambda.await(said);
        }
    }
}
