package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.domain.venue.CashFlowHistory;
import dev.sextant.domain.venue.PrivateStreamKeys;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.platform.lambda.SqlDeadLetters;
import dev.sextant.platform.orders.SqlNonces;
import dev.sextant.platform.orders.SqlOrderStore;
import dev.sextant.platform.orders.SqlRequestLedger;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.telemetry.MetricLines;
import dev.sextant.platform.telemetry.Metrics;
import dev.sextant.platform.telemetry.ObservedOrderStore;
import dev.sextant.venues.binance.trade.BinanceTradingVenue;
import dev.sextant.venues.binance.trade.BinanceVenues;
import dev.sextant.venues.binance.trade.ExpectedSetting;
import dev.sextant.venues.kraken.trade.KrakenVenues;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;

/** Puts the reconciler together. The local desk brings its own clock, database client and venue. */
@Factory
final class ReconcilerFactory {

    static final String NAME = "reconciler";

    @Singleton
    @Requires(notEnv = "desk")
    BinanceTradingVenue venue(SqlClient sql) {
        return BinanceVenues.fromEnvironment(System.getenv(), SqlRequestLedger.fromEnvironment(sql, System.getenv()));
    }

    @Singleton
    Account account(@Value("${sextant.account}") String name) {
        return new Account(name);
    }

    @Singleton
    @Named(NAME)
    Metrics metrics(MetricLines lines) {
        return lines.of(NAME);
    }

    @Singleton
    ClockJobs jobs(SqlClient sql, CashFlowHistory venue, @Named(NAME) Metrics metrics) {
        return new ClockJobs(sql, new CashFlowBooks(venue, sql), metrics);
    }

    @Singleton
    ReconcileRequests requests(SqlClient sql) {
        return new ReconcileRequests(sql);
    }

    @Singleton
    Reconciler reconciler(SqlClient sql, TradingVenue venue, @Named(NAME) Metrics metrics) {
        return new Reconciler(
                new ObservedOrderStore(new SqlOrderStore(sql), metrics),
                venue,
                new SqlPortfolio(sql),
                new SqlBooks(sql));
    }

    @Singleton
    Adopter adopter(SqlClient sql, TradingVenue venue, @Named(NAME) Metrics metrics) {
        return new Adopter(
                new ObservedOrderStore(new SqlOrderStore(sql), metrics),
                venue,
                new SqlPortfolio(sql),
                new SqlAdoptions(sql));
    }

    @Singleton
    KeyWatch keyWatch(SqlClient sql, BinanceTradingVenue venue, @Named(NAME) Metrics metrics) {
        return new KeyWatch(venue::keyStanding, new SqlPortfolio(sql)::blockAll, metrics);
    }

    @Singleton
    Examiner examiner(
            SqlClient sql,
            BinanceTradingVenue venue,
            EpochClock marketClock,
            Account account,
            @Value("${sextant.margin.type:CROSSED}") String marginType,
            @Value("${sextant.leverage:20}") int leverage,
            @Named(NAME) Metrics metrics) {
        ExpectedSetting expected = new ExpectedSetting(ExpectedSetting.MarginType.valueOf(marginType), leverage);
        return new Examiner(
                new VenueQuestions(venue, sql, expected, marketClock, account), SqlExaminations.of(sql), metrics);
    }

    /** A desk on one machine opens its books and keeps its session itself. */
    @Singleton
    @Requires(notEnv = "desk")
    DeployedDesk deployed(SqlClient sql, TradingVenue venue) {
        return new DeployedDesk(sql, venue);
    }

    /** Beside the desk's own account, where triangles are traded; a desk on one machine brings its own. */
    @Singleton
    @Requires(notEnv = "desk")
    @Requires(property = "sextant.triangles.account")
    SpotPass spot(
            SqlClient sql,
            MetricLines lines,
            @Value("${sextant.triangles.account}") String account,
            @Value("${sextant.kraken.starts}") List<String> starts) {
        return SpotPass.of(
                new Account(account),
                sql,
                KrakenVenues.fromEnvironment(System.getenv(), key -> SqlNonces.of(sql, key)),
                starts,
                System::currentTimeMillis,
                lines.of(SpotReconcilers.COMPONENT));
    }

    @Singleton
    ListenKeyKeeper keys(SqlClient sql, PrivateStreamKeys venue) {
        return new ListenKeyKeeper(venue, new SqlPrivateStreams(sql));
    }

    @Singleton
    PrivateLoop events(
            SqlClient sql,
            TradingVenue venue,
            ListenKeyKeeper keys,
            EpochClock marketClock,
            @Named(NAME) Metrics metrics) {
        PrivateStreams streams = new SqlPrivateStreams(sql);
        StreamedOrders orders = new StreamedOrders(
                new ObservedOrderStore(new SqlOrderStore(sql), metrics), venue, streams, marketClock);
        return new PrivateLoop(
                new PrivateEvents(orders, streams, new SqlPortfolio(sql), keys, marketClock, metrics),
                new SqlDeadLetters(sql, NAME),
                metrics);
    }
}
