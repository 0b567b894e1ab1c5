package dev.sextant.platform.portfolio;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.portfolio.Position;

/**
 * A position as the database folded it.
 *
 * @param currency the account's, in which its fees are counted
 */
public record BookedPosition(Account account, String venue, Symbol symbol, String currency, Position position) {}
