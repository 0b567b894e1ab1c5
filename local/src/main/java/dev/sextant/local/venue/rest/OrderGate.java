package dev.sextant.local.venue.rest;

import java.util.Optional;

/**
 * Whether new orders are taken. While it is shut they are refused with -1016, a listed code under status 400: to an
 * adapter a definite "not placed, try later". Queries and cancels always pass.
 */
@FunctionalInterface
public interface OrderGate {

    /** Why no new order is taken now; empty when they are. Asked once for each new order. */
    Optional<String> shutBecause();

    /** Always takes orders. */
    static OrderGate open() {
        return Optional::empty;
    }

    /** Throws what a client gets to see, when the gate is shut. */
    default void check() {
        shutBecause().ifPresent(reason -> {
            throw ApiError.badRequest(-1016, "This service is no longer available: " + reason);
        });
    }
}
