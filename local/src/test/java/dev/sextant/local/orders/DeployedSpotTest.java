package dev.sextant.local.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.kraken.KrakenPrivateSide;
import dev.sextant.local.venue.kraken.KrakenVenueServer;
import dev.sextant.local.venue.kraken.MadeMarket;
import dev.sextant.local.venue.kraken.account.AccountSetup;
import dev.sextant.local.venue.kraken.account.FeeTable;
import dev.sextant.local.venue.kraken.account.Fees;
import dev.sextant.local.venue.kraken.account.Right;
import dev.sextant.local.venue.kraken.account.Tier;
import dev.sextant.local.venue.kraken.rest.KrakenKey;
import dev.sextant.platform.orders.SqlNonces;
import dev.sextant.platform.setup.AccountTerms;
import dev.sextant.platform.setup.SqlAccounts;
import dev.sextant.platform.setup.SqlStrategies;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.telemetry.Metrics;
import dev.sextant.reconciler.SpotPass;
import dev.sextant.venues.kraken.trade.KrakenVenues;
import dev.sextant.venues.kraken.trade.LazyKraken;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A deployed desk's account at Kraken, from the preparation of the database to a start: in Postgres and over loopback. */
@Timeout(60)
class DeployedSpotTest {

    private static final Account MAIN = new Account("live-main");
    private static final Account KRAKEN = new Account("live-main-kraken");
    private static final String SECRET = "c2VjcmV0LW9mLXRoZS1tYWRlLXZlbnVlLTEyMzQ1Ng==";
    private static final String READER = "reader-key-of-the-made-venue";
    private static final String MOVER = "key-that-can-withdraw";

    private final OrderDesk desk = new OrderDesk();
    private final KrakenVenueServer venue =
            new KrakenVenueServer(new MadeMarket(11, System.currentTimeMillis()), System::currentTimeMillis);
    private final KrakenPrivateSide side = side();

    DeployedSpotTest() throws Exception {}

    private KrakenPrivateSide side() throws Exception {
        Set<Right> moving = EnumSet.copyOf(Right.trading());
        moving.add(Right.WITHDRAW);
        return new KrakenPrivateSide(
                venue,
                new AccountSetup(
                        Tier.PRO,
                        FeeTable.flat(Fees.lowestVolume()),
                        Map.of("USD", new BigDecimal("1000"), "BTC", new BigDecimal("0.5"))),
                List.of(new KrakenKey(READER, SECRET, Right.reading()), new KrakenKey(MOVER, SECRET, moving)),
                System::currentTimeMillis,
                Faults.none());
    }

    @BeforeEach
    void prepare() {
        SqlAccounts accounts = new SqlAccounts(desk.sql);
        accounts.ensure(terms(MAIN, "USDT", Optional.empty()));
        accounts.ensure(terms(KRAKEN, "USD", Optional.of(MAIN)));
        new SqlStrategies(desk.sql).ensureTriangles("triangles", "triangles@1", "direct", KRAKEN);
        desk.sql.update(Sql.of("""
                insert into market.instruments values
                    ('KRAKEN', 'BTC/USD', 'BTC', 'USD', true, 0.1, 0.00000001, 0.0001, 1000, 0.5, 1, now())"""));
        // The desk's own account is well, which is asked for, too.
        tell("reconciler", "{\"clean\":true}");
        tell("account", "{\"passed\":true,\"checks\":[]}");
    }

    @AfterEach
    void close() {
        side.close();
        venue.close();
        desk.close();
    }

    private static AccountTerms terms(Account account, String currency, Optional<Account> follows) {
        BigDecimal notional = BigDecimal.valueOf(1_000);
        return new AccountTerms(
                account,
                "live",
                currency,
                BigDecimal.valueOf(5),
                1,
                notional,
                notional,
                60,
                BigDecimal.valueOf(3),
                follows);
    }

    private void tell(String component, String rest) {
        desk.sql.update(Sql.of("""
                        insert into ops.component_status (component, status) values (:component,
                            jsonb_build_object('account', 'live-main', 'market_time_ms', ops.ms(now())) || :rest::jsonb)""").with("component", component).withJson("rest", rest));
    }

