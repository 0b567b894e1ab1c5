package dev.sextant.ingest;

import dev.sextant.domain.market.IndicatorType;
import dev.sextant.ingest.account.PrivateFeeds;
import dev.sextant.ingest.account.PrivateInbox;
import dev.sextant.ingest.account.PrivateRecords;
import dev.sextant.ingest.config.IngestConfig;
import dev.sextant.ingest.frame.EventTime;
import dev.sextant.ingest.frame.SymbolFramer;
import dev.sextant.ingest.health.Health;
import dev.sextant.ingest.health.HealthJson;
import dev.sextant.ingest.health.TopOfBooks;
import dev.sextant.ingest.inbox.Inbox;
import dev.sextant.ingest.inbox.InboxListener;
import dev.sextant.ingest.indicator.Indicators;
import dev.sextant.ingest.indicator.LiquidationTally;
import dev.sextant.ingest.indicator.PollSchedule;
import dev.sextant.ingest.kraken.PairFees;
import dev.sextant.ingest.lease.Lease;
import dev.sextant.ingest.opportunity.OpportunityWatch;
import dev.sextant.ingest.sink.HttpPacer;
import dev.sextant.ingest.sink.Outbox;
import dev.sextant.ingest.sink.OutboxQueue;
import dev.sextant.ingest.sink.Pacer;
import dev.sextant.ingest.sink.Salvage;
import dev.sextant.ingest.sink.Streams;
import dev.sextant.ingest.spill.Spill;
import dev.sextant.ingest.spill.SpillSettings;
import dev.sextant.ingest.store.GapNotes;
import dev.sextant.ingest.trade.SymbolFeed;
import dev.sextant.ingest.trade.TradeHistory;
import dev.sextant.ingest.venue.BinanceTradeHistory;
import dev.sextant.ingest.venue.ClockProbe;
import dev.sextant.ingest.venue.InstrumentRefresh;
import dev.sextant.ingest.venue.ParallelIndicators;
import dev.sextant.ingest.venue.SyntheticInputs;
import dev.sextant.venues.binance.market.StreamParser;
import dev.sextant.venues.http.JdkSocketConnector;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.Sleeper;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/** The parts that exist once the start facts are known, wired together. */
final class Running implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** About a minute of four busy symbols. */
    private static final int INBOX_EVENTS = 50_000;

    /** Kraken's list of instruments is one message. */
    private static final int KRAKEN_CHARS = 16 << 20;

    private final ParallelIndicators polls;
    private final OutboxQueue queue;
    final Lease lease;
    final IngestLoop loop;
    final VenueStreams streams;
    final PrivateFeeds privateFeeds;
    final Housekeeping housekeeping;
    final Optional<OpportunityWatch> triangles;

    Running(
            IngestConfig config,
            IngestPorts ports,
            VenueReaders readers,
            StartFacts facts,
            Health health,
            TopOfBooks tops,
            HttpClient http) {
        MonotonicClock clock = MonotonicClock.system();
        DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();
        GapNotes gaps = new GapNotes(ports.gaps());
        lease = new Lease(
                ports.leases(),
                facts.owner(),
                facts.epoch(),
                config.pacer().isPresent(),
                clock,
                System::currentTimeMillis);
        lease.step();
        health.lease(lease);
        Pacer pacer = config.pacer()
                .<Pacer>map(address -> new HttpPacer(http, address))
                .orElse(Pacer.NONE);
        Spill spill = new Spill(SpillSettings.of(config.spillFolder(), config.spillBytes()), facts.epoch(), clock);
        queue = new OutboxQueue(config.outboxRecords(), spill, gaps);
        Outbox outbox = new Outbox(new Streams(ports.market(), ports.decisions(), pacer), queue, lease, clock, random);
        Salvage salvage = new Salvage(spill.leftovers());
        salvage.into(outbox);
        polls = new ParallelIndicators(
                readers.once(), readers.coinbase(), facts.syntheticInputs(), VenueReaders.POLL_TIMEOUT_MS);
        Indicators indicators = new Indicators(
                config.symbols(),
                new PollSchedule(config.pollPeriodsMs()),
                polls,
                new LiquidationTally(SyntheticInputs.contains(facts.syntheticInputs(), IndicatorType.LIQUIDATION)));
        Ingest ingest = new Ingest(
                feeds(config, readers, facts, gaps, outbox),
                config.accounts(),
                facts.resumePoints(),
                config.backfillMs(),
                new EventTime(facts.venueTimeMs()),
                indicators,
                outbox,
                health,
                new PrivateRecords(config.privateWithTicks()));
        Inbox inbox = new Inbox(INBOX_EVENTS);
        Sender sender = new Sender(outbox, salvage, health, Sleeper.real());
        loop = new IngestLoop(inbox, ingest, outbox, sender, health, Sleeper.real(), clock);
        JdkSocketConnector sockets = new JdkSocketConnector(http, CONNECT_TIMEOUT, StreamParser.MAX_CHARS);
        privateFeeds = new PrivateFeeds(
                config.accounts(),
                config.privateStreams(),
                config.privateWithTicks(),
                ports.privateKeys(),
                sockets,
                new PrivateInbox(inbox),
                clock,
                random);
        streams = VenueStreams.of(config, sockets, new InboxListener(inbox, clock), tops, clock, random);
        JdkSocketConnector wide = new JdkSocketConnector(http, CONNECT_TIMEOUT, KRAKEN_CHARS);
        triangles = config.kraken()
                .map(settings -> new OpportunityWatch(
                        settings,
                        ports.opportunities(),
                        ports.lane(),
                        lease,
                        wide,
                        clock,
                        System::currentTimeMillis,
                        random,
                        PairFees.flat(settings.feed().feePpm()),
                        List.of()));
        housekeeping = new Housekeeping(
                gaps,
                new ClockProbe(readers.brisk()::serverTimeMs, System::currentTimeMillis, clock),
                config.clockProbeMs(),
                ports.clockOffsets(),
                new InstrumentRefresh(
                        readers.brisk(),
                        readers.budget(),
                        ports.instruments(),
                        config.symbols(),
                        System::currentTimeMillis)::run,
                ports.statusBoard(),
                () -> HealthJson.of(health, tops),
                health,
                clock);
    }

    /** Keeps the watch for triangles. */
    void checkTriangles() {
        triangles.ifPresent(OpportunityWatch::check);
    }

    /** Nothing more is heard from any venue. */
    void hangUp() {
        streams.close();
        privateFeeds.close();
        triangles.ifPresent(OpportunityWatch::end);
        loop.stop();
    }

    private static List<SymbolFeed> feeds(
            IngestConfig config, VenueReaders readers, StartFacts facts, GapNotes gaps, Outbox outbox) {
        TradeHistory patient = new BinanceTradeHistory(readers.patient());
        TradeHistory brisk = new BinanceTradeHistory(readers.brisk());
        return config.symbols().stream()
                .map(symbol ->
                        new SymbolFeed(new SymbolFramer(symbol, facts.epoch(), outbox::add), patient, brisk, gaps))
                .toList();
    }

    /** Keeps the sockets. A replay begins when the market's are open, so the private ones come first. */
    void checkSockets() {
        privateFeeds.check();
        if (privateFeeds.settled()) {
            streams.check();
        }
    }

    @Override
    public void close() {
        streams.close();
        privateFeeds.close();
        triangles.ifPresent(OpportunityWatch::close);
        polls.close();
        queue.close();
        lease.leave();
    }
}
