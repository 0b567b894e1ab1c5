package dev.sextant.local.venue.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.venues.sim.VenueQueries;
import dev.sextant.venues.sim.event.PositionView;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.instrument.Quote;

/** REST bodies of balances and positions. Liquidation isn't simulated, so its price is 0. */
public final class AccountBodies {

    private static final long MAINTENANCE_PER_MILLE = 4;

    private final VenueQueries state;
    private final int leverage;

    public AccountBodies(VenueQueries state, int leverage) {
        this.state = state;
        this.leverage = leverage;
    }

    public ObjectNode balance(String asset, long nowMs) {
        return Json.object()
                .put("accountAlias", "SXTNT")
                .put("asset", asset)
                .put("balance", Decimals.eight(state.walletE8()))
                .put("crossWalletBalance", Decimals.eight(state.walletE8()))
                .put("crossUnPnl", Decimals.eight(unrealizedE8()))
                .put("availableBalance", available())
                .put("maxWithdrawAmount", Decimals.eight(state.withdrawableE8()))
                .put("marginAvailable", true)
                .put("updateTime", nowMs);
    }

    private String available() {
        return Decimals.eight(Math.max(0, state.availableE8()));
    }

    private long unrealizedE8() {
        return state.positions().stream()
                .mapToLong(p -> p.unrealizedE8(state.markE8(p.symbol())))
                .sum();
    }

    /** Totals, the one asset, and the positions that aren't flat. */
    public ObjectNode account(String asset, long nowMs) {
        long marginE8 = state.positions().stream().mapToLong(this::marginE8).sum();
        ObjectNode json = Json.object()
                .put("totalInitialMargin", Decimals.eight(marginE8))
                .put("totalMaintMargin", Decimals.eight(maintenanceE8()))
                .put("totalWalletBalance", Decimals.eight(state.walletE8()))
                .put("totalUnrealizedProfit", Decimals.eight(unrealizedE8()))
                .put("totalMarginBalance", Decimals.eight(state.walletE8() + unrealizedE8()))
                .put("totalPositionInitialMargin", Decimals.eight(marginE8))
                .put("totalOpenOrderInitialMargin", Decimals.eight(0))
                .put("totalCrossWalletBalance", Decimals.eight(state.walletE8()))
                .put("totalCrossUnPnl", Decimals.eight(unrealizedE8()))
                .put("availableBalance", available())
                .put("maxWithdrawAmount", Decimals.eight(state.withdrawableE8()));
        json.putArray("assets")
                .addObject()
                .put("asset", asset)
                .put("walletBalance", Decimals.eight(state.walletE8()))
                .put("unrealizedProfit", Decimals.eight(unrealizedE8()))
                .put("marginBalance", Decimals.eight(state.walletE8() + unrealizedE8()))
                .put("availableBalance", available())
                .put("updateTime", nowMs);
        json.putArray("positions")
                .addAll(state.positions().stream()
                        .filter(p -> p.qtyE8() != 0)
                        .map(this::accountPosition)
                        .toList());
        return json;
    }

    private ObjectNode accountPosition(PositionView position) {
        return Json.object()
                .put("symbol", position.symbol().name())
                .put("positionSide", "BOTH")
                .put("positionAmt", Decimals.plain(position.qtyE8()))
                .put("unrealizedProfit", Decimals.eight(position.unrealizedE8(state.markE8(position.symbol()))))
                .put("isolatedMargin", "0")
                .put("notional", Decimals.eight(notionalE8(position)))
                .put("isolatedWallet", "0")
                .put("initialMargin", Decimals.eight(marginE8(position)))
                .put("maintMargin", Decimals.eight(maintenanceE8(position)))
                .put("updateTime", position.updatedAtMs());
    }

    /** A row of {@code /fapi/v3/positionRisk}. */
    public ObjectNode positionRisk(PositionView position, Instrument instrument) {
        long markE8 = state.markE8(position.symbol());
        return Json.object()
                .put("symbol", position.symbol().name())
                .put("positionSide", "BOTH")
                .put("positionAmt", Decimals.qty(instrument, position.qtyE8()))
                .put("entryPrice", Decimals.plain(position.entryPriceE8()))
                .put("breakEvenPrice", Decimals.plain(position.entryPriceE8()))
                .put("markPrice", Decimals.eight(markE8))
                .put("unRealizedProfit", Decimals.eight(position.unrealizedE8(markE8)))
                .put("liquidationPrice", "0")
                .put("isolatedMargin", "0")
                .put("notional", Decimals.eight(notionalE8(position)))
                .put("marginAsset", instrument.quoteAsset())
                .put("isolatedWallet", "0")
                .put("initialMargin", Decimals.eight(marginE8(position)))
                .put("maintMargin", Decimals.eight(maintenanceE8(position)))
                .put("positionInitialMargin", Decimals.eight(marginE8(position)))
                .put("openOrderInitialMargin", "0")
                .put("adl", position.qtyE8() == 0 ? 0 : 1)
                .put("bidNotional", "0")
                .put("askNotional", "0")
                .put("updateTime", position.updatedAtMs());
    }

    private long notionalE8(PositionView position) {
        return Quote.valueE8(state.markE8(position.symbol()), position.qtyE8());
    }

    private long marginE8(PositionView position) {
        return Math.ceilDiv(Math.abs(notionalE8(position)), leverage);
    }

    private long maintenanceE8() {
        return state.positions().stream().mapToLong(this::maintenanceE8).sum();
    }

    private long maintenanceE8(PositionView position) {
        return Math.ceilDiv(Math.abs(notionalE8(position)) * MAINTENANCE_PER_MILLE, 1_000);
    }
}
