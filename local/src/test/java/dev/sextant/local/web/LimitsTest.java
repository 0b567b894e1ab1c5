package dev.sextant.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.local.web.RawHttp.Reply;
import dev.sextant.platform.sql.Sql;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits, blocked symbols and reconciliations in the operator's hands. */
class LimitsTest {

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

    private Reply post(String path, String body) {
        keys++;
        return desk.http.post(
                "/api/v1/" + path,
                body.replace('\'', '"'),
                "Authorization: Bearer " + TestDesk.TOKEN,
                "Idempotency-Key: key-" + keys,
                "Content-Type: application/json");
    }

    private static JsonNode json(Reply reply) {
        return json(reply.body());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    private static JsonNode done(Reply reply) {
        assertEquals(200, reply.status(), reply::body);
        return json(reply);
    }

    private static void refused(int status, String code, String text, Reply reply) {
        assertEquals(status, reply.status(), reply::body);
        assertEquals(code, json(reply).at("/error/code").asText());
        assertEquals(text, json(reply).at("/error/message").asText());
    }

    private JsonNode risk() {
        return done(desk.http.get("/api/v1/risk"));
    }

    private String setting(String name) {
        for (JsonNode item : risk().at("/settings/items")) {
            if (item.path("name").asText().equals(name)) {
                return item.path("value").asText();
            }
        }
        throw new AssertionError(name + " is not among the settings");
    }

    private String audit() {
        return one("""
                select concat_ws(' | ', actor, action, subject, detail) as x from ops.audit
                where account = 'paper-main' order by seq desc limit 1""");
    }

    private String one(@com.google.errorprone.annotations.CompileTimeConstant String sql) {
        return desk.sql.queryOne(Sql.of(sql)).orElseThrow().text("x");
    }

    @Test
    void aLimitIsSetByWhoSawTheOneBefore() {
        JsonNode first = done(
                post(
                        "risk/limits",
                        "{'version':1,'limits':{'max_positions':3,'max_daily_loss_r':'4.5'},'by':'Ann Okoro','reason':'calm week'}"));
        assertEquals(
                "max_positions 2 to 3, max_daily_loss_r 5 to 4.5",
                first.path("text").asText());
        assertEquals(2, first.path("version").asInt());
        assertEquals("3", setting("max_positions"));
        assertEquals("4.5", setting("max_daily_loss_r"));
        assertEquals("Ann Okoro | limits_set | max_positions 2 to 3, max_daily_loss_r 5 to 4.5 | calm week", audit());

        refused(
                409,
                "stale_version",
                "the limits are at version 2, not 1; look at them again",
                post("risk/limits", "{'version':1,'limits':{'max_positions':4},'reason':'b'}"));
        assertEquals("3", setting("max_positions"));
        JsonNode same = done(post("risk/limits", "{'version':2,'limits':{'max_positions':3},'reason':'c'}"));
        assertEquals("same", same.path("result").asText());
        assertEquals(2, same.path("version").asInt(), "nothing changed, so the version stays");
    }

    @Test
    void theSameRequestAgainHasTheSameAnswerAndOneEffect() {
        String body = "{'version':1,'limits':{'max_positions':3},'reason':'a'}";
        JsonNode first = done(post("risk/limits", body));
        keys--;
        assertEquals(first, done(post("risk/limits", body)));
        assertEquals("2", one("select limits_version::text as x from risk.accounts"));
    }

    @Test
    void aLimitBelowWhatIsHeldClosesNothingAndStopsEntries() {
        story.signalWasRaised()
                .entryWasApproved()
                .entryWasSent()
                .entryWasFilled()
                .exitsRest();
        JsonNode set = done(post(
                "risk/limits",
                "{'version':1,'limits':{'max_symbol_notional':500,'max_total_notional':600},'reason':'a'}"));
        assertEquals(
                "max_symbol_notional 5000 to 500, max_total_notional 8000 to 600. Nothing is closed, and no entry passes"
                        + " until it fits: 741.7212 USDT are held in all, limit 600; 741.7212 USDT are held in BTCUSDT, limit 500",
                set.path("text").asText());
        assertEquals("1", one("select count(*)::text as x from execution.open_trades where qty_open > 0"));
        assertEquals("none", one("select coalesce(risk.close_demand('paper-main'), 'none') as x"));
    }

    @Test
    void aLimitTightenedBetweenApprovalAndClaimStopsTheOrder() {
        story.signalWasRaised().entryWasApproved();
        done(post("risk/limits", "{'version':1,'limits':{'max_symbol_notional':500},'reason':'a'}"));
        JsonNode claim = json(one("""
                select execution.claim(jsonb_build_object('intent_id', repeat('e', 64), 'token', 't', 'now_ms', 1723161331250,
                    'signed_at_ms', 1723161331250, 'clock_ahead_ms', 0, 'source', 'order-placer'))::text as x"""));
        assertEquals("max_symbol_notional", claim.path("code").asText(), claim::toString);
        assertEquals("BLOCKED", one("select state as x from execution.orders"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'max_positions':0} | max_positions is '0', expected a whole number from 1 to 100",
                "{'max_positions':2.5} | max_positions is '2.5', expected a whole number from 1 to 100",
                "{'max_daily_loss_r':'0.1'} | max_daily_loss_r is '0.1', expected a number from 0.5 to 100 R",
                "{'risk_per_trade':-1} | risk_per_trade is '-1', expected a number from 0.01 to 1000000 USDT",
                "{'max_positions':'1e3'} | max_positions is '1e3', expected a number such as 12.5",
                "{'max_positions':[1]} | max_positions is '[1]', expected a number such as 12.5",
                "{'max_symbol_notional':9000} | max_symbol_notional is '9000', expected at most max_total_notional, which is 8000",
                "{'warn_daily_loss_r':6} | warn_daily_loss_r is '6', expected at most max_daily_loss_r, which is 5"
            })
    void wrongLimitsSayWhatWouldBeRight(String limits, String message) {
        refused(
                400,
                "invalid_parameter",
                message,
                post("risk/limits", "{'version':1,'limits':" + limits + ",'reason':'a'}"));
        assertEquals("1", one("select limits_version::text as x from risk.accounts"));
    }

    @Test
    void aNameThatIsNoLimitIsRefusedWithTheOnesThatAre() {
        Reply reply = post("risk/limits", "{'version':1,'limits':{'leverage':3},'reason':'a'}");
        assertEquals(400, reply.status());
        String message = json(reply).at("/error/message").asText();
        assertTrue(message.startsWith("limits is 'leverage', expected only risk_per_trade, max_positions"), message);
    }

    @Test
    void aBlockedSymbolIsFreedByAPersonOnceTheDifferenceIsGone() {
        desk.sql.update(Sql.of("insert into market.blocked_symbols values ('BTCUSDT', 'positions differ', now())"));
        assertEquals("REDUCING", risk().at("/strategies/0/state").asText());
        String ann = "{'symbol':'BTCUSDT','by':'Ann Okoro','reason':'checked by hand'}";
        refused(
                409,
                "not_reconciled",
                "no reconciliation has read everything since BTCUSDT was blocked; ask for one",
                post("risk/unblock", ann));
        reconciled("[{\"symbol\":\"BTCUSDT\",\"desk\":\"1\",\"venue\":\"0\"}]", "[]");
        refused(
                409,
                "still_different",
                "the last reconciliation still finds that positions differ",
                post("risk/unblock", ann));
        reconciled("[]", "[\"positions: no answer\"]");
        assertEquals(409, post("risk/unblock", ann).status(), "what was not read is not agreed");
        reconciled("[]", "[]");
        assertEquals(
                "BTCUSDT takes entries again; it was blocked because positions differ",
                done(post("risk/unblock", ann)).path("text").asText());
        assertEquals("Ann Okoro | unblocked | BTCUSDT | checked by hand (was: positions differ)", audit());
        assertEquals("NORMAL", risk().at("/strategies/0/state").asText());
        assertEquals("same", done(post("risk/unblock", ann)).path("result").asText());
    }

    private void reconciled(String mismatches, String unreadable) {
        desk.sql.update(Sql.of("""
                        insert into ops.component_status (component, status) values ('reconciler', jsonb_build_object(
                            'account', 'paper-main', 'market_time_ms', ops.ms(ops.market_time()), 'clean', :clean,
                            'position_mismatches', :mismatches::jsonb, 'book_errors', '[]'::jsonb,
                            'unreadable', :unreadable::jsonb))
                        on conflict (component) do update set status = excluded.status, as_of = now()""")
                .with("clean", mismatches.equals("[]") && unreadable.equals("[]"))
                .with("mismatches", mismatches)
                .with("unreadable", unreadable));
    }

    @Test
    void aReconciliationIsAskedForAndAnsweredByTheNextPass() {
        JsonNode asked = done(post("reconcile", "{'reason':'after a manual trade'}"));
        assertEquals("PENDING", asked.path("state").asText());
        String id = asked.path("request_id").asText();
        assertEquals(
                "PENDING",
                done(desk.http.get("/api/v1/reconcile/" + id)).path("state").asText());
        reconciled("[]", "[]");
        assertEquals(id, one("select ops.reconcile_wanted('paper-main')::text as x"));
        desk.sql.update(Sql.of("select ops.reconcile_done('paper-main', :id, ops.market_time())")
                .with("id", Long.parseLong(id)));
        JsonNode answered = done(desk.http.get("/api/v1/reconcile/" + id));
        assertEquals("DONE", answered.path("state").asText());
        assertTrue(answered.path("clean").asBoolean());
        assertEquals("paper-main", answered.at("/findings/account").asText());
        assertEquals(404, desk.http.get("/api/v1/reconcile/99").status());
        assertEquals(404, desk.http.get("/api/v1/reconcile/x").status());
    }

    @Test
    void theGuardTellsItsStateAndWhy() {
        assertEquals("NORMAL", risk().at("/guard/state").asText());
        desk.sql.update(Sql.of("update risk.accounts set risk_day = '2024-08-08', day_pnl_r = -3.4"));
        assertEquals("WARNING", risk().at("/guard/state").asText());
        assertEquals(
                "today stands at -3.4 R, entries stop at -5 R",
                risk().at("/guard/findings/0/text").asText());
        done(post("risk/pause", "{'minutes':10,'reason':'news'}"));
        assertEquals("REDUCING", risk().at("/guard/state").asText());
        done(post("risk/kill", "{'level':'entries','reason':'odd'}"));
        assertEquals("HALTED", risk().at("/guard/state").asText());
        assertEquals("HALTED", risk().at("/strategies/0/state").asText());
    }

    @Test
    void aVenueThatIsAwayForHalfAMinuteStopsEntriesUntilItAnswers() {
        watch("null", 0);
        assertEquals("NORMAL", risk().at("/guard/state").asText());
        watch("'no route'", 30_000);
        assertEquals("NORMAL", risk().at("/guard/state").asText(), "thirty seconds are allowed");
        story.replayStandsAt("2024-08-08T23:58:30.001Z");
        assertEquals("venue_silent", risk().at("/guard/findings/0/condition").asText());
        assertEquals("no route", risk().at("/venue/trouble").asText());
        assertEquals("venue_silent", risk().at("/entries/0/code").asText());
        watch("null", 31_000);
        assertEquals("NORMAL", risk().at("/guard/state").asText());
    }

    @Test
    void aTradeHeldForLongIsToldOnce() {
        story.signalWasRaised()
                .entryWasApproved()
                .entryWasSent()
                .entryWasFilled()
                .exitsRest();
        desk.sql.update(
                Sql.of("update execution.trades set first_fill_at = ops.market_time() - interval '45 minutes'"));
        assertEquals(0, watch("null", 0));
        assertEquals(1, watch("null", 1));
        assertEquals(0, watch("null", 10_000));
        JsonNode alert = risk().at("/alerts/0");
        assertEquals("held_long", alert.path("kind").asText());
        assertEquals(
                "LONG 0.012 BTCUSDT of demo_fast is open since 2024-08-08T23:13:00.000Z, longer than 45 min",
                alert.path("text").asText());
        assertEquals(1, risk().path("alerts").size());
    }

    /** The placer's word, so many milliseconds after the market's now; answers how many alerts were new. */
    private int watch(String trouble, long laterMs) {
        return json(desk.sql
                        .queryOne(Sql.of("""
                                select risk.watch('paper-main', nullif(:trouble, 'null'),
                                    ops.ts(ops.ms(timestamptz '2024-08-08T23:58:00Z') + :later))::text as x""")
                                .with("trouble", trouble.replace("'", ""))
                                .with("later", laterMs))
                        .orElseThrow()
                        .text("x"))
                .path("alerts")
                .asInt();
    }
}
