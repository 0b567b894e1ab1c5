package dev.sextant.ingest.opportunity;

import dev.sextant.domain.event.Account;

/**
 * Who trades triangles through the functions.
 *
 * @param currency the account's
 */
public record StreamLane(Account account, String currency) {}
