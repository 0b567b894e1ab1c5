package dev.sextant.local.scenario;

import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.venue.DelegatingVenue;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.TradingVenue;

/** The real adapter, except that the sandbox that uses it can end right before or right after an order is sent. */
final class MortalVenue extends DelegatingVenue {

    /** Where the next placement ends the sandbox. */
    enum Death {
        NEVER,
        BEFORE_SENDING,
        AFTER_SENDING
    }

    private Death death = Death.NEVER;
    private Runnable beforePlacing = () -> {};

    MortalVenue(TradingVenue real) {
        super(real);
    }

    void dies(Death when) {
        death = when;
    }

    /** Something happens elsewhere once the next order is claimed and before it leaves. */
    void beforePlacing(Runnable meanwhile) {
        beforePlacing = meanwhile;
    }

    @Override
    public Placement place(OrderRequest request, long signedAtMs) {
        Death when = death;
        death = Death.NEVER;
        Runnable meanwhile = beforePlacing;
        beforePlacing = () -> {};
        meanwhile.run();
        if (when == Death.BEFORE_SENDING) {
            throw new Died("before sending");
        }
        Placement placement = super.place(request, signedAtMs);
        if (when == Death.AFTER_SENDING) {
            throw new Died("after sending");
        }
        return placement;
    }
}
