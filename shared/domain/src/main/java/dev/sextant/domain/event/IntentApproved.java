package dev.sextant.domain.event;

/**
 * An order intent has passed risk and holds its reservation; the placer may claim it. The intent itself is in the
 * database: the record only says where to look.
 *
 * @param intentId 64 hex digits
 * @param approvedAtMs exchange time of the reservation
 */
public record IntentApproved(Account account, String intentId, long approvedAtMs) implements DecisionRecord {}
