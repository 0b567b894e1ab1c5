package dev.sextant.api.desk;

/**
 * The desk's health.
 *
 * @param healthy false while it recovers, and when it has no session at all
 * @param json the whole answer
 */
record HealthReading(boolean healthy, String json) {}
