package dev.sextant.simulation.exchange;

import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.Placement;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the exchange does not take. */
final class Refusals {

    private final SimExchange exchange;
    private final Watch watch;

    Refusals(SimExchange exchange, Watch watch) {
        this.exchange = exchange;
        this.watch = watch;
    }

    /** @param same the newest order under the same client id, if there is one */
    Optional<Placement> of(OrderRequest request, @Nullable SimOrder same) {
        if (same != null && same.isOpen()) {
            return Optional.of(new Placement.Unknown("-4116 duplicated client order id"));
        }
        Optional<String> filter = filter(request);
        if (filter.isPresent()) {
            watch.refusedByFilter(request.clientOrderId(), filter.get());
            return Optional.of(new Placement.Rejected("-1111", filter.get(), false, false));
        }
        if (request.type().conditional() && reached(request, exchange.price(request.symbol()))) {
            return Optional.of(new Placement.Rejected("-2021", "would immediately trigger", false, false));
        }
        boolean nothingToReduce = request.reduceOnly()
                && !request.type().conditional()
                && exchange.position(request.symbol()).signum() != -SimExchange.sign(request.side());
        return nothingToReduce
                ? Optional.of(new Placement.Rejected("-2022", "nothing to reduce", false, false))
                : Optional.empty();
    }

    private Optional<String> filter(OrderRequest request) {
        Instrument rules = exchange.instrument(request.symbol());
        BigDecimal quantity = request.quantity().value();
        boolean badQuantity = quantity.remainder(rules.stepSize()).signum() != 0
                || quantity.compareTo(rules.minQty()) < 0
                || quantity.compareTo(rules.maxQty()) > 0;
        Price trigger = request.triggerPrice();
        boolean badPrice =
                trigger != null && trigger.value().remainder(rules.tickSize()).signum() != 0;
        if (!rules.tradable() && !request.reduceOnly()) {
            return Optional.of(request.symbol() + " is not traded now");
        }
        return badQuantity || badPrice
                ? Optional.of("quantity " + request.quantity() + " or trigger " + trigger + " breaks a filter")
                : Optional.empty();
    }

    static boolean reached(OrderRequest request, Price price) {
        Price trigger = request.triggerPrice();
        if (trigger == null) {
            return false;
        }
        boolean below = (request.type() == OrderType.STOP_MARKET) == (request.side() == Side.SELL);
        return below ? price.compareTo(trigger) <= 0 : price.compareTo(trigger) >= 0;
    }
}
