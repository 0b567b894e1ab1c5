package dev.sextant.venues.sim;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.sim.algo.AlgoKey;
import dev.sextant.venues.sim.algo.AlgoStatus;
import dev.sextant.venues.sim.algo.AlgoView;
import dev.sextant.venues.sim.algo.NewAlgoOrder;
import dev.sextant.venues.sim.algo.WorkingType;
import dev.sextant.venues.sim.event.MarketEvent;
import dev.sextant.venues.sim.event.VenueEvent;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.order.ExpiryReason;
import dev.sextant.venues.sim.order.NewOrder;
import dev.sextant.venues.sim.order.OrderKey;
import dev.sextant.venues.sim.order.OrderStatus;
import dev.sextant.venues.sim.order.OrderView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A USD-M futures venue with one account in one-way mode: market events in, orders in, reports out. It is a pure
 * function of the calls made to it. Requests take effect at the time given; who wants latency puts an
 * {@link OrderGateway} before it. Times never run backwards: a call with an earlier time is stamped with the latest time
 * seen. Not thread-safe.
 */
public final class SimulatedVenue {

    private final Map<Symbol, SymbolMarket> markets = new TreeMap<>();
    private final OrderIndex orders = new OrderIndex();
    private final AlgoIndex algos = new AlgoIndex();
    private final Holdings holdings;
    private final Margin margin;
    private final OrderChecks checks;
    private final Matching matching;
    private final ConditionalOrders conditionals;
    private long nowMs;

    /** A venue with an untouched account and no market yet. */
    public SimulatedVenue(SimSettings settings) {
        settings.instruments().forEach(i -> markets.put(i.symbol(), new SymbolMarket(i)));
        holdings = new Holdings(settings.walletE8(), settings.fees());
        margin = new Margin(markets, orders, holdings, settings.leverage());
        checks = new OrderChecks(orders, holdings, margin);
        matching = new Matching(orders, holdings, settings.queue());
        conditionals = new ConditionalOrders(algos, matching, holdings);
    }

    /** A venue with an account of an earlier life and no market yet. Orders of symbols not traded here are forgotten. */
    public SimulatedVenue(SimSettings settings, AccountState account) {
        this(settings);
        holdings.restore(account);
        for (KeptOrder kept : account.orders()) {
            SymbolMarket market = markets.get(kept.order().symbol());
            if (market != null) {
                LiveOrder order = orders.restore(kept);
                if (order.isOpen()) {
                    market.resting.add(order);
                }
            }
        }
        account.algos().stream()
                .filter(algo -> markets.containsKey(algo.request().symbol()))
                .forEach(algo -> algos.restore(algo, orders.byId(algo.actualOrderId())));
        orders.resumeAt(account.nextOrderId());
        algos.resumeAt(account.nextAlgoId());
    }

    /**
     * The account as it stands, to be taken over by another venue.
     *
     * @param recent how many finished orders, conditional orders and fills to keep of each, the newest; what is open is
     *     always kept
     */
    public AccountState account(int recent) {
        List<AlgoView> keptAlgos = algos.kept(recent);
        Set<Long> becameOfAlgos =
                keptAlgos.stream().map(AlgoView::actualOrderId).collect(Collectors.toSet());
        return new AccountState(
                orders.kept(recent, becameOfAlgos).stream().map(LiveOrder::kept).toList(),
                keptAlgos,
                newest(holdings.fills(), recent),
                holdings.positions(),
                newest(holdings.fundings(), recent),
                newest(holdings.transfers(), recent),
                holdings.walletE8(),
                orders.nextOrderId(),
                algos.nextAlgoId(),
                holdings.nextTradeId());
    }

    private static <T> List<T> newest(List<T> all, int count) {
        return all.subList(Math.max(0, all.size() - count), all.size());
    }

