package dev.sextant.domain.event;

/**
 * The account's private stream was connected and had just spoken: an event, or an answer to a ping. Told now and then by
 * the ingest on the way the events take, so that its age says whether that whole way works.
 *
 * @param aliveAtMs market time, epoch milliseconds
 */
public record PrivateStreamAlive(Account account, long aliveAtMs) implements DecisionRecord {}
