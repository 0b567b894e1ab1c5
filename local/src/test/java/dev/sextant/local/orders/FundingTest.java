package dev.sextant.local.orders;

import static dev.sextant.local.orders.OrderDesk.ACCOUNT;
import static dev.sextant.local.orders.OrderDesk.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.Purpose;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the database books as funding, as the role that does it. */
class FundingTest {

    private static final long HOUR_MS = 3_600_000;

    private final OrderDesk desk = new OrderDesk();
    private final SqlClient reconciler = desk.sqlAs("reconciler");

    @AfterEach
    void close() {
        desk.close();
    }

    private static String payment(String symbol, String id, String amount, String asset, long atMs) {
        return """
                {"venue": "BINANCE", "symbol": "%s", "id": "%s", "amount": "%s", "asset": "%s", "at_ms": %d}""".formatted(symbol, id, amount, asset, atMs);
    }

    private long book(String... payments) {
        return reconciler
                .callOne(Sql.of("select portfolio.book_funding(:account, :p::jsonb) as x")
                        .with("account", ACCOUNT.name())
                        .withJson("p", "[" + String.join(",", payments) + "]"))
                .longValue("x");
    }

    private String sinceMs(long nowMs) {
        return String.valueOf(reconciler
                .queryOne(Sql.of("select ops.ms(portfolio.funding_since(:account, ops.ts(:now))) as x")
                        .with("account", ACCOUNT.name())
                        .with("now", nowMs))
                .orElseThrow()
                .longOrNull("x"));
    }

    private String balances() {
        return desk.one(Sql.of("""
                select string_agg(asset || ' ' || ops.dec(amount), ', ' order by asset) as x from portfolio.balances"""));
    }

    @Test
    void aPaymentIsBookedOnceHoweverOftenItIsRead() {
        assertEquals("USDT 10000", balances());
        String paid = payment("BTCUSDT", "9001", "-0.125", "USDT", T0);
        String received = payment("BTCUSDT", "9002", "0.0300001", "USDT", T0 + 8 * HOUR_MS);
        assertEquals(1, book(paid));
        assertEquals(1, book(paid, received));
        assertEquals(0, book(received, paid));
        assertEquals("USDT 9999.9050001", balances());
        assertEquals("-0.125 USDT 9001; 0.0300001 USDT 9002", desk.one(Sql.of("""
                        select string_agg(detail, '; ' order by seq) as x from ops.audit where action = 'funding'""")));
    }

    @Test
    void aPaymentInAnotherAssetIsABalanceOfItsOwn() {
        assertEquals(1, book(payment("BTCUSDT", "9001", "-0.002", "BNB", T0)));
        assertEquals("BNB -0.002, USDT 10000", balances());
    }

    @Test
    void paymentsOfTwoSymbolsMayHaveOneId() {
        assertEquals(2, book(payment("BTCUSDT", "7", "-1", "USDT", T0), payment("ETHUSDT", "7", "-2", "USDT", T0)));
        assertEquals("USDT 9997", balances());
    }

    @Test
    void theVenueIsAskedSinceTheFirstTradeAndThenSinceTheNewestPayment() {
        assertEquals("null", sinceMs(T0));
        desk.fill(desk.entry("0.5"), "1", "61800.1", "3", T0);
        long openedMs = Long.parseLong(desk.one(Sql.of("select ops.ms(opened_at)::text as x from execution.trades")));
        assertEquals(String.valueOf(openedMs), sinceMs(T0 + HOUR_MS));
        book(payment("BTCUSDT", "1", "-1", "USDT", openedMs + 8 * HOUR_MS));
        assertEquals(String.valueOf(openedMs + 7 * HOUR_MS), sinceMs(openedMs + 9 * HOUR_MS));
        long yearLaterMs = openedMs + 365 * 24 * HOUR_MS;
        assertEquals(String.valueOf(yearLaterMs - 88 * 24 * HOUR_MS), sinceMs(yearLaterMs));
    }

    @Test
    void aTradeNamesWhatWasPaidWhileItWasOpenAndItsResultIsWithoutIt() {
        OrderIntent entry = desk.entry("0.5");
        desk.fill(entry, "1", "61800.1", "3", T0);
        OrderIntent exit = desk.exit(entry, Purpose.CLOSE, "timeout", "0.5", null);
        desk.reserve(exit);
        desk.claim(exit, "b");
        desk.fill(exit, "2", "61900.1", "3", T0 + 9 * HOUR_MS);
        book(
                payment("BTCUSDT", "1", "-4.5", "USDT", T0 - HOUR_MS),
                payment("BTCUSDT", "2", "-1.5", "USDT", T0 + HOUR_MS),
                payment("BTCUSDT", "3", "-2", "USDT", T0 + 8 * HOUR_MS),
                payment("BTCUSDT", "4", "-4", "BNB", T0 + 8 * HOUR_MS),
                payment("ETHUSDT", "5", "-4", "USDT", T0 + 8 * HOUR_MS),
                payment("BTCUSDT", "6", "-4", "USDT", T0 + 10 * HOUR_MS));
        assertEquals("44 with -3.5", desk.one(Sql.of("""
                select ops.dec(pnl) || ' with ' || ops.dec(portfolio.funding_while(account, symbol, opened_at, closed_at)) as x
                from execution.trades""")));
    }
}
