package dev.sextant.local.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.local.venue.VenueServer;
import dev.sextant.local.venue.VenueServerConfig;
import dev.sextant.local.venue.rest.ApiKey;
import dev.sextant.local.venue.rest.Rights;
import dev.sextant.platform.schedule.Schedules;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.telemetry.MetricLines;
import dev.sextant.reconciler.ReconcilerHandler;
import dev.sextant.venues.binance.trade.BinanceTradingVenue;
import dev.sextant.venues.binance.trade.BinanceVenues;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A reconciler in mode live whose key can withdraw, in its own database role, before a venue that says so. */
class KeyBlockTest {

    private static final Path CAPTURE =
            Path.of("..").toAbsolutePath().normalize().resolve("captures/usdm-btcusdt-20240808.gz");
    private static final ApiKey KEY = new ApiKey("sextant-some-account-key", "sextant-some-account-secret");

    private final OrderDesk desk = new OrderDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    private String reconcile(ApiKey key) throws Exception {
        try (VenueServer exchange = VenueServer.start(VenueServerConfig.of(CAPTURE, key));
                BinanceTradingVenue venue = BinanceVenues.fromEnvironment(Map.of(
                        "SEXTANT_MODE", "live",
                        "SEXTANT_VENUE_REST", exchange.httpUri().toString(),
                        "SEXTANT_VENUE_WALLET", exchange.httpUri().toString(),
                        "SEXTANT_VENUE_CLOCK", "venue",
                        "SEXTANT_VENUE_API_KEY", key.key(),
                        "SEXTANT_VENUE_API_SECRET", key.secret()));
                ApplicationContext context = ApplicationContext.builder()
                        .banner(false)
                        .deduceEnvironment(false)
                        .environments("desk")
                        .properties(Map.of("sextant.account", OrderDesk.ACCOUNT.name()))
                        .singletons(
                                desk.sqlAs("reconciler"), (EpochClock) () -> OrderDesk.T0, (MetricLines) _ -> {}, venue)
                        .start()) {
            return new ReconcilerHandler(context).run(Schedules.RECONCILE.name());
        }
    }

    private String blocked() {
        return desk.one(Sql.of("""
                        select coalesce(string_agg(symbol || ': ' || reason, '; ' order by symbol), 'nothing') as x
                        from market.blocked_symbols"""));
    }

    @Test
    void aKeyThatCanWithdrawBlocksEverySymbolUntilAPersonUnblocksIt() throws Exception {
        String said = reconcile(KEY.withRights(Rights.careful().withWithdrawals(true)));
        assertTrue(said.startsWith("clean: "), said);
        assertEquals(
                "BTCUSDT: the key can move money out of the account (enableWithdrawals); make another key without that"
                        + " right",
                blocked());
        reconcile(KEY);
        assertTrue(blocked().startsWith("BTCUSDT: "), "another key alone doesn't clear it");
    }

    @Test
    void aKeyAsItShouldBeBlocksNothing() throws Exception {
        reconcile(KEY);
        assertEquals("nothing", blocked());
    }
}
