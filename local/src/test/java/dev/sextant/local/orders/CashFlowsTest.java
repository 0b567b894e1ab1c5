package dev.sextant.local.orders;

import static dev.sextant.local.orders.OrderDesk.ACCOUNT;
import static dev.sextant.local.orders.OrderDesk.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.money.E8;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.Purpose;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database books of money that moved beside fills, as the role that does it. */
class CashFlowsTest {

    private static final long HOUR_MS = 3_600_000;
    private static final long OPENED_MS = T0 - HOUR_MS;

    private final OrderDesk desk = new OrderDesk();
    private final SqlClient reconciler = desk.sqlAs("reconciler");

    @BeforeEach
    void openTheBooks() {
        desk.sql.update(
                Sql.of("insert into portfolio.ledger values (:account, 'USDT', 'deposit', 'start', 10000, ops.ts(:at))")
                        .with("account", ACCOUNT.name())
                        .with("at", OPENED_MS));
    }

    @AfterEach
    void close() {
        assertEquals("0", desk.one(Sql.of("""
                select count(*)::text as x from portfolio.balances b where amount <>
                    (select sum(amount) from portfolio.ledger l where l.account = b.account and l.asset = b.asset)""")));
        assertEquals("holds", desk.one(Sql.of("select coalesce(ops.audit_break('paper-main', 0), 'holds') as x")));
        desk.close();
    }

    private static String flow(String kind, String subject, String id, String amount, String asset, long atMs) {
        return """
                {"kind": "%s", "venue": "BINANCE", "subject": "%s", "id": "%s", "amount": "%s", "asset": "%s", "at_ms": %d}""".formatted(kind, subject, id, amount, asset, atMs);
    }

    private static String payment(String symbol, String id, String amount, String asset, long atMs) {
        return flow("funding", symbol, id, amount, asset, atMs);
    }

    private static String transfer(String id, String amount, long atMs) {
        return flow("transfer", "TRANSFER", id, amount, "USDT", atMs);
    }

    private long book(String... flows) {
        return bookAskedAt(T0, List.of(flows));
    }

    private long bookAskedAt(long askedAtMs, List<String> flows) {
        return reconciler
                .callOne(Sql.of("select portfolio.book_cash_flows(:account, :p::jsonb, ops.ts(:asked)) as x")
                        .with("account", ACCOUNT.name())
                        .withJson("p", "[" + String.join(",", flows) + "]")
                        .with("asked", askedAtMs))
                .longValue("x");
    }

    private String sinceMs(long nowMs) {
        return String.valueOf(reconciler
                .queryOne(Sql.of("select ops.ms(portfolio.cash_flows_since(:account, ops.ts(:now))) as x")
                        .with("account", ACCOUNT.name())
                        .with("now", nowMs))
                .orElseThrow()
                .longOrNull("x"));
    }

    private String balances() {
        return desk.one(Sql.of("""
                select string_agg(asset || ' ' || ops.dec(amount), ', ' order by asset) as x from portfolio.balances"""));
    }

    private String audit() {
        return desk.one(Sql.of("""
                select string_agg(concat_ws(' ', actor, action, subject, detail), '; ' order by seq) as x from ops.audit"""));
    }

    @Test
    void whatIsReadOftenIsBookedOnceWithItsReferenceAndAnAuditRow() {
        assertEquals("USDT 10000", balances());
        String paid = payment("BTCUSDT", "9001", "-0.125", "USDT", T0);
        String deposit = transfer("9689322392", "500.00000000", T0 + 1);
        String withdrawal = transfer("9689322393", "-20.50", T0 + 2);
        String fee = flow("fee", "INSURANCE_CLEAR", "79", "-1.75", "USDT", T0 + 3);
        assertEquals(1, book(paid));
        assertEquals(3, book(paid, deposit, withdrawal, fee));
        assertEquals(0, book(fee, withdrawal, deposit, paid));
        assertEquals("USDT 10477.625", balances());
        assertEquals(
                "reconciler funding BTCUSDT -0.125 USDT 9001; reconciler transfer TRANSFER 500 USDT 9689322392; "
                        + "reconciler transfer TRANSFER -20.5 USDT 9689322393; "
                        + "reconciler liquidation_fee INSURANCE_CLEAR -1.75 USDT 79",
                audit());
        assertEquals(
                "BINANCE/BTCUSDT/9001, BINANCE/TRANSFER/9689322392/USDT, BINANCE/TRANSFER/9689322393/USDT, "
                        + "BINANCE/INSURANCE_CLEAR/79/USDT",
                desk.one(Sql.of("select string_agg(reference, ', ' order by at) as x from portfolio.ledger"
                        + " where kind <> 'deposit'")));
    }

