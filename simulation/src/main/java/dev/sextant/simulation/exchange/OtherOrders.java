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
        closings.add(new Closing(symbol, id, by));
        kernel.note(by + " closes " + quantity + " " + symbol + " by " + id);
        BigDecimal step = exchange.instrument(symbol).stepSize();
        boolean inParts = quantity.compareTo(step) > 0 && kernel.chance(0.5);
        BigDecimal first = inParts ? step : quantity;
        fill(symbol, id, by, first, first, quantity);
        if (inParts) {
            kernel.after(
                    kernel.between(0, APART_MS),
                    () -> fill(symbol, id, by, quantity.subtract(first), quantity, quantity));
        }
    }

    /** Reduce-only, as those of the exchange are: what is gone meanwhile can't be closed. */
    private void fill(Symbol symbol, String id, Other by, BigDecimal wanted, BigDecimal filled, BigDecimal whole) {
        BigDecimal held = exchange.position(symbol);
        BigDecimal quantity = wanted.min(held.abs());
        if (quantity.signum() == 0) {
            return;
        }
        Side side = held.signum() > 0 ? Side.SELL : Side.BUY;
        Price price = exchange.price(symbol);
        BigDecimal fee = quantity.multiply(price.value()).movePointLeft(4).multiply(BigDecimal.valueOf(5));
        Fill fill = new Fill(
                symbol, exchange.nextId(), id, side, price, new Quantity(quantity), fee, "USDT", false, kernel.nowMs());
        exchange.closed(fill, by.clientId(id), filled, filled.compareTo(whole) >= 0);
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
