package dev.sextant.simulation.exchange;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.Side;
import dev.sextant.simulation.kernel.Kernel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Orders by which others close what the account holds: filled at once, or in two parts a moment apart. */
public final class OtherOrders {

    private static final long APART_MS = 3_000;

    /** One of them. */
    public record Closing(Symbol symbol, String venueOrderId, Other by) {}

    private final Kernel kernel;
    private final SimExchange exchange;
    private final List<Closing> closings = new ArrayList<>();

    OtherOrders(Kernel kernel, SimExchange exchange) {
        this.kernel = kernel;
        this.exchange = exchange;
    }

    /** Closes some of what is held, or all of it. */
    public void close(Symbol symbol, Other by, BigDecimal quantity) {
        String id = exchange.nextId();
        Closing closing = new Closing(symbol, id, by);
        closings.add(closing);
        kernel.note(by + " closes " + quantity + " " + symbol + " by " + id);
        boolean sells = exchange.position(symbol).signum() > 0;
        BigDecimal step = exchange.instrument(symbol).stepSize();
        boolean inParts = quantity.compareTo(step) > 0 && kernel.chance(0.5);
        BigDecimal first = fill(closing, sells, inParts ? step : quantity, BigDecimal.ZERO, !inParts);
        if (inParts) {
            kernel.after(kernel.between(0, APART_MS), () -> fill(closing, sells, quantity.subtract(step), first, true));
        }
    }

    /** Reduce-only, as those of the exchange are: what is gone meanwhile can't be closed. Answers what is filled in all. */
    private BigDecimal fill(Closing closing, boolean sells, BigDecimal wanted, BigDecimal before, boolean last) {
        BigDecimal held = exchange.position(closing.symbol());
        BigDecimal closable = (held.signum() > 0) == sells ? held.abs() : BigDecimal.ZERO;
        BigDecimal quantity = wanted.min(closable);
        if (quantity.signum() == 0) {
            return before;
        }
        Price price = exchange.price(closing.symbol());
        BigDecimal fee = quantity.multiply(price.value()).movePointLeft(4).multiply(BigDecimal.valueOf(5));
        Fill fill = new Fill(
                closing.symbol(),
                exchange.nextId(),
                closing.venueOrderId(),
                sells ? Side.SELL : Side.BUY,
                price,
                new Quantity(quantity),
                fee,
                "USDT",
                false,
                kernel.nowMs());
        BigDecimal filled = before.add(quantity);
        exchange.closed(fill, closing.by().clientId(closing.venueOrderId()), filled, last);
        return filled;
    }

    /** Every one so far. */
    public List<Closing> closings() {
        return Collections.unmodifiableList(closings);
    }

    /** Whether others ever closed something of a symbol. */
    public boolean touched(Symbol symbol) {
        return closings.stream().anyMatch(closing -> closing.symbol().equals(symbol));
    }
}
