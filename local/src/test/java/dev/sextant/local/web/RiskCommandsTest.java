package dev.sextant.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.local.web.RawHttp.Reply;
import dev.sextant.platform.sql.Sql;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kill, pause and resume: what a person may order, and what stands in the way of the way back. */
class RiskCommandsTest {

    private static final String MARKET_TIME = "2024-08-08T23:58:00.000Z";

    private final TestDesk desk = new TestDesk();
    private final Story story = new Story(desk.sql);
    private int keys;

    @BeforeEach
    void deskIsUp() {
        story.deskIsUp().marketTraded();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Reply command(String what, String body) {
        keys++;
        return desk.http.post(
                "/api/v1/risk/" + what,
                body,
                "Authorization: Bearer " + TestDesk.TOKEN,
                "Idempotency-Key: key-" + keys,
                "Content-Type: application/json");
    }

    private static JsonNode json(Reply reply) throws JsonProcessingException {
        return new ObjectMapper().readTree(reply.body());
    }

    private static JsonNode done(Reply reply) throws JsonProcessingException {
        assertEquals(200, reply.status(), reply::body);
        return json(reply);
    }

    private static void refused(String code, String text, Reply reply) throws JsonProcessingException {
        assertEquals(409, reply.status(), reply::body);
        assertEquals(code, json(reply).at("/error/code").asText());
        assertEquals(text, json(reply).at("/error/message").asText());
    }

    /** The reconciler's last words: at a market time, and whether all was as it should be. */
    private void reconciled(long marketTimeMs, boolean clean) {
        desk.sql.update(Sql.of("""
                        insert into ops.component_status (component, status)
                        values ('reconciler', jsonb_build_object('account', 'paper-main', 'market_time_ms', :at, 'clean', :clean))
                        on conflict (component) do update set status = excluded.status, as_of = now()""").with("at", marketTimeMs).with("clean", clean));
    }

    private static long marketTimeMs() {
        return Instant.parse(MARKET_TIME).toEpochMilli();
    }

    private String refusalOfAnEntry() {
        return desk.sql.queryOne(Sql.of("""
                        select coalesce(execution.entry_refusal('paper-main', 'demo_fast', 'BTCUSDT',
                            ops.market_time() + interval '15 seconds', ops.market_time())->>'code', 'none') as code""")).orElseThrow().text("code");
    }

    private String audit() {
        return desk.sql.queryOne(Sql.of("""
                        select concat_ws(' | ', actor, action, subject, detail) as entry from ops.audit
                        where account = 'paper-main' order by seq desc limit 1""")).orElseThrow().text("entry");
    }

    @Test
    void aKillStopsEntriesAtOnceAndStandsInTheAudit() throws Exception {
        assertEquals("none", refusalOfAnEntry());
        JsonNode control = done(command("kill", "{\"level\":\"entries\",\"reason\":\"odd prices\"}"));
        assertEquals("entries", control.path("kill_level").asText());
        assertEquals("odd prices", control.path("reason").asText());
        assertEquals(MARKET_TIME, control.path("changed_at").asText());
        assertEquals("killed", refusalOfAnEntry());
        assertEquals("operator | killed | entries | odd prices", audit());
    }

    @Test
    void aKillIsRaisedAndNeverLowered() throws Exception {
        done(command("kill", "{\"level\":\"cancel\",\"reason\":\"a\"}"));
        JsonNode lower = done(command("kill", "{\"level\":\"entries\",\"reason\":\"b\"}"));
        assertEquals("same", lower.path("result").asText());
        assertEquals("cancel", lower.path("kill_level").asText());
        assertEquals("operator | killed | cancel | a", audit(), "nothing was changed, so nothing is written");

        assertEquals(
                "flatten",
                done(command("kill", "{\"level\":\"flatten\",\"reason\":\"c\"}"))
                        .path("kill_level")
                        .asText());
    }

    @Test
    void aPauseEndsByItself() throws Exception {
        JsonNode control = done(command("pause", "{\"minutes\":30,\"reason\":\"news\"}"));
        assertEquals("2024-08-09T00:28:00.000Z", control.path("paused_until").asText());
        assertEquals("paused by operator: news", control.path("pause_reason").asText());
        assertEquals("paused", refusalOfAnEntry());
        assertEquals(
                "same",
                done(command("pause", "{\"minutes\":29,\"reason\":\"shorter\"}"))
                        .path("result")
                        .asText());
        story.replayStandsAt("2024-08-09T00:28:00.001Z");
        assertEquals("data_stale", refusalOfAnEntry(), "what stops an entry now is something else");
    }

    @Test
    void aReconcilersClockThatIsAheadMakesNoReconciliationLaterThanTheKill() throws Exception {
        reconciled(marketTimeMs() + 9_000, true);
        done(command("kill", "{\"level\":\"entries\",\"reason\":\"a\"}"));
        String ann = "{\"by\":\"Ann Okoro\",\"reason\":\"prices are fine\"}";
        refused(
                "not_reconciled",
                "the account was last reconciled before the last command; it is each minute",
                command("resume", ann));
        reconciled(marketTimeMs() + 9_000, true);
        assertEquals("none", done(command("resume", ann)).path("kill_level").asText());
    }

    @Test
    void aResumeNeedsACleanReconciliationAfterTheKill() throws Exception {
        done(command("kill", "{\"level\":\"entries\",\"reason\":\"a\"}"));
        String ann = "{\"by\":\"Ann Okoro\",\"reason\":\"prices are fine\"}";
        refused(
                "not_reconciled",
                "the account was last reconciled never, expected after " + MARKET_TIME + "; it is each minute",
                command("resume", ann));
        reconciled(marketTimeMs() - 1_000, true);
        refused(
                "not_reconciled",
                "the account was last reconciled at 2024-08-08T23:57:59.000Z, expected after " + MARKET_TIME
                        + "; it is each minute",
                command("resume", ann));
        reconciled(marketTimeMs(), false);
        refused(
                "not_clean",
                "the reconciler found differences at " + MARKET_TIME + "; they come first",
                command("resume", ann));

        reconciled(marketTimeMs(), true);
        JsonNode control = done(command("resume", ann));
        assertEquals("none", control.path("kill_level").asText());
        assertEquals("Ann Okoro", control.path("changed_by").asText());
        assertEquals("none", refusalOfAnEntry());
        assertEquals("Ann Okoro | resumed | entries | prices are fine", audit());
    }

    @Test
    void aResumeWhileRecoveringIsRefused() throws Exception {
        done(command("kill", "{\"level\":\"entries\",\"reason\":\"a\"}"));
        reconciled(marketTimeMs(), true);
        desk.sql.update(Sql.of("update ops.sessions set state = 'RECOVERING'"));
        refused(
                "recovering",
                "the desk is RECOVERING, expected HEALTHY",
                command("resume", "{\"by\":\"Ann\",\"reason\":\"b\"}"));
    }

    @Test
    void aHaltEndsOnlyByAPerson() throws Exception {
        desk.sql.update(Sql.of("update risk.accounts set halted = true, halt_reason = 'daily loss of 5.2 R'"));
        assertEquals("halted", refusalOfAnEntry());
        reconciled(marketTimeMs(), true);
        done(command("resume", "{\"by\":\"Ann\",\"reason\":\"looked at it\"}"));
        assertEquals("none", refusalOfAnEntry());
        assertEquals("Ann | resumed | halted | looked at it", audit());
    }

    @Test
    void aTradeThatIsOpenIsToBeClosedAtFlattenAndAtAHalt() throws Exception {
        story.signalWasRaised()
                .entryWasApproved()
                .entryWasSent()
                .entryWasFilled()
                .exitsRest();
        assertEquals("none", demand());
        done(command("kill", "{\"level\":\"cancel\",\"reason\":\"a\"}"));
        assertEquals("none", demand());
        done(command("kill", "{\"level\":\"flatten\",\"reason\":\"b\"}"));
        assertEquals("kill", demand());
        reconciled(marketTimeMs(), true);
        refused(
                "still_closing",
                "1 trades are still being closed",
                command("resume", "{\"by\":\"Ann\",\"reason\":\"c\"}"));
    }

    @Test
    void aHaltIsNotEndedWhileItCloses() throws Exception {
        story.signalWasRaised()
                .entryWasApproved()
                .entryWasSent()
                .entryWasFilled()
                .exitsRest();
        reconciled(marketTimeMs(), true);
        desk.sql.call(Sql.of("select risk.count_result('paper-main', -104, -5.2, ops.market_time())::text as x"));
        assertEquals("halted", demand());
        refused(
                "still_closing",
                "1 trades are still being closed",
                command("resume", "{\"by\":\"Ann\",\"reason\":\"c\"}"));
        assertEquals("halted", demand());
    }

    @Test
    void aHaltEndsAfterAReconciliationThatIsLaterThanTheResultThatHalted() throws Exception {
        reconciled(marketTimeMs() - 30_000, true);
        desk.sql.call(Sql.of("select risk.count_result('paper-main', -104, -5.2, ops.market_time())::text as x"));
        String ann = "{\"by\":\"Ann\",\"reason\":\"looked at it\"}";
        refused(
                "not_reconciled",
                "the account was last reconciled at 2024-08-08T23:57:30.000Z, expected after " + MARKET_TIME
                        + "; it is each minute",
                command("resume", ann));
        reconciled(marketTimeMs(), true);
        assertEquals("changed", done(command("resume", ann)).path("result").asText());
    }

    @Test
    void aResumeEndsNothingThatWasNotSeen() throws Exception {
        reconciled(marketTimeMs(), true);
        long seen = done(command("pause", "{\"minutes\":30,\"reason\":\"news\"}"))
                .path("version")
                .asLong();
        done(command("pause", "{\"minutes\":240,\"reason\":\"more news\"}"));
        refused(
                "stale_version",
                "what stops entries is at version " + (seen + 1) + ", not " + seen
                        + ": paused by operator: more news; look at it again",
                command("resume", "{\"by\":\"Ann\",\"reason\":\"b\",\"version\":" + seen + "}"));
        assertEquals("paused", refusalOfAnEntry());
        long now = risk().path("stops_version").asLong();
        assertEquals(seen + 1, now);
        done(command("resume", "{\"by\":\"Ann\",\"reason\":\"b\",\"version\":" + now + "}"));
        assertEquals("none", refusalOfAnEntry());
    }

    private JsonNode risk() throws Exception {
        return done(desk.http.get("/api/v1/risk"));
    }

    private String demand() {
        return desk.sql
                .queryOne(Sql.of("select coalesce(risk.close_demand('paper-main'), 'none') as demand"))
                .orElseThrow()
                .text("demand");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kill | {\"level\":\"all\",\"reason\":\"a\"} | level is 'all', expected one of entries, cancel, flatten",
                "kill | {\"reason\":\"a\"} | level is missing, expected one of entries, cancel, flatten",
                "pause | {\"minutes\":0,\"reason\":\"a\"} | minutes is '0', expected a whole number from 1 to 10080",
                "pause | {\"minutes\":\"5\",\"reason\":\"a\"} | minutes is '5', expected a whole number from 1 to 10080",
                "resume | {\"by\":\"7\",\"reason\":\"a\"} | by is '7', expected the name of who resumes, 2 to 60 letters, spaces, dots and dashes",
                "resume | {\"by\":\"Ann\",\"level\":\"x\",\"reason\":\"a\"} | body field is 'level', expected only [reason, by, version, account]"
            })
    void wrongBodiesSayWhatWouldBeRight(String what, String body, String message) throws Exception {
        Reply reply = command(what, body);
        assertEquals(400, reply.status(), reply::body);
        assertEquals(message, json(reply).at("/error/message").asText());
    }

    @Test
    void withoutTheTokenNothingHappens() throws Exception {
        Reply reply = desk.http.post(
                "/api/v1/risk/kill",
                "{\"level\":\"entries\",\"reason\":\"a\"}",
                "Idempotency-Key: k",
                "Content-Type: application/json");
        assertEquals(401, reply.status());
        assertEquals("none", refusalOfAnEntry());
    }
}
