package dev.sextant.local.venue.kraken.account;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every order of the account since the venue began, oldest first. */
public final class OrderHistory {

    private final Map<String, Order> byId = new LinkedHashMap<>();
    private final Map<String, Order> open = new LinkedHashMap<>();

    void add(Order order) {
        byId.put(order.id(), order);
        open.put(order.id(), order);
    }

    /** What may still trade, oldest first. */
    public List<Order> open() {
        open.values().removeIf(order -> !order.isOpen());
        return List.copyOf(open.values());
    }

    public Collection<Order> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    public Optional<Order> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The open order with this id of the client's. */
    public Optional<Order> openByClientId(String clientOrderId) {
        return open().stream().filter(order -> order.hasClientId(clientOrderId)).findFirst();
    }
}
