package dev.sextant.local.venue.kraken.account;

import dev.sextant.domain.order.Side;
import dev.sextant.local.venue.kraken.account.AccountEvents.Change;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Books executions: the order's fill, both assets, the fee. */
public final class Settlement {

    private final Wallet wallet;
    private final FeeSchedule fees;
    private final Ids ids;
    private final List<AccountEvents> listeners;
    private final List<Trade> trades = new ArrayList<>();

    Settlement(AccountSetup setup, FeeSchedule fees, Ids ids, List<AccountEvents> listeners) {
        this.wallet = new Wallet(setup.balances());
        this.fees = fees;
        this.ids = ids;
        this.listeners = listeners;
    }

    Wallet wallet() {
        return wallet;
    }

    /** Every execution, oldest first. */
    public List<Trade> trades() {
        return Collections.unmodifiableList(trades);
    }

    /** What there is of each asset ever held, by the socket's names. */
    public Map<String, BigDecimal> balances() {
        return wallet.balances();
    }

    /** What open orders hold of an asset. */
    public BigDecimal held(VenueAsset asset) {
        return wallet.held(asset);
    }

    void fill(Order order, BigDecimal price, BigDecimal quantity, boolean maker, long nowMs) {
        OrderWish wish = order.wish();
        BigDecimal cost = price.multiply(quantity);
        BigDecimal fee = fees.of(wish.pair()).on(wish.feeInBase() ? quantity : cost, maker);
        Trade trade = new Trade(
                ids.next('T'), nextNumber(), order, price, quantity, cost, fee, wish.feeAsset(), maker, nowMs);
        trades.add(trade);
        order.add(trade);
        boolean full = order.remaining().signum() == 0;
        if (full) {
            order.end(Order.Status.CLOSED, "", nowMs);
        }
        order.hold(wallet, fees.of(wish.pair()));
        fees.traded(wish.pair(), cost);
        tell(Change.TRADE, trade);
        boolean buys = wish.side() == Side.BUY;
        book(trade, wish.pair().base(), buys ? quantity : quantity.negate());
        book(trade, wish.pair().quote(), buys ? cost.negate() : cost);
        if (full) {
            tell(Change.FILLED, trade);
        }
    }

    /**
     * The owner brings money in, or takes it out when the amount is negative. An account's journal doesn't keep it.
     *
     * @throws Refusal when less than this is free
     */
    public void move(VenueAsset asset, BigDecimal amount, long nowMs) {
        if (amount.signum() < 0) {
            wallet.requireFree(asset, amount.negate());
        }
        wallet.add(asset, amount);
        String type = amount.signum() < 0 ? "withdrawal" : "deposit";
        tell(new AccountEvents.Entry(
                ids.next('L'), ids.next('M'), type, asset, amount, BigDecimal.ZERO, wallet.balance(asset), nowMs));
    }

    private long nextNumber() {
        return trades.isEmpty() ? 1 : trades.getLast().number() + 1;
    }

    /** An execution of an earlier run, of which nobody is told again. */
    void restore(Order order, Remembered.Fill fill) {
        OrderWish wish = order.wish();
        BigDecimal cost = fill.price().multiply(fill.quantity());
        Trade trade = new Trade(
                fill.id(),
                fill.number(),
                order,
                fill.price(),
                fill.quantity(),
                cost,
                fill.fee(),
                wish.feeAsset(),
                fill.maker(),
                fill.atMs());
        trades.add(trade);
        order.add(trade);
        if (order.remaining().signum() == 0) {
            order.end(Order.Status.CLOSED, "", fill.atMs());
        }
        fees.traded(wish.pair(), cost);
        boolean buys = wish.side() == Side.BUY;
        wallet.add(wish.pair().base(), buys ? fill.quantity() : fill.quantity().negate());
        wallet.add(wish.pair().quote(), buys ? cost.negate() : cost);
        wallet.add(wish.feeAsset(), fill.fee().negate());
    }

    /** All are there: several orders' executions may have come in turn. */
    void restored() {
        trades.sort(Comparator.comparingLong(Trade::number));
    }

    private void book(Trade trade, VenueAsset asset, BigDecimal amount) {
        BigDecimal fee = trade.feeAsset().equals(asset) ? trade.fee() : BigDecimal.ZERO;
        wallet.add(asset, amount.subtract(fee));
        tell(new AccountEvents.Entry(
                ids.next('L'), trade.id(), "trade", asset, amount, fee, wallet.balance(asset), trade.atMs()));
    }

    private void tell(AccountEvents.Entry entry) {
        List.copyOf(listeners).forEach(listener -> listener.balance(entry));
    }

    private void tell(Change change, Trade trade) {
        Trade told = change == Change.TRADE ? trade : null;
        List.copyOf(listeners).forEach(listener -> listener.order(change, trade.order(), told, trade.atMs()));
    }
}
