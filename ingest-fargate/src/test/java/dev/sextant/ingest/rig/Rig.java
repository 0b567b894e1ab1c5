package dev.sextant.ingest.rig;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Gap;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.Ingest;
import dev.sextant.ingest.account.PrivateRecords;
import dev.sextant.ingest.frame.EventTime;
import dev.sextant.ingest.frame.SymbolFramer;
import dev.sextant.ingest.health.Health;
import dev.sextant.ingest.inbox.Input;
import dev.sextant.ingest.indicator.IndicatorSource;
import dev.sextant.ingest.indicator.Indicators;
import dev.sextant.ingest.indicator.LiquidationTally;
import dev.sextant.ingest.indicator.PollKind;
import dev.sextant.ingest.indicator.PollSchedule;
import dev.sextant.ingest.indicator.Polled;
import dev.sextant.ingest.lease.TickGate;
import dev.sextant.ingest.sink.Outbox;
import dev.sextant.ingest.sink.OutboxQueue;
import dev.sextant.ingest.sink.Pacer;
import dev.sextant.ingest.sink.Streams;
import dev.sextant.ingest.spill.Spill;
import dev.sextant.ingest.spill.SpillSettings;
import dev.sextant.ingest.store.GapNotes;
import dev.sextant.ingest.trade.SymbolFeed;
import dev.sextant.venues.binance.market.MarketEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The core with everything around it in memory. Set the fields, then {@link #build}. */
public final class Rig {

    private static final Account ACCOUNT = new Account("paper-main");

    public final RecordingSinks sinks;
    public final List<Gap> gaps = new ArrayList<>();
    public final TapeHistory history;
    private final List<Symbol> symbols;
    private final GapNotes gapNotes = new GapNotes(gaps::add);
    private Map<Symbol, OptionalLong> resumePoints = Map.of();
    private List<Account> accounts = List.of(ACCOUNT);
    private IndicatorSource indicators = (polls, tickMs) -> new Polled(List.of(), polls);
    private Map<PollKind, Long> pollPeriodsMs = Map.of();
    private Pacer pacer = Pacer.NONE;
    private TickGate gate = TickGate.OPEN;
    private long backfillMs;
    private long epoch = 1;
    private long venueTimeMs = Tape.START_MS;
    private Outbox outbox;
    private Health health;
    private Ingest ingest;

    public Rig(Tape tape, Symbol... symbols) {
        this(new RecordingSinks(), tape, symbols);
    }

    /** One of several that write to the same streams. */
    public Rig(RecordingSinks shared, Tape tape, Symbol... symbols) {
        this.sinks = shared;
        this.history = new TapeHistory(tape);
        this.symbols = List.of(symbols);
        build();
    }

    public Rig resumeAt(Map<Symbol, OptionalLong> points) {
        resumePoints = points;
        return build();
    }

    public Rig epoch(long number) {
        epoch = number;
        return build();
    }

    public Rig accounts(String... names) {
        accounts = List.of(names).stream().map(Account::new).toList();
        return build();
    }

    public Rig backfill(long durationMs, long venueNowMs) {
        backfillMs = durationMs;
        venueTimeMs = venueNowMs;
        return build();
    }

    public Rig polling(Map<PollKind, Long> periodsMs, IndicatorSource source) {
        pollPeriodsMs = periodsMs;
        indicators = source;
        return build();
    }

    public Rig tickingBy(TickGate lease) {
        gate = lease;
        return build();
    }

    public Rig pacedBy(Pacer listener) {
        pacer = listener;
        return build();
    }

    private Rig build() {
        OutboxQueue queue =
                new OutboxQueue(1_000, new Spill(SpillSettings.of(Path.of("unused"), 0), epoch, () -> 0), gapNotes);
        outbox = new Outbox(new Streams(sinks, sinks.decisions(), pacer), queue, gate, () -> 0, () -> 0);
        health = new Health(symbols, 0, () -> 0);
        ingest = new Ingest(
                symbols.stream().map(this::feed).toList(),
                accounts,
                resumePoints,
                backfillMs,
                new EventTime(venueTimeMs),
                new Indicators(symbols, new PollSchedule(pollPeriodsMs), indicators, new LiquidationTally(false)),
                outbox,
                health,
                new PrivateRecords(false));
        return this;
    }

    private SymbolFeed feed(Symbol symbol) {
        return new SymbolFeed(new SymbolFramer(symbol, epoch, outbox::add), history, history, gapNotes);
    }

    public Rig connect() throws InterruptedException {
        ingest.on(new Input.Connected());
        return this;
    }

    public Rig on(MarketEvent event) throws InterruptedException {
        ingest.on(new Input.Event(event, 100, 0));
        return this;
    }

    public Rig onAll(List<? extends MarketEvent> events) throws InterruptedException {
        for (MarketEvent event : events) {
            on(event);
        }
        return this;
    }

    public Rig on(Input input) throws InterruptedException {
        ingest.on(input);
        return this;
    }

    /** Sends what is in the outbox and saves gaps. */
    public Rig flush() throws InterruptedException {
        outbox.flush();
        gapNotes.save();
        return this;
    }

    public Rig drain() throws InterruptedException {
        ingest.drain();
        return flush();
    }

    public Outbox outbox() {
        return outbox;
    }

    public Health health() {
        return health;
    }

    public Ingest ingest() {
        return ingest;
    }
}
