package dev.sextant.domain.audit;

/**
 * Something wrong with an audit log.
 *
 * @param seq the row it was seen at
 * @param told what is wrong, in words
 */
public record AuditFault(long seq, String told) {}
