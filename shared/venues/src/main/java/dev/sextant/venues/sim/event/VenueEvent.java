package dev.sextant.venues.sim.event;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.sim.algo.AlgoView;
import dev.sextant.venues.sim.order.ExecutionType;
import dev.sextant.venues.sim.order.Fill;
import dev.sextant.venues.sim.order.OrderView;
import org.jspecify.annotations.Nullable;

/** A change of our own state at the venue: what its private stream would tell. */
public sealed interface VenueEvent {

    /** Event time of the change, epoch ms. */
    long timeMs();

    /** An order changed ({@code ORDER_TRADE_UPDATE}); the fill is there exactly when the execution is a trade. */
    record OrderReport(
            ExecutionType execution,
            OrderView order,
            @Nullable Fill fill,
            long timeMs) implements VenueEvent {}

    /** Wallet and one position after a fill ({@code ACCOUNT_UPDATE}). */
    record AccountReport(long walletE8, PositionView position, long timeMs) implements VenueEvent {}

    /** Wallet after a funding payment, which moves no position ({@code ACCOUNT_UPDATE} with reason FUNDING_FEE). */
    record FundingReport(Symbol symbol, long walletE8, long paidE8, long timeMs) implements VenueEvent {}

    /** Wallet after money was moved into it, or out of it ({@code ACCOUNT_UPDATE} with reason DEPOSIT or WITHDRAW). */
    record TransferReport(long walletE8, long movedE8, long timeMs) implements VenueEvent {}

    /** A conditional order changed ({@code ALGO_UPDATE}). */
    record AlgoReport(AlgoView algo, long timeMs) implements VenueEvent {}
}
