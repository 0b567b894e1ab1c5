package dev.sextant.platform.portfolio;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.portfolio.Position;

/** A position as the database folded it. */
public record BookedPosition(Account account, String venue, Symbol symbol, Position position) {}
