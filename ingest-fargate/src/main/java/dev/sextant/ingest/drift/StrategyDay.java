package dev.sextant.ingest.drift;

import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Symbol;
import dev.sextant.signals.factor.AsOf;
import dev.sextant.signals.score.LastSignals;
import dev.sextant.signals.strategy.Strategy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A strategy on one symbol and day, whichever of its versions decided. */
final class StrategyDay implements Compared {

    private final Symbol symbol;
    private final StoredDecisions stored;
    private final WarmUp warmUp;
    private final Defects defects;
    private final Ahead<LiveDecision> decisions;
    private final DaySignals signals;
    private final Map<String, Optional<VersionDay>> versions = new HashMap<>();
    private final Map<String, Tally> tallies = new TreeMap<>();
    private @Nullable String version;

    StrategyDay(
            Symbol symbol,
            Day day,
            StoredDecisions.Active active,
            StoredDecisions stored,
            WarmUp warmUp,
            Defects defects) {
        this.symbol = symbol;
        this.stored = stored;
        this.warmUp = warmUp;
        this.defects = defects;
        this.decisions = stored.of(symbol, active.name(), day);
        this.signals = stored.signals(symbol, active.name(), day);
        this.version = active.versionBefore();
    }

    @Override
    public void onBucket(Bucket bucket, boolean comparable, AsOf readings) {
        onlyLive(decisions.before(bucket.startMs()), "the trades of this bucket are not stored");
        List<LiveDecision> live = decisions.before(bucket.endMs());
        live.forEach(decision -> version = decision.strategyVersion());
        if (comparable || !live.isEmpty()) {
            live.forEach(decision -> open(decision.strategyVersion(), bucket));
            if (version != null) {
                open(version, bucket);
            }
        }
        versions.values().forEach(each -> each.ifPresent(opened -> opened.fold(bucket)));
        LastSignals last = signals.before(bucket.endMs());
        live.forEach(decision -> compare(decision, readings, last));
        if (live.isEmpty() && comparable && version != null) {
            onlyRecomputed(version, bucket);
        }
    }

    private void open(String wanted, Bucket bucket) {
        versions.computeIfAbsent(wanted, _ -> stored.strategy(wanted).map(strategy -> opened(strategy, bucket)));
    }

    private VersionDay opened(Strategy strategy, Bucket bucket) {
        String name = strategy.strategyVersion();
        return new VersionDay(
                symbol,
                strategy,
                warmUp.engine(symbol, strategy.indicators(), name, bucket.startMs()),
                defects,
                tally(name));
    }

    private void compare(LiveDecision decision, AsOf readings, LastSignals last) {
        versions.getOrDefault(decision.strategyVersion(), Optional.empty())
                .ifPresentOrElse(
                        opened -> opened.compare(decision, readings, last), () -> onlyLive(List.of(decision), ""));
    }

    private void onlyLive(List<LiveDecision> decided, String because) {
        for (LiveDecision decision : decided) {
            String its = decision.strategyVersion();
            boolean known = versions.containsKey(its)
                    ? versions.get(its).isPresent()
                    : stored.strategy(its).isPresent();
            tally(its)
                    .add(Difference.onlyLive(
                            decision.bucketStartMs(),
                            known ? Cause.MISSING_DATA : Cause.STRATEGY_CHANGED,
                            known ? because : "the strategy file of " + its + " is not kept"));
        }
    }

    private void onlyRecomputed(String its, Bucket bucket) {
        if (versions.getOrDefault(its, Optional.empty()).isEmpty()) {
            return; // neither side decides
        }
        Optional<Defects.Defect> defect = defects.at(bucket).filter(Defects.Defect::missing);
        tally(its)
                .add(Difference.onlyRecomputed(
                        bucket.startMs(),
                        defect.isPresent() ? Cause.MISSING_DATA : Cause.UNEXPLAINED,
                        defect.map(Defects.Defect::told).orElse("the desk has no decision for this bucket")));
    }

    private Tally tally(String its) {
        return tallies.computeIfAbsent(its, _ -> new Tally());
    }

    @Override
    public void end() {
        onlyLive(decisions.before(Long.MAX_VALUE), "the trades of this bucket are not stored");
    }

    @Override
    public Map<String, Tally> tallies() {
        return tallies;
    }
}
