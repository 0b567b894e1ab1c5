package dev.sextant.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.ingest.archive.ObjectReader;
import dev.sextant.ingest.archive.ObjectStoreException;
import dev.sextant.ingest.drift.DriftMeter;
import dev.sextant.local.web.RawHttp.Reply;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.telemetry.Metrics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every path's answer along one small story, compared with a file that was checked by hand against the story. */
class GoldenAnswersTest {

    /** Times of this machine, which differ from run to run; times of the market don't. */
    private static final Set<String> WALL_TIMES = Set.of("started_at");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void everyPathTellsTheStory() {
        try (TestDesk desk = new TestDesk()) {
            Story story = new Story(desk.sql).deskIsUp().marketTraded().signalWasRaised();
            answers(desk, "/health", "health");
            answers(desk, "/rates", "rates");
            answers(desk, "/market/BTCUSDT/candles", "candles-1m");
            answers(desk, "/market/BTCUSDT/candles?interval=15s&limit=2", "candles-15s");
            answers(desk, "/market/BTCUSDT/indicators", "indicators");
            answers(desk, "/market/BTCUSDT/trades?limit=2", "tape");
            answers(desk, "/market/BTCUSDT/liquidations", "liquidations");
            answers(desk, "/market/BTCUSDT/funding", "funding");
            answers(desk, "/gaps", "gaps");
            answers(desk, "/archive", "archive");
            answers(desk, "/strategies", "strategies");
            answers(desk, "/orders/external", "orders-external-none");
            story.somebodyTradedByHand();
            answers(desk, "/orders/external", "orders-external");
            answers(desk, "/decisions", "decisions");
            answers(desk, "/decisions/" + Story.TAKEN, "decision");
            answers(desk, "/decisions/" + Story.NOT_TAKEN + "/explain", "explain-not-taken");
            answers(desk, "/signals", "signals-expired");

            story.entryWasApproved().entryWasSent();
            answers(desk, "/orders", "orders-sending");
            answers(desk, "/signals", "signals-approved");

            story.entryWasFilled().exitsRest();
            answers(desk, "/orders/" + Story.ENTRY, "order-filled");
            answers(desk, "/orders/" + Story.STOP, "order-resting-stop");
            answers(desk, "/positions", "positions-protected");
            answers(desk, "/trades", "trades-active");
            answers(desk, "/pnl", "pnl-open");
            answers(desk, "/balances", "balances");
            answers(desk, "/risk", "risk-open");

            story.fundingWasPaid().targetWasHit();
            answers(desk, "/orders?state=CANCELED", "orders-canceled");
            answers(desk, "/positions", "positions-flat");
            answers(desk, "/trades", "trades-closed");
            answers(desk, "/pnl", "pnl-closed");
            answers(desk, "/risk", "risk-flat");
            answers(desk, "/audit?limit=3", "audit");
            answers(desk, "/audit?order=oldest&limit=2", "audit-oldest");
            answers(desk, "/audit/witnesses", "audit-witnesses");
            desk.sql.update(Sql.of("select portfolio.keep_digest('paper-main', '2024-08-07', now())::text"));
            answers(desk, "/digests", "digests");
            measureDrift(desk);
            answers(desk, "/drift", "drift");
            answers(desk, "/pnl/recompute", "recompute-equal");
            answers(desk, "/decisions/" + Story.TAKEN + "/explain", "explain-taken");
        }
    }

    @Test
    void recomputingFindsEveryFigureThatTheFillsDoNotMake() {
        try (TestDesk desk = new TestDesk()) {
            new Story(desk.sql)
                    .deskIsUp()
                    .marketTraded()
                    .signalWasRaised()
                    .entryWasApproved()
                    .entryWasSent()
                    .entryWasFilled()
                    .exitsRest()
                    .targetWasHit();
            desk.sql.update(Sql.of("update portfolio.balances set amount = amount + 0.01"));
            desk.sql.update(Sql.of("update portfolio.positions set fees = 0.74"));
            desk.sql.update(Sql.of("update execution.trades set pnl_r = 1.2"));
            answers(desk, "/pnl/recompute", "recompute-different");
        }
    }

    /** The story's buckets and strategy are made up, so its decisions can't be made again; its trade costs what it cost. */
    private static void measureDrift(TestDesk desk) {
        ObjectReader noArchive = key -> {
            throw new AssertionError(key);
        };
        try {
            new DriftMeter(desk.sql, noArchive, Metrics.NONE)
                    .measure(LocalDate.parse("2024-08-08"), 1_723_162_200_000L);
        } catch (ObjectStoreException e) {
            throw new AssertionError(e);
        }
    }

    private static void answers(TestDesk desk, String path, String name) {
        Reply reply = desk.http.get("/api/v1" + path);
        assertEquals(200, reply.status(), reply::body);
        assertEquals(golden(name), pretty(reply.body(), path), path);
    }

    private static String pretty(String json, String path) {
        try {
            JsonNode answer = JSON.readTree(json);
            assertNotNull(answer.get("as_of"), "as_of of " + path);
            if (path.equals("/health") || path.equals("/strategies")) {
                ((ObjectNode) answer).put("as_of", "wall time");
            }
            hideWallTimes(answer);
            return JSON.writeValueAsString(answer) + "\n";
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    private static void hideWallTimes(JsonNode node) {
        if (node instanceof ObjectNode object) {
            WALL_TIMES.stream().filter(object::has).forEach(name -> object.put(name, "wall time"));
            if (object.path("detail").asText().startsWith("last report ")) {
                object.put("detail", "last report wall time");
            }
        }
        node.forEach(GoldenAnswersTest::hideWallTimes);
    }

    private static String golden(String name) {
        try (InputStream file = GoldenAnswersTest.class.getResourceAsStream("golden/" + name + ".json")) {
            return file == null
                    ? "golden/" + name + ".json is missing"
                    : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }
}
