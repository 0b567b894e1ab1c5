package dev.sextant.signals.score;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Symbol;
import dev.sextant.signals.factor.AsOf;
import dev.sextant.signals.strategy.Strategy;
import dev.sextant.signals.window.IndicatorEngine;

/**
 * A strategy run over one symbol's buckets with its own windows and cooldown: what back-tests and offline commands use.
 * The live scorer keeps windows and cooldowns in storage and calls {@link Scorer} itself; both decide the same. Not
 * thread-safe.
 */
public final class StrategyFold {

    private static final Account OWN = new Account("fold");

    private final Strategy strategy;
    private final Symbol symbol;
    private final AsOf asOf;
    private final IndicatorEngine engine;
    private LastSignals last = LastSignals.NONE;

    /** Starts at the beginning of an input; {@code asOf} may grow while the fold runs. */
    public StrategyFold(Strategy strategy, Symbol symbol, AsOf asOf) {
        this.strategy = strategy;
        this.symbol = symbol;
        this.asOf = asOf;
        this.engine = new IndicatorEngine(strategy.indicators());
    }

    /** Decides on the next bucket; a decision that fired starts the cooldown. */
    public Decision onBucket(Bucket bucket) {
        Decision decision = Scorer.decide(strategy, symbol, engine.onBucket(bucket), asOf, last);
        decision.signal(OWN).ifPresent(signal -> last = last.with(signal));
        return decision;
    }
}
