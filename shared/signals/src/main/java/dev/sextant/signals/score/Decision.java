package dev.sextant.signals.score;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.signals.ContentHash;
import dev.sextant.signals.strategy.Strategy;
import dev.sextant.signals.window.IndicatorRow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy made of one bucket of one symbol.
 *
 * @param strategy who decided
 * @param symbol on what
 * @param row the indicators it saw
 * @param longScore 0 to 100
 * @param shortScore 0 to 100
 * @param direction the one with the higher score, or null when they are equal
 * @param terms what each factor put in, in the file's order
 * @param gate whether it fired, or what stopped it
 */
public record Decision(
        Strategy strategy,
        Symbol symbol,
        IndicatorRow row,
        int longScore,
        int shortScore,
        @Nullable Direction direction,
        List<FactorTerm> terms,
        Gate gate) {

    public Decision {
        terms = List.copyOf(terms);
    }

    /** The higher of the two scores. */
    public int score() {
        return Math.max(longScore, shortScore);
    }

    /** Exchange time of the decision: the bucket's end. */
    public long decidedAtMs() {
        return row.atMs();
    }

    /** Start of the bucket whose close was decided on. */
    public long bucketStartMs() {
        return row.atMs() - Bucket.LENGTH_MS;
    }

    /** SHA-256 of {@code strategyVersion|symbol|bucketStart}, 64 hex digits. */
    public String decisionId() {
        return ContentHash.sha256(strategy.strategyVersion() + "|" + symbol + "|" + bucketStartMs());
    }

    /** The signal for an account, when the decision fired. */
    public Optional<SignalRaised> signal(Account account) {
        return switch (gate) {
            case Gate.Blocked blocked -> Optional.empty();
            case Gate.Fired fired
            when direction == null ->
                throw new IllegalStateException(
                        "decision " + decisionId() + " fired " + fired.tier() + " without a direction");
            case Gate.Fired fired -> Optional.of(signal(account, direction, fired));
        };
    }

    private SignalRaised signal(Account account, Direction side, Gate.Fired fired) {
        String version = strategy.strategyVersion();
        Distances distances = fired.distances();
        return new SignalRaised(
                ContentHash.sha256(version + "|" + symbol + "|" + bucketStartMs() + "|" + side),
                decisionId(),
                account,
                strategy.name(),
                version,
                symbol,
                side,
                bucketStartMs(),
                score(),
                fired.tier(),
                E8.toDecimal(row.priceE8()),
                distances.atr(),
                distances.stop(),
                distances.takeProfit1(),
                distances.takeProfit2(),
                strategy.exits().takeProfit1Share(),
                decidedAtMs(),
                decidedAtMs() + strategy.signalTtlMs(),
                strategy.timeStop().closeMs());
    }
}
