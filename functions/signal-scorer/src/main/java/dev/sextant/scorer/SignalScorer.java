package dev.sextant.scorer;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.DecisionPublisher;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.CycleFrame;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.Liquidation;
import dev.sextant.domain.market.MarketRecord;
import dev.sextant.domain.market.Symbol;
import dev.sextant.platform.market.SqlBuckets;
import dev.sextant.platform.market.SqlReadings;
import dev.sextant.platform.market.StoreOutcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles the {@code market} stream. What it keeps in memory is a validated copy of the store: a frame that does not
 * follow on makes it read again, so stale sandboxes, re-deliveries and two copies at once are harmless.
 */
public final class SignalScorer {

    private static final Logger LOG = LoggerFactory.getLogger(SignalScorer.class);

    /** Readings older than this play no part in any shipped factor. */
    private static final long READINGS_REACH_MS = 26 * 3_600_000L;

    private final SqlBuckets buckets;
    private final SqlReadings readings;
    private final BucketHistory history;
    private final StrategyShelf strategies;
    private final DecisionLog log;
    private final DecisionPublisher out;
    private final List<Account> accounts;
    private final Consumer<CycleFrame> cycles;
    private final Map<Symbol, SymbolScorer> symbols = new HashMap<>();
    private final Map<Symbol, Long> epochs = new HashMap<>();
    private final Set<Symbol> blocked = new HashSet<>();

    /** @param cycles confirms triangles; does nothing where none are traded by this lane */
    SignalScorer(
            SqlBuckets buckets,
            SqlReadings readings,
            BucketHistory history,
            StrategyShelf strategies,
            DecisionLog log,
            DecisionPublisher out,
            List<Account> accounts,
            Consumer<CycleFrame> cycles) {
        this.buckets = buckets;
        this.readings = readings;
        this.history = history;
        this.strategies = strategies;
        this.log = log;
        this.out = out;
        this.accounts = List.copyOf(accounts);
        this.cycles = cycles;
    }

    /** Handles one record of the market stream. */
    public void onRecord(MarketRecord record) {
        try {
            switch (record) {
                case Frame frame -> onFrame(frame);
                case IndicatorReading reading -> onReading(reading);
                case Liquidation _ -> {
                    // The reading that follows has the sums that are scored; the single orders are the recorder's.
                }
                case CycleFrame cycle -> cycles.accept(cycle);
            }
        } catch (RuntimeException e) {
            // Half a step may be in memory: forget it, so that the repeated delivery starts from the store.
            symbols.remove(record.symbol());
            throw e;
        }
    }

    private void onReading(IndicatorReading reading) {
        readings.save(reading);
        SymbolScorer scorer = symbols.get(reading.symbol());
        if (scorer != null) {
            scorer.onReading(reading);
        }
    }

    private void onFrame(Frame frame) {
        long epoch = epochs.merge(frame.symbol(), frame.epoch(), Math::max);
        if (frame.epoch() < epoch || frame.closed().isEmpty() || isBlocked(frame.symbol())) {
            return;
        }
        for (Bucket bucket : frame.closed()) {
            onBucket(frame.symbol(), bucket);
        }
    }

    /** A human clears a block in the store; from then on the symbol is decided on again. */
    private boolean isBlocked(Symbol symbol) {
        if (blocked.contains(symbol) && !buckets.isBlocked(symbol)) {
            blocked.remove(symbol);
        }
        return blocked.contains(symbol);
    }

    private void onBucket(Symbol symbol, Bucket bucket) {
        SymbolScorer scorer = symbols.get(symbol);
        if (scorer != null && scorer.knows(bucket)) {
            return;
        }
        StoreOutcome outcome = buckets.store(symbol, bucket);
        if (outcome == StoreOutcome.DIFFERENT) {
            block(symbol, bucket);
            return;
        }
        Bucket stored = bucket.complete()
                ? bucket
                : buckets.range(symbol, bucket.startMs(), bucket.endMs()).getFirst();
        if (scorer == null || scorer.skips(bucket) || outcome == StoreOutcome.UPGRADED) {
            scorer = rebuild(symbol, bucket.startMs());
        }
        List<SignalRaised> signals =
                log.record(scorer.decide(stored, strategies.of(symbol), log.lastSignals(symbol), accounts));
        if (outcome != StoreOutcome.UPGRADED && !signals.isEmpty()) {
            out.publish(signals);
        }
    }

    private SymbolScorer rebuild(Symbol symbol, long untilMs) {
        SymbolScorer scorer =
                new SymbolScorer(symbol, history, readings.knownSince(symbol, untilMs - READINGS_REACH_MS), untilMs);
        symbols.put(symbol, scorer);
        return scorer;
    }

    private void block(Symbol symbol, Bucket bucket) {
        String reason = "bucket " + bucket.startMs() + " differs from the stored one: " + bucket.contentHash();
        LOG.error("{} is blocked: {}", symbol, reason);
        buckets.block(symbol, reason);
        blocked.add(symbol);
    }
}
