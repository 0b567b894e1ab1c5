package dev.sextant.placer;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.domain.venue.TradingVenue;

/**
 * The account that plans of the stream lane are traded with, and where.
 *
 * @param wall the clock that books are stamped by
 */
public record PlanAccount(Account account, TradingVenue venue, EpochClock wall) {}
