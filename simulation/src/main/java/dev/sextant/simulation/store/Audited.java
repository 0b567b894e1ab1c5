package dev.sextant.simulation.store;

/** A row of {@code ops.audit}. */
record Audited(String action, String subject, long atMs) {}
