package dev.sextant.domain.event;

/**
 * Asks for what ticks ask for each second: to tell again about approvals that nobody claimed, and to look after positions
 * without a stop. The schedule puts one on the stream each minute, so that this goes on when the ingest, which makes the
 * ticks, does not. It carries no time; who gets it looks at the market's clock.
 */
public record Sweep(Account account) implements DecisionRecord {}
