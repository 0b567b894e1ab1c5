package dev.sextant.domain.audit;

/**
 * Somebody who remembers one row of a log: its head, a daily anchor, or an export of an earlier day.
 *
 * @param seq which row
 * @param hash the hash it had
 * @param name who remembers, in words that follow "as … says"
 */
public record AuditWitness(long seq, String hash, String name) {}
