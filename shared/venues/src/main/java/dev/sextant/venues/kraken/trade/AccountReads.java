package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import dev.sextant.venues.kraken.feed.Wire;
import java.util.List;
import java.util.Map;

/** Balances, fees and the socket's token. */
final class AccountReads {

    private static final int LONGEST_LIFE_SECONDS = 86_400;
    private static final int LONGEST_TOKEN = 1_000;

    private final RepeatableCalls calls;
    private final KrakenNames names;

    AccountReads(RepeatableCalls calls, KrakenNames names) {
        this.calls = calls;
        this.names = names;
    }

    Map<String, AssetBalance> balances() throws VenueUnavailableException {
        try {
            return BalanceReader.tradable(calls.read(Calls.balances()), names);
        } catch (MalformedJson e) {
            throw new VenueUnavailableException("balances: " + e.getMessage(), e);
        }
    }

    Map<Symbol, FeeRates> fees(List<Symbol> pairs) throws VenueUnavailableException {
        try {
            return FeeReader.read(calls.read(Calls.tradeVolume(pairs, names)), names);
        } catch (MalformedJson e) {
            throw new VenueUnavailableException("fees: " + e.getMessage(), e);
        }
    }

    KeyInfo keyInfo() throws VenueUnavailableException {
        try {
            return KeyInfoReader.read(calls.read(Calls.keyInfo()));
        } catch (MalformedJson e) {
            throw new VenueUnavailableException("the key's rights: " + e.getMessage(), e);
        }
    }

    SocketToken token() throws VenueUnavailableException {
        try {
            return token(calls.read(Calls.token()));
        } catch (MalformedJson e) {
            // The exception is not kept as cause: its text may show the field.
            throw new VenueUnavailableException("the answer to GetWebSocketsToken has no token, or no time for it");
        }
    }

    static SocketToken token(JsonFields result) throws MalformedJson {
        String token = result.text("token");
        if (token.isBlank() || token.length() > LONGEST_TOKEN) {
            throw MalformedJson.field("token", "of " + token.length() + " characters", "1 to " + LONGEST_TOKEN);
        }
        return new SocketToken(token, Wire.whole(result, "expires", LONGEST_LIFE_SECONDS));
    }
}
