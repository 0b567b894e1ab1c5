package dev.sextant.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sextant.local.web.RawHttp.Reply;
import dev.sextant.platform.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forty opportunities of a made-up market and one older of a real one, as the API tells them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpportunityAnswersTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long START_MS = 1_767_225_600_000L;

    private final TestDesk desk = new TestDesk();

    @BeforeAll
    void fortyOpportunities() {
        desk.sql.call(Sql.of("""
                SELECT strategy.record_opportunities(jsonb_agg(jsonb_build_object(
                    'id', lpad(to_hex(i), 64, '0'), 'venue', 'kraken', 'synthetic', i > 0,
                    'cycle', CASE i % 2 WHEN 0 THEN 'USD>BTC>ETH>USD' ELSE 'EUR>SOL>BTC>EUR' END, 'start_asset', 'USD',
                    'seen_ms', :start + i / 4 * 1000, 'last_ms', :start + i / 4 * 1000 + 10,
                    'gone_ms', CASE WHEN i < 38 THEN :start + i / 4 * 1000 + 10 * i END,
                    'ending', CASE WHEN i < 38 THEN CASE WHEN i < 8 THEN 'stale' ELSE 'no_edge' END END,
                    'state', CASE WHEN i < 38 THEN 'gone' ELSE 'confirmed' END, 'edge_bps', 12.5, 'best_edge_bps', 14,
                    'spend', '1000', 'profit', '1.25', 'worst_loss', NULL, 'looks', 3,
                    'legs', jsonb_build_array(jsonb_build_object('pair', 'BTC/USD', 'side', 'BUY')),
                    'books', jsonb_build_array(jsonb_build_object('pair', 'BTC/USD', 'used', 1)),
                    'decay', jsonb_build_object('50', 1, '100', CASE WHEN i <= 20 THEN 0.5 ELSE 0 END),
                    'not_taken', 'nobody trades'))) AS x
                FROM generate_series(0, 40) i""").with("start", START_MS));
        desk.sql.update(Sql.of("""
                INSERT INTO risk.accounts (account, mode, currency, risk_per_trade, max_positions, max_symbol_notional,
                    max_total_notional, max_orders_per_minute, max_daily_loss_r, max_consecutive_losses,
                    loss_pause_ms, max_data_age_ms, start_balance)
                VALUES ('paper-main', 'paper', 'USD', 20, 1, 3000, 3000, 100, 5, 5, 3600000, 30000, 10000)"""));
        desk.sql.update(Sql.of("""
                INSERT INTO execution.plans (plan_id, account, venue, strategy, strategy_version, opportunity_id, cycle, lane, start_asset,
                    spend, expected_profit, worst_loss, start_value, document, state, outcome, decided_at, created_at, expires_at, ended_at)
                SELECT repeat('a', 63) || i, 'paper-main', 'KRAKEN', 'tri', 'tri@1', lpad(to_hex(i), 64, '0'), 'USD>BTC>ETH>USD', 'direct',
                    'USD', 1000, 2.5, 7, 1, '{"legs":[],"routes":[]}', 'ENDED', CASE i WHEN 6 THEN 'MISSED' ELSE 'COMPLETE' END,
                    ops.ts(:start), ops.ts(:start), ops.ts(:start + 2000), ops.ts(:start + 100)
                FROM generate_series(0, 6) i""").with("start", START_MS));
        desk.sql.update(Sql.of("""
                INSERT INTO execution.orders (intent_id, client_order_id, account, venue, symbol, strategy, strategy_version, source_id, trade_id, leg, purpose,
                    cause, side, type, qty, limit_price, reduce_only, base_asset, quote_asset, reference_price, risk, plan, state, version,
                    created_at, claimed_at, first_fill_at, updated_at)
                SELECT lpad(to_hex(i * 2 + leg), 64, '0'), 'k' || i || '-' || leg, 'paper-main', 'KRAKEN', 'BTC/USD', 'tri', 'tri@1', 's', repeat('a', 63) || i,
                    leg, CASE leg WHEN 0 THEN 'FIRST_LEG' ELSE 'NEXT_LEG' END, 'c', 'BUY', 'LIMIT_IOC', 1, 100, false, 'BTC', 'USD', 100, 1,
                    '{}', 'FILLED', 1, ops.ts(:start), ops.ts(:start + CASE leg WHEN 0 THEN 2 * i ELSE 999 END),
                    CASE WHEN i < 6 THEN ops.ts(:start + CASE leg WHEN 0 THEN 10 * i ELSE 999 END) END, ops.ts(:start + 100)
                FROM generate_series(0, 6) i, generate_series(0, 1) leg""").with("start", START_MS));
        desk.sql.update(Sql.of("""
                INSERT INTO ops.component_status (component, status)
                VALUES ('kraken', '{"venue":"kraken","connected":true}')"""));
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

    private static JsonNode read(Reply reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(reply.body(), e);
        }
    }

    private static String id(int number) {
        return String.format("%064x", number);
    }

    @Test
    void pagesShowEachOnceNewestFirst() {
        List<String> shown = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get("/opportunities?limit=7" + cursor);
            page.path("items")
                    .forEach(item -> shown.add(item.path("opportunity_id").asText()));
            cursor = page.path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asText();
        } while (!cursor.isEmpty());
        List<String> expected = new ArrayList<>();
        for (int number = 40; number >= 0; number--) {
            expected.add(id(number));
        }
        assertEquals(expected, shown);
    }

    @Test
    void liveOnesAndCyclesCanBeAskedFor() {
        assertEquals(3, get("/opportunities?live=true").path("items").size());
        assertEquals(38, get("/opportunities?live=false").path("items").size());
        JsonNode some = get("/opportunities?live=true&cycle=EUR%3ESOL%3EBTC%3EEUR");
        assertEquals(id(39), some.at("/items/0/opportunity_id").asText());
        assertEquals(1, some.path("items").size());
        assertFalse(some.at("/items/0").has("books"));
    }

    @Test
    void oneComesWithItsBooks() {
        JsonNode one = get("/opportunities/" + id(9));
        assertEquals("USD", one.path("start_asset").asText());
        assertEquals("BTC/USD", one.at("/books/0/pair").asText());
        assertEquals(90, one.path("lasted_ms").asLong());
        assertEquals("1.25", one.path("profit").asText());
        assertTrue(one.path("worst_loss").isNull());
        assertTrue(one.path("synthetic").asBoolean());
        assertTrue(one.path("as_of").isTextual());
    }

    @Test
    void theSummaryCountsEndingsAndDecay() {
        JsonNode summary = get("/opportunities/summary?latency_ms=80");
        assertEquals(40, summary.path("opportunities").asInt());
        assertEquals(3, summary.path("live").asInt());
        assertTrue(summary.path("synthetic").asBoolean());
        assertEquals(
                "{\"no_edge\":30,\"stale\":7}",
                summary.path("endings").toString().replace(" ", ""));
        assertEquals(190, summary.at("/lasted_ms/median").asLong());
        assertEquals(2, summary.path("decay").size());
        assertEquals(0.25, summary.at("/decay/1/mean_share").asDouble());
        assertEquals(40, summary.at("/decay/1/opportunities").asInt());
        assertEquals(20, summary.at("/decay/1/profitable").asInt());
        assertEquals(0.5, summary.at("/capture/probability").asDouble());
        assertEquals(100, summary.at("/capture/offset_ms").asInt());
        assertTrue(summary.at("/watch/connected").asBoolean());
        assertEquals("nobody trades", summary.at("/not_taken/0/reason").asText());
        assertTrue(get("/opportunities/summary").path("capture").isNull());
    }

    @Test
    void thoseThatWereTakenAreCountedAndLeftOutOfTheDecay() {
        desk.sql.update(Sql.of("""
                UPDATE strategy.opportunities SET state = 'taken', plan_id = repeat('a', 63) || '1', not_taken = NULL
                WHERE opportunity_id IN (lpad('1', 64, '0'), lpad('2', 64, '0'))"""));
        try {
            JsonNode summary = get("/opportunities/summary?latency_ms=80");
            assertEquals(40, summary.path("opportunities").asInt());
            assertEquals(2, summary.path("taken").asInt());
            assertEquals(38, summary.at("/decay/1/opportunities").asInt());
            assertEquals(18, summary.at("/decay/1/profitable").asInt());
            assertEquals(0.4737, summary.at("/capture/probability").asDouble());
        } finally {
            desk.sql.update(Sql.of("""
                    UPDATE strategy.opportunities SET state = 'gone', plan_id = NULL, not_taken = 'nobody trades'
                    WHERE state = 'taken'"""));
        }
    }

    @Test
    void howLateTheDeskComesIsMeasuredByTheFirstLegsOfPlans() {
        JsonNode measured = get("/opportunities/summary").path("measured");
        assertEquals(
                "{\"median\":6,\"p90\":12,\"plans\":6}",
                measured.path("claimed_ms").toString());
        assertEquals(
                "{\"median\":30,\"p90\":50,\"plans\":5}",
                measured.path("filled_ms").toString());
        assertEquals(
                30,
                get("/opportunities/summary?latency_ms=measured")
                        .at("/capture/latency_ms")
                        .asInt());
        JsonNode none = get("/opportunities/summary?latency_ms=measured&from=" + (START_MS + 1000));
        assertEquals(0, none.at("/measured/filled_ms/plans").asInt());
        assertTrue(none.at("/measured/claimed_ms/median").isNull());
        assertEquals(100, none.at("/capture/latency_ms").asInt(), "too few plans tell");
    }

    @Test
    void aSpanChoosesWhichAreSummedUp() {
        JsonNode summary = get("/opportunities/summary?from=" + START_MS + "&to=" + (START_MS + 1000));
        assertEquals(3, summary.path("opportunities").asInt(), "1 to 3; 0 is of a real market");
        JsonNode none = get("/opportunities/summary?to=1970-01-02T00:00:00Z&latency_ms=10");
        assertEquals(0, none.path("opportunities").asInt());
        assertTrue(none.path("synthetic").isNull());
        assertTrue(none.at("/lasted_ms/median").isNull());
        assertTrue(none.at("/capture/probability").isNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/opportunities?live=yes | 400 | live is 'yes', expected one of [true, false]",
                "/opportunities?cycle=USD | 400 | cycle is 'USD', expected assets joined by >, for example USD>BTC>ETH>USD",
                "/opportunities?limit=0 | 400 | limit is '0', expected a whole number from 1 to 500",
                "/opportunities/summary?latency_ms=5001 | 400 | latency_ms is '5001', expected a whole number from 0 to 5000",
                "/opportunities/summary?latency_ms=-1 | 400 | latency_ms is '-1', expected a whole number from 0 to 5000",
                "/opportunities/7 | 400 | opportunity_id is '7', expected 64 lower-case hex digits",
                "/opportunities/ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff | 404 | opportunity_id 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff' is unknown"
            })
    void whatCannotBeIsRefused(String path, int status, String message) {
        Reply reply = desk.http.get("/api/v1" + path);
        assertEquals(status, reply.status());
        assertTrue(read(reply).at("/error/message").asText().startsWith(message), reply::body);
    }
}
