package dev.sextant.simulation.store;

import org.jspecify.annotations.Nullable;

/** The key of a row of {@code ops.private_streams}. Times are the database's own. */
final class ListenKeyRow {

    @Nullable
    String key;

    long keptAtMs;
    long expiresAtMs;
}
