package dev.sextant.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sextant.local.web.RawHttp.Reply;
import dev.sextant.platform.sql.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthTest {

    private final TestDesk desk = new TestDesk();
    private final Story story = new Story(desk.sql);

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void aDeskThatNeverStartedIsNotHealthy() throws JsonProcessingException {
        JsonNode health = health(503);
        assertEquals("RECOVERING", health.path("status").asText());
        assertEquals("paper", health.path("mode").asText());
        assertEquals("paper-main", health.path("account").asText());
        assertEquals("0.1.0-test", health.path("version").asText());
        assertTrue(health.path("session").isNull());
        assertTrue(health.path("replay").isNull());
        assertTrue(health.path("clock").isNull());
        assertTrue(health.path("feeds").isEmpty());
    }

    @Test
    void whileItRecoversHealthIs503AndSaysHowItEnded() throws JsonProcessingException {
        story.deskIsUp();
        desk.sql.update(Sql.of("""
                INSERT INTO ops.sessions (state, previous_end, detail)
                VALUES ('RECOVERING', 'crash', '{"message":"strategies are stopped; start them when you have looked"}')"""));
        JsonNode session = health(503).path("session");
        assertEquals("RECOVERING", session.path("state").asText());
        assertEquals("crash", session.path("previous_end").asText());
        assertTrue(session.path("message").asText().startsWith("strategies are stopped"));
        assertEquals("1", desk.http.get("/api/health").headers().get("Retry-After"));
    }

    @Test
    void theMarketsNowIsWhereTheReplayStands() throws JsonProcessingException {
        story.deskIsUp();
        story.replayStandsAt("2024-08-08T23:59:30.250Z");
        assertEquals("2024-08-08T23:59:30.250Z", health(200).path("market_time").asText());
        story.status("replay", "null");
        assertTrue(health(200).path("market_time").asText().startsWith("20"));
        assertTrue(health(200).path("replay").isNull());
        assertEquals("none", check(health(200), "replay_reports"), "nothing is replayed, nothing has to report");
    }

    @Test
    void withoutAWordFromTheClockItsOffsetsAreJudged() throws JsonProcessingException {
        story.deskIsUp();
        desk.sql.update(Sql.of("DELETE FROM ops.component_status WHERE component = 'clock'"));
        desk.sql.update(
                Sql.of("INSERT INTO market.clock_offsets VALUES ('placer', 20, now()), ('reconciler', 1200, now())"));
        assertEquals("WARN", health(200).path("clock").path("state").asText());
        desk.sql.update(Sql.of("UPDATE market.clock_offsets SET offset_ms = -501 WHERE component = 'reconciler'"));
        assertEquals("BLOCKED", health(200).path("clock").path("state").asText(), "ahead of the venue");
    }

    @Test
    void eachCheckFailsForItsOwnReason() throws JsonProcessingException {
        story.deskIsUp().marketTraded().signalWasRaised().entryWasApproved().entryWasSent();
        assertEquals("true off", check(health(200), "kill_switch"));
        desk.sql.update(Sql.of("UPDATE risk.control SET kill_level = 'entries', changed_by = 'ada', reason = 'news'"));
        assertEquals("false level entries by ada: news", check(health(200), "kill_switch"));

        desk.sql.update(Sql.of(
                "UPDATE risk.accounts SET paused_until = ops.ts(1723165000000), pause_reason = '4 losses in a row'"));
        assertEquals("false 4 losses in a row until 2024-08-09T00:56:40.000Z", check(health(200), "risk_halt"));

        desk.sql.update(Sql.of("UPDATE execution.orders SET state = 'UNKNOWN'"));
        assertEquals("false 1", check(health(200), "orders_in_doubt"));

        desk.sql.update(Sql.of("UPDATE execution.orders SET state = 'SENDING'"));
        story.entryWasFilled();
        assertEquals("false 1", check(health(200), "unprotected_positions"), "filled long ago, and no stop rests");
        assertEquals("true 0", check(health(200), "position_mismatch"));
        desk.sql.update(Sql.of("UPDATE portfolio.positions SET qty = qty + 1"));
        assertEquals("false BTCUSDT", check(health(200), "position_mismatch"));

        desk.sql.update(Sql.of("INSERT INTO market.blocked_symbols VALUES ('BTCUSDT', 'buckets disagree')"));
        assertEquals("false BTCUSDT: buckets disagree", check(health(200), "blocked_symbols"));

        desk.sql.update(Sql.of("INSERT INTO market.gaps VALUES ('BTCUSDT', 70, 71, now(), NULL)"));
        assertEquals("false 1", check(health(200), "open_gaps"));

        desk.sql.update(Sql.of(
                "UPDATE ops.component_status SET as_of = now() - interval '1 minute' WHERE component = 'ingest'"));
        assertTrue(check(health(200), "ingest_reports").startsWith("false last report "));
        assertEquals("true agree", check(health(200), "venue_positions"), "a part may bring checks of its own");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIs503WithoutDetails() {
        story.deskIsUp();
        desk.database.faults().resumeForMs(60_000);
        Reply reply = desk.http.get("/api/v1/health");
        assertEquals(503, reply.status());
        assertEquals("2", reply.headers().get("Retry-After"));
        assertTrue(reply.body().contains("the database does not answer just now"), reply::body);
        assertFalse(reply.body().contains("resuming"), reply::body);
        desk.database.faults().clear();
        assertEquals(200, desk.http.get("/api/v1/health").status());
    }

    @Test
    void aMistakeOfOursIs500WithoutDetails() {
        story.deskIsUp();
        desk.sql.update(Sql.of("ALTER TABLE market.gaps RENAME TO gone"));
        Reply reply = desk.http.get("/api/v1/gaps");
        assertEquals(500, reply.status());
        assertTrue(reply.body().contains("the log has it under the request id"), reply::body);
        assertFalse(reply.body().contains("gaps"), reply::body);
    }

    private JsonNode health(int status) throws JsonProcessingException {
        Reply reply = desk.http.get("/api/v1/health");
        assertEquals(status, reply.status(), reply::toString);
        return new JsonMapper().readTree(reply.body());
    }

    private static String check(JsonNode health, String name) {
        for (JsonNode check : health.path("checks")) {
            if (check.path("name").asText().equals(name)) {
                return check.path("ok").asBoolean() + " " + check.path("detail").asText();
            }
        }
        return "none";
    }
}
