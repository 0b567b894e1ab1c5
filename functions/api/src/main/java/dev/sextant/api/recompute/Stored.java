package dev.sextant.api.recompute;

import dev.sextant.platform.portfolio.BookedPosition;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the database holds, read so that every fill behind it can be read afterwards.
 *
 * @param trades closed round trips
 * @param paidIn deposits, transfers, funding and fees of liquidations: what is no execution, quote units
 * @param balance of the account's currency
 */
record Stored(List<Trade> trades, List<BookedPosition> positions, BigDecimal paidIn, BigDecimal balance) {

    /** A closed round trip's result, with the stop distance its R was counted in. */
    record Trade(String id, BigDecimal stopDistance, BigDecimal pnl, BigDecimal pnlR) {}
}
