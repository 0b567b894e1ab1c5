package dev.sextant.venues.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.venue.PrivateStreamKeys;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.binance.trade.RepeatableCalls.Call;
import dev.sextant.venues.binance.trade.RequestBudget.Priority;
import dev.sextant.venues.binance.trade.RequestFactory.Method;
import java.time.Duration;

/**
 * {@link PrivateStreamKeys} of Binance. The venue gives the same key as long as one is active, to everybody who asks with
 * the account's API key; so none is ever deleted here: it would be taken from whoever else listens.
 */
final class ListenKeyService implements PrivateStreamKeys {

    private static final String PATH = "/fapi/v1/listenKey";
    private static final int WEIGHT = 1;
    private static final int GONE = -1125;
    private static final long VALID_MS = Duration.ofMinutes(60).toMillis();

    private final RepeatableCalls calls;

    ListenKeyService(RepeatableCalls calls) {
        this.calls = calls;
    }

    @Override
    public String mint() throws VenueUnavailableException {
        try {
            JsonNode answer = calls.read(call(Method.POST));
            String key = VenueJson.text(answer, "listenKey");
            if (!key.matches("[A-Za-z0-9_-]{8,200}")) {
                throw new VenueUnavailableException("the venue's listen key has " + key.length()
                        + " characters, expected 8 to 200 letters and digits");
            }
            return key;
        } catch (MalformedAnswerException e) {
            // The body is not repeated: it may hold a key.
            throw new VenueUnavailableException("POST " + PATH + " was answered without a listenKey");
        }
    }

    @Override
    public boolean extend() throws VenueUnavailableException {
        return switch (calls.reply(call(Method.PUT))) {
            case Reply.Body _ -> true;
            case Reply.Refused(VenueError error) when error.code() == GONE -> false;
            case Reply.Refused(VenueError error) ->
                throw new VenueUnavailableException("PUT " + PATH + " was refused: " + error);
        };
    }

    @Override
    public long validMs() {
        return VALID_MS;
    }

    private static Call call(Method method) {
        return new Call(method, PATH, new Parameters(), WEIGHT, Priority.RECONCILIATION, false);
    }
}
