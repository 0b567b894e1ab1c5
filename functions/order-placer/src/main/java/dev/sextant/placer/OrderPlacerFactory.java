package dev.sextant.placer;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.IntentApproved;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.plan.Quotes;
import dev.sextant.domain.risk.AccountSettings;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.platform.lambda.RecordLoop;
import dev.sextant.platform.lambda.SqlDeadLetters;
import dev.sextant.platform.market.SqlInstruments;
import dev.sextant.platform.orders.SqlAccountSettings;
import dev.sextant.platform.orders.SqlNonces;
import dev.sextant.platform.orders.SqlOrderStore;
import dev.sextant.platform.orders.SqlRequestLedger;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.stream.CorruptRecordException;
import dev.sextant.platform.stream.DecisionCodec;
import dev.sextant.platform.telemetry.MetricLines;
import dev.sextant.platform.telemetry.Metrics;
import dev.sextant.platform.telemetry.ObservedOrderStore;
import dev.sextant.venues.binance.mode.TradingMode;
import dev.sextant.venues.binance.trade.BinanceVenues;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.kraken.trade.KrakenVenues;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts order-placer together. The local desk brings its own clock, database client and venue. */
@Factory
final class OrderPlacerFactory {

    private static final String NAME = "order-placer";
    private static final int TOKEN_BYTES = 16;

    @Singleton
    @Requires(notEnv = "desk")
    TradingVenue venue(SqlClient sql) {
        return BinanceVenues.fromEnvironment(System.getenv(), SqlRequestLedger.fromEnvironment(sql, System.getenv()));
    }

    @Singleton
    @Requires(notEnv = "desk")
    TradingMode mode() {
        return TradingMode.fromEnvironment(System.getenv());
    }

    @Singleton
    @Named(NAME)
    RecordLoop<DecisionRecord> loop(
            SqlClient sql,
            TradingVenue venue,
            TradingMode mode,
            EpochClock marketClock,
            MonotonicClock stopwatch,
            MetricLines lines,
            @Nullable PlanAccount planned) {
        Metrics metrics = lines.of(NAME);
        OrderPlacer placer = new OrderPlacer(
                new ObservedOrderStore(new SqlOrderStore(sql), metrics),
                venue,
                new SqlInstruments(sql),
                marketClock,
                stopwatch::nowMs,
                OrderPlacerFactory::freshToken,
                new VenueWatch(venue, new SqlGuardJournal(sql), marketClock, metrics)::look);
        SqlAccountSettings accounts = new SqlAccountSettings(sql);
        ModeGate gate = new ModeGate(mode, account -> accounts.find(account).map(AccountSettings::mode), metrics);
        Optional<PlanPlacer> plans = Optional.ofNullable(planned)
                .map(by -> new PlanPlacer(PlanRunner.of(sql, by.venue(), Quotes.NONE, by.wall())));
        return new RecordLoop<>(
                OrderPlacerFactory::decode,
                record -> {
                    if (!gate.admits(record.account())) {
                        return;
                    }
                    if (planned != null && record.account().equals(planned.account())) {
                        plans.orElseThrow().onRecord(record);
                    } else {
                        placer.onRecord(record);
                    }
                },
                new SqlDeadLetters(sql, NAME),
                metrics);
    }

    /**
     * Over REST alone, which needs nothing kept open between two calls. Sold back is at the plan's own prices, further away
     * each time: the books are not here.
     */
    @Singleton
    @Requires(notEnv = "desk")
    @Requires(property = "sextant.triangles.account")
    PlanAccount planned(SqlClient sql, @Value("${sextant.triangles.account}") String account) {
        return new PlanAccount(
                new Account(account),
                KrakenVenues.ofTrader(System.getenv(), key -> SqlNonces.of(sql, key)),
                System::currentTimeMillis);
    }

    /** A test brings one that it moves itself. */
    @Singleton
    @Requires(missingBeans = MonotonicClock.class)
    MonotonicClock stopwatch() {
        return MonotonicClock.system();
    }

    /** An approval of something that can't be an intent is as unreadable as bytes that are no record. */
    static DecisionRecord decode(byte[] data) {
        DecisionRecord record = DecisionCodec.decode(data);
        if (record instanceof IntentApproved(Account _, String intentId, long _) && !IntentId.fits(intentId)) {
            throw new CorruptRecordException(0, "intent_id of 64 hex digits", "'" + intentId + "'");
        }
        return record;
    }

    /** Seeded by the operating system at each call, so that clones of a snapshot never draw the same. */
    static String freshToken() {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        return HexFormat.of().formatHex(token);
    }
}