    /**
     * Takes a market event and returns what it changed for us.
     *
     * @throws IllegalArgumentException when the symbol isn't one of the venue's
     */
    public List<VenueEvent> on(MarketEvent event) {
        SymbolMarket market = markets.get(event.symbol());
        if (market == null) {
            throw new IllegalArgumentException(
                    "symbol " + event.symbol() + " isn't traded here, expected one of " + markets.keySet());
        }
        long timeMs = advance(event.timeMs());
        List<VenueEvent> out = new ArrayList<>();
        switch (event) {
            case MarketEvent.Snapshot s ->
                market.liquidity.load(s.lastUpdateId(), s.transactTimeMs(), s.bids(), s.asks());
            case MarketEvent.Depth depth -> market.liquidity.apply(depth.diff());
            case MarketEvent.Top top -> market.liquidity.apply(top.top());
            case MarketEvent.Trade trade -> onTrade(market, trade, timeMs, out);
            case MarketEvent.Funding funding -> onFunding(market, funding, timeMs, out);
            case MarketEvent.Mark mark -> {
                market.marked(mark.markE8());
                conditionals.priceMoved(market, WorkingType.MARK_PRICE, timeMs, out);
            }
        }
        return out;
    }

    private void onFunding(SymbolMarket market, MarketEvent.Funding funding, long timeMs, List<VenueEvent> out) {
        Symbol symbol = funding.symbol();
        long amountE8 = holdings.fundingE8(symbol, market.markE8(), funding.rateE8());
        if (amountE8 != 0) {
            holdings.pay(symbol, amountE8, timeMs);
            out.add(new VenueEvent.FundingReport(symbol, holdings.walletE8(), amountE8, timeMs));
        }
    }

    private void onTrade(SymbolMarket market, MarketEvent.Trade trade, long timeMs, List<VenueEvent> out) {
        long positionE8 = holdings.positionQtyE8(trade.symbol());
        market.traded(trade.priceE8());
        matching.fillFrom(market, trade, timeMs, out);
        conditionals.settle(market, positionE8, timeMs, out);
        conditionals.priceMoved(market, WorkingType.CONTRACT_PRICE, timeMs, out);
    }

    /** Places a regular order. The returned view is its state after everything it could take at once. */
    public Outcome<OrderView> place(NewOrder request, long reachedAtMs) {
        SymbolMarket market = markets.get(request.symbol());
        if (market == null) {
            return new Outcome.Refused<>(Refusal.INVALID_SYMBOL);
        }
        long timeMs = advance(reachedAtMs);
        Refusal refusal = checks.check(request, market, reachedAtMs);
        if (refusal != null) {
            return new Outcome.Refused<>(refusal);
        }
        List<VenueEvent> out = new ArrayList<>();
        long positionE8 = holdings.positionQtyE8(request.symbol());
        LiveOrder order = matching.accept(request, request.type().name(), false, timeMs, out);
        matching.work(market, order, timeMs, out);
        conditionals.settle(market, positionE8, timeMs, out);
        return new Outcome.Done<>(order.view(), out);
    }

    /** Cancels an open regular order; refused with {@link Refusal#UNKNOWN_ORDER} when it isn't open. */
    public Outcome<OrderView> cancel(Symbol symbol, OrderKey key, long reachedAtMs) {
        SymbolMarket market = markets.get(symbol);
        LiveOrder order = orders.find(symbol, key);
        if (market == null || order == null || !order.isOpen()) {
            return new Outcome.Refused<>(market == null ? Refusal.INVALID_SYMBOL : Refusal.UNKNOWN_ORDER);
        }
        List<VenueEvent> out = new ArrayList<>();
        matching.close(market, order, OrderStatus.CANCELED, ExpiryReason.NONE, advance(reachedAtMs), out);
        return new Outcome.Done<>(order.view(), out);
    }

    /** Cancels all open regular orders of a symbol; conditional orders stay. */
    public Outcome<List<OrderView>> cancelAll(Symbol symbol, long reachedAtMs) {
        SymbolMarket market = markets.get(symbol);
        if (market == null) {
            return new Outcome.Refused<>(Refusal.INVALID_SYMBOL);
        }
        long timeMs = advance(reachedAtMs);
        List<VenueEvent> out = new ArrayList<>();
        List<LiveOrder> open = orders.open(symbol);
        open.forEach(order -> matching.close(market, order, OrderStatus.CANCELED, ExpiryReason.NONE, timeMs, out));
        return new Outcome.Done<>(open.stream().map(LiveOrder::view).toList(), out);
    }

