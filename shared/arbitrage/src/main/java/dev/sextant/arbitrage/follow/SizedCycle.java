package dev.sextant.arbitrage.follow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A cycle with its sizes. Amounts are in whole units of their asset, exact.
 *
 * @param cycle as {@code USD>BTC>ETH>USD}
 * @param asset the start asset
 * @param spend what the first leg takes, fee included
 * @param profit what comes back beyond that, above 0
 * @param edgeBps what it earns beyond fees and buffer, in basis points of what it takes
 * @param worstLoss what it may lose when it can't be finished; empty when there is no bound
 * @param legs the orders, in the order they are sent
 */
public record SizedCycle(
        String cycle,
        String asset,
        BigDecimal spend,
        BigDecimal profit,
        double edgeBps,
        Optional<BigDecimal> worstLoss,
        List<SizedLeg> legs) {

    public SizedCycle {
        legs = List.copyOf(legs);
    }
}
