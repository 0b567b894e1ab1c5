package dev.sextant.local.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.local.venue.kraken.account.VenueAsset;
import dev.sextant.platform.sql.Sql;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Money that its owner moved by hand at a spot exchange: found, said to be right by a person, booked; in Postgres. */
@Timeout(60)
class AcceptedBalanceTest {

    private static final String CLEAN =
            "clean: 0 orders checked, 0 changed, 0 unknown, 0 balances differ, 0 unreadable";
    private static final String ONE_DIFFERS =
            "NOT CLEAN: 0 orders checked, 0 changed, 0 unknown, 1 balances differ, 0 unreadable";

    private final SpotStage stage = new SpotStage();
    private int keys;

    AcceptedBalanceTest() throws Exception {}

    @BeforeEach
    void booksAreOpen() {
        assertEquals(CLEAN, pass());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private String pass() {
        return stage.pass(SpotStage.READER);
    }

    private void move(String asset, String amount) {
        stage.side
                .exchange()
                .settlement()
                .move(VenueAsset.of(asset), new BigDecimal(amount), System.currentTimeMillis());
    }

    /** What a person is told who accepts a difference: a refusal, or the request's number. */
    private String accept(String asset, String difference) throws Exception {
        String answer = stage.desk
                .sqlAs("api")
                .callOne(Sql.of(
                                "select ops.ask_acceptance_once(:key, 'hash', 'live-main', :p::jsonb, 'Ann Okoro')::text as x")
                        .with("key", "key-" + keys++)
                        .with(
                                "p",
                                "{\"asset\":\"" + asset + "\",\"difference\":\"" + difference
                                        + "\",\"reason\":\"a deposit\"}"))
                .text("x");
        JsonNode json = new ObjectMapper().readTree(answer);
        return json.path("result").asText().equals("done")
                ? new ObjectMapper()
                        .readTree(json.path("body").asText())
                        .path("request_id")
                        .asText()
                : json.path("result").asText() + ": " + json.path("text").asText();
    }

    private String answer(String request) {
        return stage.desk.one(Sql.of("""
                        select concat_ws(' ', j->>'state', j->>'clean', 'booked', j->'acceptance'->>'booked', j->'acceptance'->>'text') as x
                        from ops.reconcile_requests q, ops.reconcile_request_json(q) j where request_id = :id""").with("id", Long.parseLong(request)));
    }

    private String balances() {
        return stage.desk.one(Sql.of("""
                select string_agg(asset || ' ' || ops.dec(amount), ', ' order by asset) as x from portfolio.balances
                where account = 'live-main-kraken'"""));
    }

    private String blocked() {
        return stage.desk.one(
                Sql.of(
                        "select coalesce(string_agg(symbol || ': ' || reason, ', '), 'nothing') as x from market.blocked_symbols"));
    }

    private String unblock(String symbol) {
        return stage.desk.one(Sql.of("""
                        select concat_ws(': ', x->>'result', x->>'text') as x
                        from risk.unblock('live-main', :symbol, 'looked at it', 'Ann Okoro', now()) x""").with("symbol", symbol));
    }

    private String audit() {
        return stage.desk.one(Sql.of("""
                select string_agg(concat_ws(' ', actor, action, subject), ', ' order by seq) as x from ops.audit
                where account = 'live-main-kraken' and action like '%accept%'"""));
    }

    @Test
    void aDepositIsFoundSaidToBeRightAndBooked() throws Exception {
        move("USD", "500");
        assertEquals(ONE_DIFFERS, pass());
        assertEquals("USD: position 1000 here, 1500 at the venue", blocked());
        assertEquals(
                "still_different: the last reconciliation still finds that position 1000 here, 1500 at the venue",
                unblock("USD"));

        String request = accept("USD", "500");
        assertEquals("PENDING booked false", answer(request));
        assertEquals("BTC 0.5, USD 1000", balances(), "asking books nothing");
        assertEquals(CLEAN, pass());
        assertEquals("DONE true booked true 500 USD booked: 1500 on both sides", answer(request));
        assertEquals("BTC 0.5, USD 1500", balances());
        assertEquals(
                "changed: USD takes entries again; it was blocked because position 1000 here, 1500 at the venue",
                unblock("USD"));
        assertEquals("Ann Okoro acceptance_asked 500 USD, Ann Okoro balance_accepted 500 USD", audit());
        assertEquals("transfer 500", stage.desk.one(Sql.of("""
                        select string_agg(kind || ' ' || ops.dec(amount), ', ') as x from portfolio.ledger
                        where account = 'live-main-kraken' and kind <> 'deposit'""")));
        assertEquals(CLEAN, pass(), "booked once");
        assertEquals("BTC 0.5, USD 1500", balances());
    }

    @Test
    void aWithdrawalOfAllThereIsLeavesNothing() throws Exception {
        move("BTC", "-0.5");
        pass();
        accept("BTC", "-0.5");
        assertEquals(CLEAN, pass());
        assertEquals("BTC 0, USD 1000", balances());
    }

    @Test
    void anAssetThatTheDeskNeverHadIsBookedToo() throws Exception {
        move("ETH", "1.2345678901");
        assertEquals(ONE_DIFFERS, pass());
        accept("ETH", "1.2345678901");
        assertEquals(CLEAN, pass());
        assertEquals("BTC 0.5, ETH 1.2345678901, USD 1000", balances());
    }

    @Test
    void onlyWhatWasFoundCanBeAccepted() throws Exception {
        assertEquals(
                "no_difference: the last reconciliation of live-main-kraken found no difference in USD",
                accept("USD", "500"));
        move("USD", "500");
        pass();
        assertEquals("another_difference: the venue has 500 USD more than the desk, not 5000", accept("USD", "5000"));
        assertEquals("BTC 0.5, USD 1000", balances());
    }

    @Test
    void whatHasChangedSinceItWasSeenIsNotBooked() throws Exception {
        move("USD", "500");
        pass();
        String request = accept("USD", "500");
        move("USD", "-100");
        assertEquals(ONE_DIFFERS, pass());
        assertEquals(
                "DONE false booked false the venue has 400 USD more than the desk now, not 500 more", answer(request));
        accept("USD", "400");
        assertEquals(CLEAN, pass());
    }

    @Test
    void twoPeopleWhoAcceptTheSameBookItOnce() throws Exception {
        move("USD", "500");
        pass();
        accept("USD", "500");
        String second = accept("USD", "500");
        assertEquals(CLEAN, pass());
        assertEquals("BTC 0.5, USD 1500", balances());
        assertEquals("DONE true booked false the venue has as much USD as the desk now, not 500 more", answer(second));
    }

    @Test
    void nothingIsBookedWhileAFillOfTheDeskMayBeWhatDiffers() throws Exception {
        move("USD", "500");
        pass();
        String request = accept("USD", "500");
        stage.desk.sql.update(Sql.of("""
                insert into execution.orders (intent_id, client_order_id, account, venue, symbol, base_asset, quote_asset, strategy,
                    strategy_version, source_id, trade_id, leg, purpose, cause, side, type, qty, limit_price, reduce_only,
                    reference_price, risk, plan, state, version, created_at, signed_at, updated_at)
                values (repeat('0', 64), '0f9a2c1e-5b7d-8e3f-9a1b-2c3d4e5f6071', 'live-main-kraken', 'KRAKEN', 'BTC/USD', 'BTC', 'USD',
                    'triangles', 'triangles@1', 'a test', 'a plan', 1, 'FIRST_LEG', 'leg 1', 'BUY', 'LIMIT_IOC', 0.001, 60000, false,
                    60000, 0, '{}', 'UNKNOWN', 1, now(), now(), now())"""));
        pass();
        assertEquals("BTC 0.5, USD 1000", balances());
        assertTrue(
                answer(request).contains("booked false an order in USD is not final yet; the next pass tries again"),
                answer(request));
        stage.desk.sql.update(Sql.of("delete from execution.orders where account = 'live-main-kraken'"));
        assertEquals(CLEAN, pass());
        assertEquals("BTC 0.5, USD 1500", balances());
    }

    @Test
    void aVenueThatCanNotBeAskedLeavesThePersonsWordWaiting() throws Exception {
        move("USD", "500");
        pass();
        String request = accept("USD", "500");
        stage.side.close();
        assertTrue(pass().startsWith("NOT CLEAN: "));
        assertEquals("PENDING booked false", answer(request));
        assertEquals("BTC 0.5, USD 1000", balances());
    }
}
