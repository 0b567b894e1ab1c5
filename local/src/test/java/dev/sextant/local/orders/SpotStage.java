package dev.sextant.local.orders;

import dev.sextant.domain.event.Account;
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
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A deployed desk's account at a made-up Kraken: database, venue over loopback, and the reconciler's pass. */
final class SpotStage implements AutoCloseable {

    private static final Account MAIN = new Account("live-main");
    static final Account KRAKEN = new Account("live-main-kraken");
    private static final String SECRET = "c2VjcmV0LW9mLXRoZS1tYWRlLXZlbnVlLTEyMzQ1Ng==";
    static final String READER = "reader-key-of-the-made-venue";
    static final String MOVER = "key-that-can-withdraw";

    final OrderDesk desk = new OrderDesk();
    private final KrakenVenueServer venue =
            new KrakenVenueServer(new MadeMarket(11, System.currentTimeMillis()), System::currentTimeMillis);
    final KrakenPrivateSide side = side();

    SpotStage() throws Exception {
        prepare();
    }

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

    private void prepare() {
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

    @Override
    public void close() {
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

    Map<String, String> environment(String key) {
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

    /** One minute of the reconciler with a key, in a sentence. */
    String pass(String key) {
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

    /** What a person is told who starts the triangles. */
    String start() {
        return desk.one(Sql.of("""
                select concat_ws(': ', x->>'result', x->>'text') as x
                from strategy.set_state('triangles', 'RUNNING', 'a test', 'ann', now()) x"""));
    }
}
