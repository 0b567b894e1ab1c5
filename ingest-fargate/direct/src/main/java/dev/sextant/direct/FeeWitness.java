package dev.sextant.direct;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.venue.DelegatingVenue;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The venue, with an eye on what fills cost. */
final class FeeWitness extends DelegatingVenue {

    /** Fees are rounded, and those of small fills visibly. */
    private static final BigDecimal NEARLY = new BigDecimal("1.01");

    private final AccountFees fees;

    FeeWitness(TradingVenue venue, AccountFees fees) {
        super(venue);
        this.fees = fees;
    }

    private List<Fill> seen(List<Fill> fills) {
        fills.stream().filter(fill -> !fill.maker()).forEach(this::see);
        return fills;
    }

    /** A fee is a share of the cost when it is paid in quote, of the quantity when in base; in a third asset it says nothing. */
    private void see(Fill fill) {
        String name = fill.symbol().name();
        BigDecimal traded = name.startsWith(fill.feeAsset() + "/")
                ? fill.quantity().value()
                : name.endsWith("/" + fill.feeAsset()) ? fill.quantity().notionalAt(fill.price()) : BigDecimal.ZERO;
        if (traded.signum() == 0) {
            return;
        }
        int known = fees.ppm(fill.symbol());
        BigDecimal expected = traded.multiply(BigDecimal.valueOf(known, 6));
        BigDecimal digit = BigDecimal.ONE.movePointLeft(fill.fee().scale());
        int share = fill.fee()
                .movePointRight(6)
                .divide(traded, 0, RoundingMode.CEILING)
                .intValue();
        boolean more = fill.fee().compareTo(expected.multiply(NEARLY).add(digit)) > 0;
        fees.paid(fill.symbol(), more ? share : Math.min(known, share - 1));
    }

    @Override
    public List<Fill> fillsSince(Symbol symbol, long sinceMs) throws VenueUnavailableException {
        return seen(venue.fillsSince(symbol, sinceMs));
    }

    @Override
    public List<Fill> fillsOf(VenueOrder order, long sinceMs) throws VenueUnavailableException {
        return seen(venue.fillsOf(order, sinceMs));
    }
}
