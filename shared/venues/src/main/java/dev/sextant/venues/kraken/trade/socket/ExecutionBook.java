package dev.sextant.venues.kraken.trade.socket;

import dev.sextant.domain.order.Fill;
import dev.sextant.domain.venue.PrivateMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Folds the messages of one subscription to {@code executions} into orders and fills. It says when something may have
 * been missed; the caller then asks REST, and may go on with this book: what comes again changes nothing. Orders that
 * ended are remembered up to a bound, so that what is told late is still known. Not thread-safe.
 */
public final class ExecutionBook {

    /** Orders kept after their end. */
    public static final int ENDED_KEPT = 1_000;

    /**
     * What a message changed.
     *
     * @param updates one for each entry whose order is known, as it stood after that entry
     * @param doubts reasons to reconcile, each naming what is missing; empty when all is told
     */
    public record Folded(List<PrivateMessage.OrderUpdate> updates, List<String> doubts) {}

    private final Map<String, FoldedOrder> orders = new LinkedHashMap<>();
    private SequenceWatch sequence = new SequenceWatch();

    /** A new connection, or a new subscription: its messages are counted from the beginning. */
    public void resubscribed() {
        sequence = new SequenceWatch();
    }

    /** Takes a message. */
    public Folded apply(PrivateSocketMessage.Executions message) {
        List<PrivateMessage.OrderUpdate> updates = new ArrayList<>();
        List<String> doubts = new ArrayList<>();
        sequence.next(message.sequence()).ifPresent(doubts::add);
        Set<String> named = new LinkedHashSet<>();
        for (Execution entry : message.executions()) {
            named.add(entry.orderId());
            fold(entry).ifPresent(updates::add);
        }
        for (String id : named) {
            order(id).doubt().ifPresent(doubts::add);
        }
        if (message.snapshot()) {
            doubts.addAll(vanished(named));
        }
        forgetSome();
        return new Folded(List.copyOf(updates), List.copyOf(doubts));
    }

    private Optional<PrivateMessage.OrderUpdate> fold(Execution entry) {
        FoldedOrder order = order(entry.orderId());
        Optional<Fill> fill = order.take(entry);
        boolean lacksDetail =
                entry.type() == Execution.ExecType.TRADE && entry.trade().isEmpty();
        return order.order().map(now -> new PrivateMessage.OrderUpdate(now, fill, lacksDetail));
    }

    private FoldedOrder order(String id) {
        return orders.computeIfAbsent(id, FoldedOrder::new);
    }

    /** A snapshot has all that is open. What was open here and isn't in it has ended unseen. */
    private List<String> vanished(Set<String> named) {
        return orders.entrySet().stream()
                .filter(each -> !each.getValue().ended() && !named.contains(each.getKey()))
                .map(each -> "order " + each.getKey() + " was open and is not in the snapshot")
                .toList();
    }

    private void forgetSome() {
        long ended = orders.values().stream().filter(FoldedOrder::ended).count();
        var each = orders.values().iterator();
        while (ended > ENDED_KEPT && each.hasNext()) {
            if (each.next().ended()) {
                each.remove();
                ended--;
            }
        }
    }

    /** Orders whose end has not been told. */
    public Set<String> open() {
        Set<String> open = new LinkedHashSet<>();
        orders.forEach((id, order) -> {
            if (!order.ended()) {
                open.add(id);
            }
        });
        return open;
    }
}
