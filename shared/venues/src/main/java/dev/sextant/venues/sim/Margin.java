package dev.sextant.venues.sim;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.sim.instrument.Quote;
import dev.sextant.venues.sim.order.Side;
import java.util.Map;

/**
 * Cross margin in its simplest honest form: initial margin is the worst notional the position and the open orders can
 * reach, at the mark price, divided by the leverage; all of it must be covered by wallet plus unrealised profit.
 */
final class Margin {

    private final Map<Symbol, SymbolMarket> markets;
    private final OrderIndex orders;
    private final Holdings holdings;
    private final int leverage;

    Margin(Map<Symbol, SymbolMarket> markets, OrderIndex orders, Holdings holdings, int leverage) {
        this.markets = markets;
        this.orders = orders;
        this.holdings = holdings;
        this.leverage = leverage;
    }

    /** Wallet plus unrealised profit minus initial margin, units of 10⁻⁸; may be negative after losses. */
    long availableE8() {
        long availableE8 = holdings.walletE8() + unrealizedE8();
        for (SymbolMarket market : markets.values()) {
            availableE8 -= marginE8(market, worstQtyE8(market.instrument.symbol(), 0, 0));
        }
        return availableE8;
    }

    /** What is available, less profit that isn't realised, units of 10⁻⁸; never negative. */
    long withdrawableE8() {
        return Math.max(0, availableE8() - Math.max(0, unrealizedE8()));
    }

    private long unrealizedE8() {
        return markets.values().stream()
                .mapToLong(
                        market -> holdings.position(market.instrument.symbol()).unrealizedE8(market.markE8()))
                .sum();
    }

    /** Whether one more order that increases exposure would need more than is available. */
    boolean isUncovered(SymbolMarket market, Side side, long qtyE8) {
        Symbol symbol = market.instrument.symbol();
        long beforeE8 = worstQtyE8(symbol, 0, 0);
        long afterE8 = side == Side.BUY ? worstQtyE8(symbol, qtyE8, 0) : worstQtyE8(symbol, 0, qtyE8);
        return afterE8 > beforeE8 && marginE8(market, afterE8) - marginE8(market, beforeE8) > availableE8();
    }

    private long worstQtyE8(Symbol symbol, long extraBuysE8, long extraSellsE8) {
        long buysE8 = extraBuysE8;
        long sellsE8 = extraSellsE8;
        for (LiveOrder order : orders.open(symbol)) {
            if (!order.request.reduceOnly()) {
                buysE8 += order.side() == Side.BUY ? order.openQtyE8() : 0;
                sellsE8 += order.side() == Side.SELL ? order.openQtyE8() : 0;
            }
        }
        long positionE8 = holdings.positionQtyE8(symbol);
        return Math.max(Math.abs(positionE8 + buysE8), Math.abs(positionE8 - sellsE8));
    }

    private long marginE8(SymbolMarket market, long qtyE8) {
        return Math.ceilDiv(Quote.valueE8(market.markE8(), qtyE8), leverage);
    }
}
