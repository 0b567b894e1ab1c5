package dev.sextant.venues.sim;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.sim.order.NewOrder;
import dev.sextant.venues.sim.order.OrderKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All orders ever accepted, and which of them are open. */
final class OrderIndex {

    private static final long FIRST_ORDER_ID = 8_000_000_001L;

    private record ClientKey(Symbol symbol, String clientOrderId) {}

    private final Map<Long, LiveOrder> byId = new HashMap<>();
    private final Map<ClientKey, LiveOrder> latestByClientId = new HashMap<>();
    private final TreeMap<Long, LiveOrder> open = new TreeMap<>();
    private long nextOrderId = FIRST_ORDER_ID;

    LiveOrder add(NewOrder request, String originalType, boolean closePosition, long timeMs) {
        long orderId = nextOrderId++;
        String clientId = request.clientOrderId().isBlank() ? "sim-" + orderId : request.clientOrderId();
        LiveOrder order = new LiveOrder(request, orderId, clientId, originalType, closePosition, timeMs);
        byId.put(orderId, order);
        latestByClientId.put(new ClientKey(request.symbol(), clientId), order);
        open.put(orderId, order);
        return order;
    }

    /** Takes over an order of an earlier life. */
    LiveOrder restore(KeptOrder kept) {
        LiveOrder order = LiveOrder.restored(kept);
        byId.put(order.orderId, order);
        latestByClientId.put(new ClientKey(order.request.symbol(), order.clientOrderId), order);
        if (order.isOpen()) {
            open.put(order.orderId, order);
        }
        return order;
    }

    /** Ids go on from here. */
    void resumeAt(long orderId) {
        nextOrderId = orderId;
    }

    long nextOrderId() {
        return nextOrderId;
    }

    /** Open orders, the newest {@code recent} orders, and those named, by id. */
    List<LiveOrder> kept(int recent, Set<Long> named) {
        return byId.values().stream()
                .filter(order ->
                        order.isOpen() || order.orderId >= nextOrderId - recent || named.contains(order.orderId))
                .sorted(Comparator.comparingLong(order -> order.orderId))
                .toList();
    }

    @Nullable
    LiveOrder byId(long orderId) {
        return byId.get(orderId);
    }

    void closed(LiveOrder order) {
        open.remove(order.orderId);
    }

    @Nullable
    LiveOrder find(Symbol symbol, OrderKey key) {
        LiveOrder order = switch (key) {
            case OrderKey.ById byOrderId -> byId.get(byOrderId.orderId());
            case OrderKey.ByClientId byClient -> latestByClientId.get(new ClientKey(symbol, byClient.clientOrderId()));
        };
        return order != null && order.request.symbol().equals(symbol) ? order : null;
    }

    /** Whether an open order of the symbol has this client id; after it closes the id is free again. */
    boolean isClientIdOpen(Symbol symbol, String clientOrderId) {
        LiveOrder latest = latestByClientId.get(new ClientKey(symbol, clientOrderId));
        return latest != null && latest.isOpen();
    }

    /** Open orders in the order of their ids; of one symbol, or of all when null. */
    List<LiveOrder> open(@Nullable Symbol symbol) {
        List<LiveOrder> result = new ArrayList<>();
        for (LiveOrder order : open.values()) {
            if (symbol == null || order.request.symbol().equals(symbol)) {
                result.add(order);
            }
        }
        return result;
    }
}
