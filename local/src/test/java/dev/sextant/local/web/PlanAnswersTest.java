package dev.sextant.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sextant.local.web.RawHttp.Reply;
import dev.sextant.platform.sql.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twelve plans as the API tells them: ten that went round, one refused, one that left something unsold. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanAnswersTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String UNSOLD = "b".repeat(64);

    private final TestDesk desk = new TestDesk();
    private int clears;

    @BeforeAll
    void twelvePlans() {
        desk.sql.update(Sql.of("""
                INSERT INTO risk.accounts (account, mode, currency, risk_per_trade, max_positions, max_symbol_notional,
                    max_total_notional, max_orders_per_minute, max_daily_loss_r, max_consecutive_losses,
                    loss_pause_ms, max_data_age_ms, start_balance)
                VALUES ('paper-main', 'paper', 'USD', 20, 1, 3000, 3000, 100, 5, 5, 3600000, 30000, 10000)"""));
        desk.sql.update(Sql.of("""
                INSERT INTO execution.plans (plan_id, account, venue, strategy, strategy_version, opportunity_id, cycle, lane, start_asset,
                    spend, expected_profit, worst_loss, start_value, document, state, outcome, reason_code, reason, profit, profit_r,
                    decided_at, created_at, expires_at, ended_at)
                SELECT CASE i WHEN 11 THEN repeat('b', 64) ELSE lpad(to_hex(i), 64, '0') END, 'paper-main', 'KRAKEN', 'tri', 'tri@1', 'o',
                    CASE i % 2 WHEN 0 THEN 'USD>BTC>ETH>USD' ELSE 'USD>EUR>BTC>USD' END, 'direct', 'USD', 1000, 2.5, 7, 1,
                    '{"legs":[],"routes":[]}', CASE i WHEN 10 THEN 'RISK_REJECTED' ELSE 'ENDED' END,
                    CASE WHEN i < 10 THEN 'COMPLETE' WHEN i = 11 THEN 'RESIDUAL' END, CASE i WHEN 10 THEN 'killed' END, 'r',
                    CASE WHEN i < 10 THEN 1.5 WHEN i = 11 THEN -999 END, CASE WHEN i < 10 THEN 0.075 END,
                    ops.ts(1000000), ops.ts(1000000 + i), ops.ts(1002000), CASE WHEN i <> 10 THEN ops.ts(1000000 + 10 * i) END
                FROM generate_series(0, 11) i"""));
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private JsonNode get(String path) {
        Reply reply = desk.http.get("/api/v1" + path);
        assertEquals(200, reply.status(), reply::body);
        return read(reply);
    }

    private Reply clear(String body) {
        return desk.http.post(
                "/api/v1/plans/" + UNSOLD + "/clear",
                body,
                "Authorization: Bearer " + TestDesk.TOKEN,
                "Idempotency-Key: clear-" + clears++);
    }

    private static JsonNode read(Reply reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(reply.body(), e);
        }
    }

    @Test
    void theNewestComeFirstAndOnesOfACycleAlone() {
        JsonNode page = get("/plans?limit=5");
        assertEquals(5, page.path("items").size());
        assertEquals("RESIDUAL", page.path("items").path(0).path("outcome").asText());
        assertEquals("killed", page.path("items").path(1).path("reason_code").asText());
        JsonNode rest = get("/plans?limit=50&cursor=" + page.path("next_cursor").asText());
        assertEquals(7, rest.path("items").size());
        assertEquals(6, get("/plans?cycle=USD%3EEUR%3EBTC%3EUSD").path("items").size());
        assertEquals(0, get("/plans?live=true").path("items").size());
    }

    @Test
    void theSumIsThatOfWhatWasTraded() {
        JsonNode summary = get("/plans/summary");
        assertEquals("-984", summary.path("profit").path("USD").asText());
        assertEquals(
                "{\"COMPLETE\":10,\"RESIDUAL\":1,\"RISK_REJECTED\":1}",
                summary.path("outcomes").toString());
        assertEquals("{\"killed\":1}", summary.path("refusals").toString());
        assertEquals(50, summary.path("took_ms").path("median").asInt());
    }

    @Test
    void oneIsToldWithItsOrders() {
        JsonNode one = get("/plans/" + UNSOLD);
        assertEquals("-999", one.path("profit").asText());
        assertTrue(one.path("orders").isArray());
    }

    @Test
    void whatIsLeftIsClearedByAPersonWithAName() {
        assertEquals(
                "[\"" + UNSOLD + "\"]", get("/plans/summary").path("to_clear").toString());
        Reply nobody = clear("{\"by\":\"x\",\"reason\":\"sold by hand\"}");
        assertEquals(400, nobody.status(), nobody::body);
        Reply ann = clear("{\"by\":\"Ann Lee\",\"reason\":\"sold by hand\"}");
        assertEquals(200, ann.status(), ann::body);
        assertEquals("[]", get("/plans/summary").path("to_clear").toString());
        assertEquals("Ann Lee", get("/plans/" + UNSOLD).path("cleared_by").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/plans?live=yes | 400 | live is 'yes', expected one of [true, false]",
                "/plans/7 | 400 | plan_id is '7', expected 64 lower-case hex digits",
                "/plans/ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff | 404 | plan_id 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff' is unknown"
            })
    void whatCantBeIsNamed(String path, int status, String message) {
        Reply reply = desk.http.get("/api/v1" + path);
        assertEquals(status, reply.status());
        assertEquals(message, read(reply).path("error").path("message").asText());
    }
}