    @Test
    void twoWhoReadTheSameAtOnceBookItOnce() throws Exception {
        List<String> flows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            flows.add(transfer("" + i, "1", T0 + i));
        }
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<Long> one = both.submit(() -> bookAskedAt(T0, flows));
            Future<Long> other = both.submit(() -> bookAskedAt(T0, flows));
            assertEquals(40, one.get() + other.get());
        }
        assertEquals("USDT 10040", balances());
    }

    @Test
    void whatWasMovedBeforeTheBooksBeganIsInWhatTheyBeganWith() {
        assertEquals(1, book(transfer("1", "10000", OPENED_MS - 1), transfer("2", "1", OPENED_MS)));
        assertEquals("USDT 10001", balances());
    }

    @Test
    void beforeThereAreBooksNothingIsReadOrBooked() {
        desk.sql.update(Sql.of("delete from portfolio.ledger"));
        assertEquals("null", sinceMs(T0));
        RuntimeException refused = assertThrows(RuntimeException.class, () -> book(transfer("1", "1", T0)));
        assertTrue(
                String.valueOf(refused.getMessage()).contains("the books of paper-main are not opened"),
                refused::toString);
        openTheBooks();
    }

    @Test
    void theVenueIsAskedSinceTheBooksBeganAndThenSinceAnHourBeforeTheLastTime() {
        assertEquals(String.valueOf(OPENED_MS), sinceMs(T0));
        bookAskedAt(OPENED_MS + 5, List.of());
        assertEquals(String.valueOf(OPENED_MS), sinceMs(T0), "never before the books began");
        bookAskedAt(OPENED_MS + 9 * HOUR_MS, List.of(transfer("1", "1", OPENED_MS + HOUR_MS)));
        assertEquals(String.valueOf(OPENED_MS + 8 * HOUR_MS), sinceMs(OPENED_MS + 10 * HOUR_MS));
        long yearLaterMs = T0 + 365 * 24 * HOUR_MS;
        assertEquals(String.valueOf(yearLaterMs - 88 * 24 * HOUR_MS), sinceMs(yearLaterMs));
    }

    @Test
    void anotherAssetIsABalanceOfItsOwnAndBothSidesOfAnExchangeMayHaveOneId() {
        assertEquals(
                3,
                book(
                        payment("BTCUSDT", "9001", "-0.002", "BNB", T0),
                        flow("transfer", "AUTO_EXCHANGE", "5", "0.1", "BNB", T0),
                        flow("transfer", "AUTO_EXCHANGE", "5", "-60", "USDT", T0)));
        assertEquals("BNB 0.098, USDT 9940", balances());
    }

    @Test
    void oneIdOfTwoSymbolsOrOfTwoKindsIsTwoFlows() {
        assertEquals(
                4,
                book(
                        payment("BTCUSDT", "7", "-1", "USDT", T0),
                        payment("ETHUSDT", "7", "-2", "USDT", T0),
                        transfer("7", "-4", T0),
                        flow("transfer", "WELCOME_BONUS", "7", "-8", "USDT", T0)));
        assertEquals("USDT 9985", balances());
    }

    @Test
    void anAmountOfNothingIsNoFlow() {
        assertEquals(0, book(transfer("7", "0.00000000", T0)));
    }

    @Test
    void whatIsNoCashFlowIsRefusedWithEverythingThatCameWithIt() {
        for (String kind : List.of("deposit", "realised_pnl", "traded", "")) {
            assertThrows(
                    RuntimeException.class,
                    () -> book(transfer("1", "5", T0), flow(kind, "TRANSFER", "2", "5", "USDT", T0 + 1)));
        }
        assertEquals("USDT 10000", balances());
        assertEquals(String.valueOf(OPENED_MS), sinceMs(T0 + 9 * HOUR_MS), "not read");
    }

    @Test
    void noLimitAndNoResultKnowsOfATransfer() {
        Sql standing = Sql.of("""
                select concat_ws(' ', risk_day, ops.dec(day_pnl_r), consecutive_losses, halted, paused_until, ops.dec(start_balance))
                    as x from risk.accounts""");
        String before = desk.one(standing);
        book(transfer("1", "-9990", T0), transfer("2", "77", T0));
        assertEquals(before, desk.one(standing));
        assertEquals("10000 87", desk.one(Sql.of("""
                select ops.dec(start_balance) || ' ' || (
                    risk.picture(account, ops.ts(1723161300000))->'exposure'->>'balance') as x from risk.accounts""")));
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
                transfer("8", "-16", T0 + 8 * HOUR_MS),
                payment("BTCUSDT", "6", "-4", "USDT", T0 + 10 * HOUR_MS));
        assertEquals("44 with -3.5", desk.one(Sql.of("""
                select ops.dec(pnl) || ' with ' || ops.dec(portfolio.funding_while(account, symbol, opened_at, closed_at)) as x
                from execution.trades""")));
    }

    /** A flow of a made-up history; what is told late appears only some minutes after its time. */
    private record Happened(String kind, long id, BigDecimal amount, long atMs, long toldAtMs) {
        String json() {
            String subject = kind.equals("funding") ? "BTCUSDT" : kind.toUpperCase(Locale.ROOT);
            return flow(kind, subject, String.valueOf(id), amount.toPlainString(), "USDT", atMs);
        }
    }

    @Test
    void whateverTheHistoryAndTheTimesOfReadingTheBalanceIsTheOpeningAndEveryRowSince() {
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            desk.sql.update(Sql.of("delete from portfolio.cash_flows_read"));
            desk.sql.update(Sql.of("delete from portfolio.ledger where kind <> 'deposit'"));
            desk.sql.update(Sql.of("update portfolio.balances set amount = 10000"));
            List<Happened> history = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                long atMs = OPENED_MS - 3 * HOUR_MS + random.nextLong(30 * HOUR_MS);
                history.add(new Happened(
                        List.of("funding", "fee", "transfer", "transfer").get(random.nextInt(4)),
                        i,
                        E8.toDecimal(random.nextLong(-E8.ONE * 50, E8.ONE * 50)),
                        atMs,
                        atMs + random.nextLong(HOUR_MS)));
            }
            for (long nowMs = OPENED_MS; nowMs < OPENED_MS + 32 * HOUR_MS; nowMs += random.nextLong(4 * HOUR_MS)) {
                long askedMs = nowMs;
                long sinceMs = Long.parseLong(sinceMs(nowMs));
                List<String> told = new ArrayList<>(history.stream()
                        .filter(row -> row.atMs() >= sinceMs && row.toldAtMs() <= askedMs)
                        .map(Happened::json)
                        .toList());
                told.addAll(told.subList(0, random.nextInt(told.size() + 1)));
                Collections.shuffle(told, random);
                bookAskedAt(askedMs, told);
            }
            assertEquals("USDT " + E8.printDecimal(expected(history)), balances(), "seed " + seed);
        }
    }

    private static BigDecimal expected(List<Happened> history) {
        BigDecimal balance = new BigDecimal("10000");
        for (Happened row : history) {
            if (row.atMs() >= OPENED_MS) {
                balance = balance.add(row.amount());
            }
        }
        return balance;
    }
}
