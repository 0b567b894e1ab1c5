package dev.sextant.venues.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body of an error: {@code {"code":-2019,"msg":"…"}}.
 *
 * @param code negative
 * @param message the venue's words; they vary, so only two of them are ever looked at, both for caution
 */
record VenueError(int code, String message) {

    private static final Pattern BANNED_UNTIL = Pattern.compile("banned until ([0-9]{13})");

    /** The error in a body, or empty when the body is anything else: cut off, HTML, without a code. */
    static Optional<VenueError> read(String body) {
        try {
            JsonNode json = VenueJson.parse(body);
            long code = VenueJson.whole(json, "code");
            if (code >= 0 || code < Integer.MIN_VALUE) {
                return Optional.empty();
            }
            return Optional.of(new VenueError((int) code, json.path("msg").asText("")));
        } catch (MalformedAnswerException e) {
            return Optional.empty();
        }
    }

    /** True when a code of "too many requests" says that the address is banned already. */
    boolean saysBanned() {
        return code == -1003 && message.toLowerCase(Locale.ROOT).contains("banned");
    }

    /** The end of the ban in venue time, epoch milliseconds, when the words give one. */
    OptionalLong bannedUntilMs() {
        Matcher matcher = BANNED_UNTIL.matcher(message);
        return saysBanned() && matcher.find()
                ? OptionalLong.of(Long.parseLong(matcher.group(1)))
                : OptionalLong.empty();
    }

    /** True when the words tell of a duplicate id, which some codes hide: then an order of ours may exist. */
    boolean saysDuplicate() {
        return message.toLowerCase(Locale.ROOT).contains("duplicate");
    }

    /** True when the key, its rights or its signature is what the venue objects to. */
    boolean saysKey() {
        return code == -1002 || code == -1022 || code == -1099 || code == -2014 || code == -2015 || code == -2017;
    }

    /** True when the request was outside the time window: the clock must be measured again. */
    boolean saysClock() {
        return code == -1021 || code == -5028;
    }

    /** True when the venue says that it has, or has open, no such order. */
    boolean saysNoSuchOrder() {
        return code == -2011 || code == -2013;
    }

    @Override
    public String toString() {
        return code + " " + VenueJson.shown(message);
    }
}
