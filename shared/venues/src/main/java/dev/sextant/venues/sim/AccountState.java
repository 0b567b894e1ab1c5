package dev.sextant.venues.sim;

import dev.sextant.venues.sim.algo.AlgoView;
import dev.sextant.venues.sim.event.FundingView;
import dev.sextant.venues.sim.event.PositionView;
import dev.sextant.venues.sim.event.TransferView;
import dev.sextant.venues.sim.order.Fill;
import java.util.List;

/**
 * Everything of a simulated account that outlives a restart of its venue; the market is not part of it. The ids are those
 * given out next, so none is ever given out twice. Made by {@link SimulatedVenue#account}, kept by whoever runs a venue
 * on a market that can't be played again.
 *
 * @param orders open orders and the newest finished ones, by id
 * @param algos waiting conditional orders and the newest finished ones, by id
 * @param fills the newest, oldest first
 * @param fundings the newest, oldest first
 * @param transfers the newest, oldest first
 * @param walletE8 in the quote asset, units of 10⁻⁸
 */
public record AccountState(
        List<KeptOrder> orders,
        List<AlgoView> algos,
        List<Fill> fills,
        List<PositionView> positions,
        List<FundingView> fundings,
        List<TransferView> transfers,
        long walletE8,
        long nextOrderId,
        long nextAlgoId,
        long nextTradeId) {

    public AccountState {
        orders = List.copyOf(orders);
        algos = List.copyOf(algos);
        fills = List.copyOf(fills);
        positions = List.copyOf(positions);
        // An account that was kept before these were has none.
        fundings = fundings == null ? List.of() : List.copyOf(fundings);
        transfers = transfers == null ? List.of() : List.copyOf(transfers);
    }
}
