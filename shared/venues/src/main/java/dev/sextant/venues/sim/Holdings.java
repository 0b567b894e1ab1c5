package dev.sextant.venues.sim;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.sim.event.FundingView;
import dev.sextant.venues.sim.event.PositionView;
import dev.sextant.venues.sim.event.TransferView;
import dev.sextant.venues.sim.model.FeeModel;
import dev.sextant.venues.sim.order.Fill;
import dev.sextant.venues.sim.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The account: wallet, positions and the fills that made them. */
final class Holdings {

    private static final long FIRST_TRADE_ID = 700_000_001L;
    private static final int E8_DIGITS = 8;

    private final FeeModel fees;
    private final Map<Symbol, OpenPosition> positions = new TreeMap<>();
    private final List<Fill> fills = new ArrayList<>();
    private final List<FundingView> fundings = new ArrayList<>();
    private final List<TransferView> transfers = new ArrayList<>();
    private long walletE8;
    private long nextTradeId = FIRST_TRADE_ID;

    Holdings(long walletE8, FeeModel fees) {
        this.walletE8 = walletE8;
        this.fees = fees;
    }

    /** Takes over an account of an earlier life. */
    void restore(AccountState kept) {
        kept.positions().forEach(position -> positions.put(position.symbol(), OpenPosition.restored(position)));
        fills.addAll(kept.fills());
        fundings.addAll(kept.fundings());
        transfers.addAll(kept.transfers());
        walletE8 = kept.walletE8();
        nextTradeId = kept.nextTradeId();
    }

    long nextTradeId() {
        return nextTradeId;
    }

    /** Books a fill of an order: position, realised profit, fee, wallet. */
    Fill book(LiveOrder order, long priceE8, long qtyE8, long quoteE8, boolean maker, long timeMs) {
        Side side = order.side();
        Symbol symbol = order.request.symbol();
        long feeE8 = fees.feeE8(quoteE8, maker);
        long realizedE8 = open(symbol).apply(side, qtyE8, quoteE8, timeMs);
        Fill fill = new Fill(
                symbol, nextTradeId++, order.orderId, side, priceE8, qtyE8, quoteE8, feeE8, realizedE8, maker, timeMs);
        walletE8 += realizedE8 - feeE8;
        fills.add(fill);
        order.apply(fill);
        return fill;
    }

    /** Books what no order of ours did: a payment to the wallet, or from it when negative. */
    void pay(Symbol symbol, long amountE8, long timeMs) {
        walletE8 += amountE8;
        long id = fundings.isEmpty() ? 1 : fundings.getLast().id() + 1;
        fundings.add(new FundingView(symbol, id, amountE8, timeMs));
    }

    /** Books money that was moved into the wallet, or out of it when negative. */
    void move(long amountE8, long timeMs) {
        walletE8 += amountE8;
        long id = transfers.isEmpty() ? 1 : transfers.getLast().id() + 1;
        transfers.add(new TransferView(id, amountE8, timeMs));
    }

    /** What a settlement takes from a position at a mark price, or gives: rounded half to even at the eighth decimal. */
    long fundingE8(Symbol symbol, long markE8, long rateE8) {
        return BigDecimal.valueOf(-positionQtyE8(symbol), E8_DIGITS)
                .multiply(BigDecimal.valueOf(markE8, E8_DIGITS))
                .multiply(BigDecimal.valueOf(rateE8, E8_DIGITS))
                .setScale(E8_DIGITS, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }

    List<FundingView> fundings() {
        return fundings;
    }

    List<TransferView> transfers() {
        return transfers;
    }

    long walletE8() {
        return walletE8;
    }

    long positionQtyE8(Symbol symbol) {
        OpenPosition position = positions.get(symbol);
        return position == null ? 0 : position.qtyE8();
    }

    PositionView position(Symbol symbol) {
        OpenPosition position = positions.get(symbol);
        return (position == null ? new OpenPosition(symbol) : position).view();
    }

    List<PositionView> positions() {
        return positions.values().stream().map(OpenPosition::view).toList();
    }

    List<Fill> fills() {
        return fills;
    }

    private OpenPosition open(Symbol symbol) {
        return positions.computeIfAbsent(symbol, OpenPosition::new);
    }
}
