package dev.sextant.local.venue.kraken.account;

import dev.sextant.domain.order.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An order of the account. Guarded by the market's monitor. */
public final class Order {

    /** Where it stands, in the words of REST. */
    public enum Status {
        OPEN("open"),
        CLOSED("closed"),
        CANCELED("canceled");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    private final String id;
    private final OrderWish wish;
    private final long openedMs;
    private final List<Trade> trades = new ArrayList<>();
    private BigDecimal filled = BigDecimal.ZERO;
    private BigDecimal cost = BigDecimal.ZERO;
    private BigDecimal fee = BigDecimal.ZERO;
    private BigDecimal held = BigDecimal.ZERO;
    private Status status = Status.OPEN;
    private String reason = "";
    private long closedMs;

    Order(String id, OrderWish wish, long openedMs) {
        this.id = id;
        this.wish = wish;
        this.openedMs = openedMs;
    }

    public String id() {
        return id;
    }

    public OrderWish wish() {
        return wish;
    }

    public long openedMs() {
        return openedMs;
    }

    public BigDecimal filled() {
        return filled;
    }

    public BigDecimal remaining() {
        return wish.quantity().subtract(filled);
    }

    public BigDecimal cost() {
        return cost;
    }

    public BigDecimal fee() {
        return fee;
    }

    /** Average price of what was filled, 0 before. */
    public BigDecimal averagePrice() {
        return filled.signum() == 0 ? BigDecimal.ZERO : cost.divide(filled, MathContext.DECIMAL64);
    }

    public Status status() {
        return status;
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    public String reason() {
        return reason;
    }

    public long closedMs() {
        return closedMs;
    }

    public List<Trade> trades() {
        return Collections.unmodifiableList(trades);
    }

    boolean hasClientId(String clientOrderId) {
        return !clientOrderId.isEmpty() && wish.clientOrderId().equals(clientOrderId);
    }

    void add(Trade trade) {
        trades.add(trade);
        filled = filled.add(trade.quantity());
        cost = cost.add(trade.cost());
        fee = fee.add(trade.fee());
    }

    void end(Status how, String why, long nowMs) {
        status = how;
        reason = why;
        closedMs = nowMs;
    }

    /** What its rest may cost at most, fee included where that is paid in the same asset. */
    BigDecimal needed(Fees fees) {
        BigDecimal rest = isOpen() ? remaining() : BigDecimal.ZERO;
        BigDecimal spent = wish.side() == Side.BUY ? rest.multiply(wish.limit()) : rest;
        return wish.feeAsset().equals(wish.spent()) ? spent.add(fees.on(spent, false)) : spent;
    }

    /** Brings what is held for it to what it needs now. */
    void hold(Wallet wallet, Fees fees) {
        BigDecimal needed = needed(fees);
        if (needed.compareTo(held) >= 0) {
            wallet.hold(wish.spent(), needed.subtract(held));
        } else {
            wallet.release(wish.spent(), held.subtract(needed));
        }
        held = needed;
    }
}
