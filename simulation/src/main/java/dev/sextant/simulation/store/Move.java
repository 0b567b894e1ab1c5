package dev.sextant.simulation.store;

import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderTrigger;

/** One move of an order, as {@code execution.order_events} keeps it. */
public record Move(IntentId id, OrderTrigger on, OrderState from, OrderState to, long atMs) {}
