package dev.sextant.ingest.sink;

/** Where the outbox sends. */
public record Streams(MarketSink market, DecisionSink decisions, Pacer pacer) {}
