package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.venue.Cancellation;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import dev.sextant.venues.kraken.feed.Wire;
import dev.sextant.venues.kraken.feed.WireTime;
import java.util.OptionalLong;

/** Cancels. Repeating is safe; an answer of any kind says nothing final about an order. */
final class OrderCancels {

    private static final long MICROS_PER_MS = 1_000;
    private static final int MOST_ORDERS = 100_000;

    private final RepeatableCalls calls;

    OrderCancels(RepeatableCalls calls) {
        this.calls = calls;
    }

    Cancellation cancel(KrakenCall call) {
        try {
            return switch (calls.reply(call, KrakenErrors.Kind.CANCEL)) {
                case Reply.Result(JsonFields json) -> accepted(json);
                case Reply.Refused(RestAnswer.Refused errors)
                when errors.errors().stream().allMatch(KrakenErrors::saysNoSuchOrder) -> new Cancellation.NotOpen();
                case Reply.Refused(RestAnswer.Refused errors) -> new Cancellation.Unknown(errors.words());
            };
        } catch (VenueUnavailableException e) {
            return new Cancellation.Unknown(String.valueOf(e.getMessage()));
        }
    }

    /** A cancel that is still pending was taken as well. What a count of 0 means is not documented. */
    private static Cancellation accepted(JsonFields json) {
        try {
            int count = count(json);
            return count == 1
                    ? new Cancellation.Accepted()
                    : new Cancellation.Unknown("the answer counts " + count + " orders, expected 1");
        } catch (MalformedJson e) {
            return new Cancellation.Unknown(String.valueOf(e.getMessage()));
        }
    }

    int cancelAll() throws VenueUnavailableException {
        KrakenCall call = Calls.cancelAll();
        try {
            return count(definite(call));
        } catch (MalformedJson e) {
            throw new VenueUnavailableException(call.method() + ": " + e.getMessage(), e);
        }
    }

    DeadMansSwitch cancelAllAfter(int timeoutSeconds) throws VenueUnavailableException {
        KrakenCall call = Calls.cancelAllAfter(timeoutSeconds);
        try {
            return readSwitch(definite(call), timeoutSeconds);
        } catch (MalformedJson e) {
            throw new VenueUnavailableException(call.method() + ": " + e.getMessage(), e);
        }
    }

    private JsonFields definite(KrakenCall call) throws VenueUnavailableException {
        return switch (calls.reply(call, KrakenErrors.Kind.CANCEL)) {
            case Reply.Result(JsonFields json) -> json;
            case Reply.Refused(RestAnswer.Refused errors) ->
                throw new VenueUnavailableException(call.method() + " was refused: " + errors.words());
        };
    }

    static DeadMansSwitch readSwitch(JsonFields json, int timeoutSeconds) throws MalformedJson {
        long currentMs = WireTime.micros(json, "currentTime") / MICROS_PER_MS;
        // What the trigger time of a switch that is off looks like is not documented.
        return new DeadMansSwitch(
                currentMs,
                timeoutSeconds == 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(WireTime.micros(json, "triggerTime") / MICROS_PER_MS));
    }

    private static int count(JsonFields json) throws MalformedJson {
        return Wire.whole(json, "count", MOST_ORDERS);
    }
}
