package dev.sextant.ingest.drift;

import dev.sextant.domain.money.E8;
import dev.sextant.ingest.archive.ObjectStoreException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The market's price when the venue had an order: the last trade before it. One that rested had none of our delay. */
final class AcceptedPrice {

    private AcceptedPrice() {}

    static @Nullable BigDecimal of(Leg leg, TradeSource trades) throws ObjectStoreException {
        return leg.resting()
                ? leg.decidedAt()
                : trades.priceE8Before(leg.symbol(), leg.acceptedAtMs())
                        .map(E8::toDecimal)
                        .orElse(null);
    }
}
