package dev.sextant.domain.event;

/**
 * News of an order for whoever shows or counts it. Only a notification: the truth is in the database.
 *
 * @param intentId 64 hex digits
 * @param state name of the state entered
 * @param version the intent's version after the change; rises by one per change
 * @param atMs exchange time of the change
 */
public record OrderChanged(Account account, String intentId, String state, long version, long atMs)
        implements DecisionRecord {}
