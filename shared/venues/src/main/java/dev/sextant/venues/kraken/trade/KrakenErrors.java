package dev.sextant.venues.kraken.trade;

import static dev.sextant.venues.kraken.trade.Verdict.HALT;
import static dev.sextant.venues.kraken.trade.Verdict.REJECTED;
import static dev.sextant.venues.kraken.trade.Verdict.RETRY_SAFE;
import static dev.sextant.venues.kraken.trade.Verdict.UNKNOWN;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Kraken's error strings as one declared table, for REST and WebSocket alike. An error is looked up by what stands before
 * its second colon; the rest varies. Only what is listed is definite: for a placement every other string means that the
 * order may exist. Strings that begin with {@code W} are warnings and never come here.
 */
public final class KrakenErrors {

    /** The kinds of requests, by what a wrong guess costs. */
    public enum Kind {
        /** Never repeated. */
        PLACEMENT,
        /** Safe to repeat; any answer says nothing final about the order. */
        CANCEL,
        /** Safe to repeat. */
        READ
    }

    /** @param errors separated by bars, each as {@link #key} gives it */
    private record Row(String errors, Verdict placement, Verdict cancel, Verdict read) {}

    private static final String RATE_LIMITS =
            "EAPI:Rate limit exceeded|EAuth:Rate limit exceeded|EAuth:Too many requests|EGeneral:Too many requests"
                    + "|EService:Throttled|EOrder:Rate limit exceeded|EOrder:Domain rate limit exceeded";

    private static final List<Row> ROWS = List.of(
            // Key, signature, rights or account: nothing will work until somebody looks.
            new Row(
                    "EAPI:Invalid key|EAPI:Invalid signature|EGeneral:Permission denied|EAccount:Invalid permissions"
                            + "|EAuth:Account temporary disabled|EAuth:Account unconfirmed",
                    HALT,
                    HALT,
                    HALT),
            // After too many invalid calls; each further one may prolong it.
            new Row("EGeneral:Temporary lockout", HALT, HALT, HALT),
            // Not executed: a higher nonce, a new session, or a counter that has to fall first.
            new Row("EAPI:Invalid nonce|ESession:Invalid session", RETRY_SAFE, RETRY_SAFE, RETRY_SAFE),
            new Row(RATE_LIMITS, RETRY_SAFE, RETRY_SAFE, RETRY_SAFE),
            // Limits of the account.
            new Row(
                    "EOrder:Orders limit exceeded|EOrder:Positions limit exceeded"
                            + "|EOrder:Scheduled orders limit exceeded|EBM:limit exceeded",
                    REJECTED,
                    REJECTED,
                    REJECTED),
            // Malformed, or of a pair there is not.
            new Row(
                    "EGeneral:Invalid arguments|EGeneral:Unknown method|EAPI:Bad request|EQuery:Unknown asset pair"
                            + "|ETrade:Invalid request",
                    REJECTED,
                    REJECTED,
                    REJECTED),
            // Refused orders: funds, margin, steps, minimums, post-only.
            new Row(
                    "EOrder:Insufficient funds|EOrder:Insufficient margin|EOrder:Margin allowance exceeded"
                            + "|EOrder:Margin level too low|EOrder:Margin position size exceeded"
                            + "|EOrder:Cannot open position|EOrder:Cannot open opposing position"
                            + "|EOrder:Order minimum not met|EOrder:Cost minimum not met"
                            + "|EOrder:Tick size check failed|EOrder:Invalid price|EOrder:Reduce only"
                            + "|EOrder:Unknown position|EOrder:Post only order",
                    REJECTED,
                    REJECTED,
                    REJECTED),
            // Reached its deadline before the engine matched it: the proof the deadline is set for.
            new Row("EService:Deadline elapsed", REJECTED, REJECTED, REJECTED),
            // The market takes no such order now.
            new Row(
                    "EService:Market in cancel_only mode|EService:Market in post_only mode",
                    REJECTED,
                    REJECTED,
                    REJECTED),
            // Answers to cancels and questions; they prove nothing about a placement.
            new Row("EOrder:Unknown order|EOrder:Invalid order", UNKNOWN, REJECTED, REJECTED),
            // Under load, in maintenance, or broken: seen with orders that were placed.
            new Row("EService:Unavailable|EService:Busy|EGeneral:Internal error", UNKNOWN, UNKNOWN, RETRY_SAFE));

    private static final Set<String> LIMITS = Set.of(RATE_LIMITS.split("\\|", -1));
    private static final Map<String, Row> BY_KEY = index();

    private KrakenErrors() {}

    private static Map<String, Row> index() {
        Map<String, Row> byKey = new HashMap<>();
        for (Row row : ROWS) {
            for (String error : row.errors().split("\\|", -1)) {
                if (byKey.put(error, row) != null) {
                    throw new AssertionError("the table declares '" + error + "' twice");
                }
            }
        }
        return Map.copyOf(byKey);
    }

    /** What the errors of one answer say together. Several are as definite as the least definite of them. */
    public static Verdict of(Kind kind, List<String> errors) {
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("errors is empty, expected at least one");
        }
        List<Verdict> verdicts = errors.stream().map(error -> of(kind, error)).toList();
        for (Verdict weightiest : List.of(UNKNOWN, HALT, REJECTED)) {
            if (verdicts.contains(weightiest)) {
                return weightiest;
            }
        }
        return RETRY_SAFE;
    }

    /** What one error says. Unlisted, a placement or a cancel may have been executed; a question ends. */
    public static Verdict of(Kind kind, String error) {
        Row row = BY_KEY.get(key(error));
        return switch (kind) {
            case PLACEMENT -> row == null || hintsAtOurs(error) ? UNKNOWN : row.placement();
            case CANCEL -> row == null ? UNKNOWN : row.cancel();
            case READ -> row == null ? REJECTED : row.read();
        };
    }

    /** True when an error says that no such order is open, or that there is none. */
    static boolean saysNoSuchOrder(String error) {
        return key(error).equals("EOrder:Unknown order") || key(error).equals("EOrder:Invalid order");
    }

    /** True when an error tells of a rate limit: the counter has to fall before anything else is sent. */
    static boolean saysLimit(String error) {
        return LIMITS.contains(key(error));
    }

    /** True when too many requests are under way at once; the text has the second from which one may be sent again. */
    static boolean saysThrottled(String error) {
        return key(error).equals("EService:Throttled");
    }

    /** Every listed error. */
    static Set<String> listed() {
        return BY_KEY.keySet();
    }

    /** What Kraken answers to an id that is in use is not documented; what may be that answer proves nothing. */
    private static boolean hintsAtOurs(String error) {
        String lower = error.toLowerCase(Locale.ROOT);
        return lower.contains("duplicate") || lower.contains("cl_ord_id");
    }

    /** What stands before the second colon, without a blank after the first ({@code EService: Throttled: 1750000000}). */
    private static String key(String error) {
        int first = error.indexOf(':');
        if (first < 0) {
            return error;
        }
        int second = error.indexOf(':', first + 1);
        String text = error.substring(first + 1, second < 0 ? error.length() : second);
        return error.substring(0, first) + ":" + (text.startsWith(" ") ? text.substring(1) : text);
    }
}
