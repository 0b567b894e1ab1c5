package dev.sextant.venues.sim;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.sim.algo.AlgoKey;
import dev.sextant.venues.sim.algo.AlgoView;
import dev.sextant.venues.sim.book.Liquidity;
import dev.sextant.venues.sim.event.FundingView;
import dev.sextant.venues.sim.event.PositionView;
import dev.sextant.venues.sim.event.TransferView;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.order.Fill;
import dev.sextant.venues.sim.order.OrderKey;
import dev.sextant.venues.sim.order.OrderView;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The present state of a {@link SimulatedVenue}, for reading. Amounts in units of 10⁻⁸. */
public final class VenueQueries {

    private final Map<Symbol, SymbolMarket> markets;
    private final OrderIndex orders;
    private final AlgoIndex algos;
    private final Holdings holdings;
    private final Margin margin;

    VenueQueries(
            Map<Symbol, SymbolMarket> markets, OrderIndex orders, AlgoIndex algos, Holdings holdings, Margin margin) {
        this.markets = markets;
        this.orders = orders;
        this.algos = algos;
        this.holdings = holdings;
        this.margin = margin;
    }

    /** The instrument of a symbol, if it is traded here. */
    public Optional<Instrument> instrument(Symbol symbol) {
        return Optional.ofNullable(markets.get(symbol)).map(market -> market.instrument);
    }

    /** All instruments, by symbol. */
    public List<Instrument> instruments() {
        return markets.values().stream().map(market -> market.instrument).toList();
    }

    /** An order in any state. */
    public Optional<OrderView> order(Symbol symbol, OrderKey key) {
        return Optional.ofNullable(orders.find(symbol, key)).map(LiveOrder::view);
    }

    /** Open regular orders by id; of one symbol, or of all when null. */
    public List<OrderView> openOrders(@Nullable Symbol symbol) {
        return orders.open(symbol).stream().map(LiveOrder::view).toList();
    }

    /** A conditional order in any state. */
    public Optional<AlgoView> algo(AlgoKey key) {
        return Optional.ofNullable(algos.find(key)).map(LiveAlgo::view);
    }

    /** Conditional orders that wait for their trigger, by id; of one symbol, or of all when null. */
    public List<AlgoView> openAlgos(@Nullable Symbol symbol) {
        return algos.waiting(symbol).stream().map(LiveAlgo::view).toList();
    }

    /** Every fill so far, oldest first. */
    public List<Fill> fills() {
        return Collections.unmodifiableList(holdings.fills());
    }

    /** Every funding payment so far, oldest first. */
    public List<FundingView> fundings() {
        return Collections.unmodifiableList(holdings.fundings());
    }

    /** All money that was moved into the wallet or out of it so far, oldest first. */
    public List<TransferView> transfers() {
        return Collections.unmodifiableList(holdings.transfers());
    }

    /** The position of a symbol; flat when it was never traded. */
    public PositionView position(Symbol symbol) {
        return holdings.position(symbol);
    }

    /** Every position that was ever opened, by symbol. */
    public List<PositionView> positions() {
        return holdings.positions();
    }

    /** The wallet: starting amount plus realised profit, funding and what was moved in, minus fees. */
    public long walletE8() {
        return holdings.walletE8();
    }

    /** What a new order may still bind as margin. */
    public long availableE8() {
        return margin.availableE8();
    }

    /** What may leave the wallet: what is available, less profit that isn't realised; never negative. */
    public long withdrawableE8() {
        return margin.withdrawableE8();
    }

    /** The public market's liquidity. The symbol is one of {@link #instruments}. */
    public Liquidity liquidity(Symbol symbol) {
        return market(symbol).liquidity;
    }

    /** The last trade's price, or 0 before the first. */
    public long lastPriceE8(Symbol symbol) {
        return market(symbol).lastPriceE8();
    }

    /** The mark price, or the last trade's before the first mark. */
    public long markE8(Symbol symbol) {
        return market(symbol).markE8();
    }

    private SymbolMarket market(Symbol symbol) {
        SymbolMarket market = markets.get(symbol);
        if (market == null) {
            throw new IllegalArgumentException(
                    "symbol " + symbol + " isn't traded here, expected one of " + markets.keySet());
        }
        return market;
    }
}