    /** Places a conditional order. */
    public Outcome<AlgoView> placeAlgo(NewAlgoOrder request, long reachedAtMs) {
        SymbolMarket market = markets.get(request.symbol());
        if (market == null) {
            return new Outcome.Refused<>(Refusal.INVALID_SYMBOL);
        }
        long timeMs = advance(reachedAtMs);
        Refusal refusal = conditionals.check(request, market, reachedAtMs);
        if (refusal != null) {
            return new Outcome.Refused<>(refusal);
        }
        AlgoView view = algos.add(request, timeMs).view();
        return new Outcome.Done<>(view, List.of(new VenueEvent.AlgoReport(view, timeMs)));
    }

    /** Cancels a waiting conditional order; refused with {@link Refusal#UNKNOWN_ORDER} when it doesn't wait any more. */
    public Outcome<AlgoView> cancelAlgo(AlgoKey key, long reachedAtMs) {
        LiveAlgo algo = algos.find(key);
        if (algo == null || !algo.isWaiting()) {
            return new Outcome.Refused<>(Refusal.UNKNOWN_ORDER);
        }
        List<VenueEvent> out = new ArrayList<>();
        conditionals.move(algo, AlgoStatus.CANCELED, advance(reachedAtMs), out);
        return new Outcome.Done<>(algo.view(), out);
    }

    /** Cancels all waiting conditional orders of a symbol. */
    public Outcome<List<AlgoView>> cancelAllAlgos(Symbol symbol, long reachedAtMs) {
        long timeMs = advance(reachedAtMs);
        List<VenueEvent> out = new ArrayList<>();
        List<LiveAlgo> waiting = algos.waiting(symbol);
        waiting.forEach(algo -> conditionals.move(algo, AlgoStatus.CANCELED, timeMs, out));
        return new Outcome.Done<>(waiting.stream().map(LiveAlgo::view).toList(), out);
    }

    /** Pays funding into the wallet, or out of it when negative. */
    public Outcome<Long> payFunding(Symbol symbol, long amountE8, long atMs) {
        if (!markets.containsKey(symbol)) {
            return new Outcome.Refused<>(Refusal.INVALID_SYMBOL);
        }
        long timeMs = advance(atMs);
        holdings.pay(symbol, amountE8, timeMs);
        return new Outcome.Done<>(
                holdings.walletE8(),
                List.of(new VenueEvent.FundingReport(symbol, holdings.walletE8(), amountE8, timeMs)));
    }

    /**
     * Moves money into the wallet, or out of it when negative; refused with {@link Refusal#BALANCE_INSUFFICIENT} when more
     * is to leave than {@link VenueQueries#withdrawableE8}.
     */
    public Outcome<Long> transfer(long amountE8, long atMs) {
        if (amountE8 < 0 && -amountE8 > margin.withdrawableE8()) {
            return new Outcome.Refused<>(Refusal.BALANCE_INSUFFICIENT);
        }
        long timeMs = advance(atMs);
        holdings.move(amountE8, timeMs);
        return new Outcome.Done<>(
                holdings.walletE8(), List.of(new VenueEvent.TransferReport(holdings.walletE8(), amountE8, timeMs)));
    }

    /** Trades an instrument by other rules from now on. What rests already stays as it was accepted. */
    public Outcome<Instrument> relist(Instrument instrument) {
        SymbolMarket market = markets.get(instrument.symbol());
        if (market == null) {
            return new Outcome.Refused<>(Refusal.INVALID_SYMBOL);
        }
        market.instrument = instrument;
        return new Outcome.Done<>(instrument, List.of());
    }

    private long advance(long timeMs) {
        nowMs = Math.max(nowMs, timeMs);
        return nowMs;
    }

    /** What can be asked of the venue. */
    public VenueQueries queries() {
        return new VenueQueries(markets, orders, algos, holdings, margin);
    }
}
