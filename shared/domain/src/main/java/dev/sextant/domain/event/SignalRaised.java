package dev.sextant.domain.event;

import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;

/**
 * A strategy's wish to open a position, emitted by the scorer from the row that was actually stored.
 *
 * @param signalId hash of (strategy version, symbol, bucket, direction): the same decision always has the same id
 * @param decisionId the stored decision it comes from
 * @param strategy the strategy's name; cooldown and uniqueness are per name
 * @param strategyVersion name, version and content hash: {@code v51_baseline@5.1#1f0c9a2e}
 * @param bucketStartMs start of the bucket whose close made the decision
 * @param score 0 to 100
 * @param price last trade price at the decision
 * @param atr average true range at the decision, quote units
 * @param stopDistance entry to stop loss, quote units, positive
 * @param takeProfit1Distance entry to the first target, quote units, positive
 * @param takeProfit2Distance entry to the second target, quote units, at least the first
 * @param takeProfit1Share share of the quantity closed at the first target, between 0 and 1 exclusive
 * @param decidedAtMs exchange time of the decision (the bucket's end)
 * @param expiresAtMs exchange time after which it must not be acted on
 * @param closeAfterMs longest holding time of the position it opens, milliseconds, positive
 */
public record SignalRaised(
        String signalId,
        String decisionId,
        Account account,
        String strategy,
        String strategyVersion,
        Symbol symbol,
        Direction direction,
        long bucketStartMs,
        int score,
        Tier tier,
        BigDecimal price,
        BigDecimal atr,
        BigDecimal stopDistance,
        BigDecimal takeProfit1Distance,
        BigDecimal takeProfit2Distance,
        BigDecimal takeProfit1Share,
        long decidedAtMs,
        long expiresAtMs,
        long closeAfterMs)
        implements DecisionRecord {

    public SignalRaised {
        if (stopDistance.signum() <= 0
                || takeProfit1Distance.signum() <= 0
                || takeProfit2Distance.compareTo(takeProfit1Distance) < 0) {
            throw new IllegalArgumentException("signal " + signalId + " has impossible distances: stop " + stopDistance
                    + ", targets " + takeProfit1Distance + " and " + takeProfit2Distance);
        }
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("signal " + signalId + " has score " + score + ", expected 0 to 100");
        }
    }
}
