package dev.sextant.simulation.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.PrivateMessage;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.kernel.Trace;
import dev.sextant.venues.binance.trade.PrivateMessages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NewsTest {

    private static final Symbol BTC = new Symbol("BTCUSDT");
    private static final long NOW_MS = 1_772_517_600_000L;

    private final Kernel kernel = new Kernel(1, NOW_MS, new Trace(0));
    private final SimExchange exchange = new SimExchange(kernel, new Watch() {
        @Override
        public void accepted(SimOrder order) {}

        @Override
        public void filled(SimOrder order, Fill fill) {}

        @Override
        public void closedByOthers(Fill fill) {}

        @Override
        public void refusedByFilter(String clientOrderId, String reason) {}
    });
    private final List<String> heard = new ArrayList<>();
    private final UserStream.Ear ear = new UserStream.Ear() {
        @Override
        public void hear(String text) {
            heard.add(text);
        }

        @Override
        public void end() {
            heard.add("the end");
        }
    };
    private final String key;

    NewsTest() {
        BigDecimal step = new BigDecimal("0.001");
        exchange.list(
                new Instrument(
                        BTC, "BTC", "USDT", true, new BigDecimal("0.1"), step, step, BigDecimal.TEN, BigDecimal.TEN),
                BigDecimal.valueOf(60_000));
        key = exchange.users().mint(NOW_MS);
        assertTrue(exchange.users().connect(key, ear, NOW_MS));
    }

    private static OrderRequest order(String id, Side side, OrderType type, String quantity, boolean reduces) {
        Price trigger = type.conditional() ? Price.of("50000.0") : null;
        return new OrderRequest(BTC, id, side, type, Quantity.of(quantity), trigger, reduces);
    }

    private List<PrivateMessage> told() {
        List<PrivateMessage> told = heard.stream().map(PrivateMessages::read).toList();
        heard.clear();
        return told;
    }

    @Test
    void aMarketOrderIsToldAsAcceptedThenFillByFillEachWithThePosition() {
        exchange.place(order("sx1", Side.BUY, OrderType.MARKET, "0.003", false), NOW_MS);
        List<PrivateMessage> told = told();
        PrivateMessage.OrderUpdate first = assertInstanceOf(PrivateMessage.OrderUpdate.class, told.getFirst());
        assertEquals(VenueOrder.Status.OPEN, first.order().status());
        assertEquals("sx1", first.order().clientOrderId());
        assertTrue(first.execution().isEmpty());
        List<Fill> fills = told.stream()
                .filter(PrivateMessage.OrderUpdate.class::isInstance)
                .map(PrivateMessage.OrderUpdate.class::cast)
                .flatMap(update -> update.execution().stream())
                .toList();
        assertEquals(exchange.fills(), fills);
        PrivateMessage.AccountUpdate last = assertInstanceOf(PrivateMessage.AccountUpdate.class, told.getLast());
        assertEquals(Map.of(BTC, exchange.position(BTC)), last.positions());
    }

    @Test
    void aStopIsToldByTheAlgoServiceUntilItIsCancelled() {
        exchange.place(order("sx1", Side.BUY, OrderType.MARKET, "0.003", false), NOW_MS);
        told();
        exchange.place(order("sx2", Side.SELL, OrderType.STOP_MARKET, "0.003", true), NOW_MS);
        exchange.cancel("sx2");
        List<VenueOrder.Status> stages = told().stream()
                .map(message -> assertInstanceOf(PrivateMessage.ConditionalUpdate.class, message)
                        .order()
                        .status())
                .toList();
        assertEquals(List.of(VenueOrder.Status.OPEN, VenueOrder.Status.CANCELED), stages);
    }

    @Test
    void anExpiredKeyIsToldOnceAndNothingIsHeardWithItAfterwards() {
        exchange.users().expire(NOW_MS);
        assertEquals(List.of(new PrivateMessage.KeyExpired(key)), told());
        exchange.tradeByHand(BTC, new BigDecimal("0.002"));
        assertEquals(List.of(), told());
        assertFalse(exchange.users().extend(NOW_MS));
        exchange.users().endOthers();
        assertEquals(List.of("the end"), heard);
    }

    @Test
    void aTradeByHandIsAStrangersOrder() {
        exchange.tradeByHand(BTC, new BigDecimal("-0.002"));
        PrivateMessage.OrderUpdate update = assertInstanceOf(PrivateMessage.OrderUpdate.class, told().getFirst());
        assertTrue(update.order().clientOrderId().startsWith("web_"));
        assertEquals(Side.SELL, update.execution().orElseThrow().side());
    }
}
