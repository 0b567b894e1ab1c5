package dev.sextant.venues.binance.trade;

import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.binance.trade.RepeatableCalls.Call;
import dev.sextant.venues.binance.trade.RequestBudget.Priority;
import dev.sextant.venues.binance.trade.RequestFactory.Method;

/**
 * Asks Binance what a key may do. That is a question for the wallet, not for the futures market: another host, with a
 * request budget of its own, so that trouble there never holds back an order.
 */
public final class BinanceWallet implements KeyRightsSource {

    private static final String PATH = "/sapi/v1/account/apiRestrictions";

    private final RepeatableCalls calls;

    BinanceWallet(RepeatableCalls calls) {
        this.calls = calls;
    }

    /**
     * {@inheritDoc}
     *
     * @throws KeyRefusedException when the key itself is refused
     */
    @Override
    public KeyRights rights() throws VenueUnavailableException {
        try {
            return KeyRights.read(calls.read(new Call(Method.GET, PATH, new Parameters(), 1, Priority.READ)));
        } catch (MalformedAnswerException e) {
            throw new VenueUnavailableException("the key's rights: " + e.getMessage(), e);
        }
    }
}
