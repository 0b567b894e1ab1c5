package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders of others that are to be booked as the close of a trade, and how that ended. */
public interface Adoptions {

    /**
     * One of them.
     *
     * @param id of a person's demand; null when the venue itself acted
     * @param venueOrderId the venue's id of the order
     * @param kind {@code external}, {@code liquidation}, {@code adl} or {@code settlement}
     * @param askedBy a person's name, or {@code exchange}
     * @param whole what the order filled in all, once the private stream has told its end; else null
     */
    record Wanted(
            @Nullable Long id,
            Symbol symbol,
            String venueOrderId,
            String kind,
            String askedBy,
            String reason,
            @Nullable Quantity whole) {}

    /** Those that wait, oldest first. */
    List<Wanted> wanted(Account account);

    /** Books the order; answers why not, or nothing. */
    Optional<String> book(Wanted wanted, OrderIntent intent, OrderReport report);

    /** Ends a person's demand that can't be met. */
    void refuse(long id, String why, long nowMs);
}