    private Map<String, String> environment(String key) {
        return Map.of(
                "SEXTANT_MODE",
                "live",
                "SEXTANT_KRAKEN_REST_URL",
                side.rest().toString(),
                "SEXTANT_KRAKEN_API_KEY",
                key,
                "SEXTANT_KRAKEN_API_SECRET",
                SECRET,
                "SEXTANT_KRAKEN_TIER",
                "pro");
    }

    private String pass(String key) {
        return SpotPass.of(
                        KRAKEN,
                        desk.sqlAs("reconciler"),
                        KrakenVenues.fromEnvironment(
                                environment(key), name -> SqlNonces.of(desk.sqlAs("reconciler"), name)),
                        List.of("USD", "EUR"),
                        System::currentTimeMillis,
                        Metrics.NONE)
                .run();
    }

    private String start() {
        return desk.one(Sql.of("""
                select concat_ws(': ', x->>'result', x->>'text') as x
                from strategy.set_state('triangles', 'RUNNING', 'a test', 'ann', now()) x"""));
    }

    @Test
    void oneMinuteOfTheReconcilerOpensTheBooksReadsTheFeesAndMakesTheAccountReadyForAStart() {
        assertTrue(start().startsWith("not_reconciled: "), start());
        assertEquals("clean: 0 orders checked, 0 changed, 0 unknown, 0 balances differ, 0 unreadable", pass(READER));
        assertEquals("BTC 0.5, USD 1000", desk.one(Sql.of("""
                        select string_agg(asset || ' ' || ops.dec(amount), ', ' order by asset) as x from portfolio.balances
                        where account = 'live-main-kraken'""")));
        assertEquals(
                "BTC/USD",
                desk.one(
                        Sql.of(
                                "select string_agg(symbol, ',') as x from portfolio.taker_fees where account = 'live-main-kraken'")));
        assertEquals("changed: triangles is RUNNING", start());
        assertEquals("clean: 0 orders checked, 0 changed, 0 unknown, 0 balances differ, 0 unreadable", pass(READER));
    }

    @Test
    void aKeyThatTheVenueDoesNotKnowFailsTheExamination() {
        assertTrue(pass("a-key-of-nobody").startsWith("NOT CLEAN: 0 orders checked"));
        assertTrue(start().startsWith("not_clean: "), start());
        assertEquals(
                "false",
                desk.one(Sql.of(
                        "select status->>'passed' as x from ops.component_status where component = 'account-spot'")));
    }

    @Test
    void aVenueThatIsAwayIsAskedOnceAndNothingIsSaidOfTheAccount() throws Exception {
        pass(READER);
        side.close();
        String before = desk.one(
                Sql.of("select status::text as x from ops.component_status where component = 'reconciler-spot'"));
        assertTrue(pass(READER).startsWith("NOT CLEAN: "));
        assertEquals(
                before,
                desk.one(Sql.of(
                        "select status::text as x from ops.component_status where component = 'reconciler-spot'")));
    }

    @Test
    void aKeyThatCanMoveMoneyOutBlocksThePairsAndStartsNothing() {
        pass(MOVER);
        assertEquals(
                "not_fit: the account at the venue: the key can move money out of the account (withdraw-funds)",
                start());
        assertEquals("BTC/USD", desk.one(Sql.of("select string_agg(symbol, ',') as x from market.blocked_symbols")));
    }

    @Test
    void whoTradesSendsNothingWithSuchAKey() throws Exception {
        LazyKraken trader = KrakenVenues.ofTrader(environment(MOVER), name -> SqlNonces.of(desk.sqlAs("placer"), name));
        OrderRequest order = new OrderRequest(
                new Symbol("BTC/USD"),
                "0f9a2c1e-5b7d-8e3f-9a1b-2c3d4e5f6071",
                Side.BUY,
                OrderType.LIMIT_IOC,
                Quantity.of("0.001"),
                null,
                Price.of("1"),
                false);
        Placement.Rejected refusal =
                assertInstanceOf(Placement.Rejected.class, trader.place(order, System.currentTimeMillis()));
        assertEquals("NOT_SENT", refusal.code());
        String told = String.valueOf(assertThrows(VenueUnavailableException.class, trader::venueTimeMs)
                .getMessage());
        assertEquals("nothing is sent: the key can move money out of the account (withdraw-funds)", told);
    }
}
