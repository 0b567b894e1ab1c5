package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.kraken.trade.KrakenErrors.Kind;
import dev.sextant.venues.kraken.trade.TransportOutcome.Answered;
import dev.sextant.venues.kraken.trade.TransportOutcome.Lost;
import dev.sextant.venues.kraken.trade.TransportOutcome.NotSent;
import java.util.function.Supplier;

/** The bounded tries of what is safe to repeat: after which answers another one follows, and when. */
final class Attempts {

    /** After a rate limit nothing is sent for this long. */
    private static final long LIMIT_WAIT_MS = 5_000;

    private static final int OK = 200;
    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;

    /** One attempt: finished, worth another one after a wait, or pointless. */
    private sealed interface Attempt {

        record Done(Reply reply) implements Attempt {}

        record TryAgain(String reason, long leastWaitMs) implements Attempt {}

        record GiveUp(VenueUnavailableException why) implements Attempt {}
    }

    private final KrakenTradeSettings settings;
    private final Pacing pacing;

    Attempts(KrakenTradeSettings settings, Pacing pacing) {
        this.settings = settings;
        this.pacing = pacing;
    }

    /** Makes attempts until one is definite. */
    Reply repeat(String method, Kind kind, Supplier<TransportOutcome> once) throws VenueUnavailableException {
        for (int failures = 0; ; failures++) {
            switch (attempt(method, kind, once.get())) {
                case Attempt.Done(Reply reply) -> {
                    return reply;
                }
                case Attempt.GiveUp(VenueUnavailableException why) -> throw why;
                case Attempt.TryAgain(String why, long leastWaitMs) -> {
                    if (failures + 1 >= settings.attempts()) {
                        throw new VenueUnavailableException(
                                method + " failed " + (failures + 1) + " times, last: " + why);
                    }
                    pause(
                            method,
                            Math.max(
                                    leastWaitMs,
                                    settings.backoff()
                                            .delayMs(failures, pacing.random().getAsDouble())));
                }
            }
        }
    }

    private void pause(String method, long waitMs) throws VenueUnavailableException {
        try {
            pacing.sleeper().sleep(waitMs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VenueUnavailableException(method + " was interrupted between attempts", e);
        }
    }

    private static Attempt attempt(String method, Kind kind, TransportOutcome outcome) {
        return switch (outcome) {
            case NotSent(String reason) -> new Attempt.TryAgain(reason, 0);
            case Lost(String reason) -> new Attempt.TryAgain(reason, 0);
            case Answered answer -> answered(method, kind, answer);
        };
    }

    private static Attempt answered(String method, Kind kind, Answered answer) {
        int status = answer.status();
        return switch (RestAnswer.read(answer.body())) {
            case RestAnswer.Result result when status == OK -> new Attempt.Done(new Reply.Result(result.result()));
            case RestAnswer.Result _ -> byStatus(method, status, "yet a result");
            case RestAnswer.Refused refused when status < 500 -> refused(method, kind, refused);
            case RestAnswer.Refused refused -> byStatus(method, status, refused.words());
            case RestAnswer.Unreadable(String reason) ->
                byStatus(method, status, method.equals(Calls.TOKEN) ? "and the answer can't be read" : reason);
        };
    }

    private static Attempt byStatus(String method, int status, String detail) {
        String said = "status " + status + ", " + detail;
        if (status == 401 || status == 403) {
            return new Attempt.GiveUp(new HaltException(method + ": " + said));
        }
        if (status == TOO_MANY) {
            return new Attempt.TryAgain(said, LIMIT_WAIT_MS);
        }
        return status < 400 || status == TIMED_OUT || status >= 500
                ? new Attempt.TryAgain(said, 0)
                : new Attempt.GiveUp(new VenueUnavailableException(method + ": " + said));
    }

    private static Attempt refused(String method, Kind kind, RestAnswer.Refused refused) {
        boolean limited = refused.errors().stream().anyMatch(KrakenErrors::saysLimit);
        boolean throttled = refused.errors().stream().anyMatch(KrakenErrors::saysThrottled);
        return switch (KrakenErrors.of(kind, refused.errors())) {
            case REJECTED -> new Attempt.Done(new Reply.Refused(refused));
            case HALT -> new Attempt.GiveUp(new HaltException(method + " was refused: " + refused.words()));
            case RETRY_SAFE, UNKNOWN ->
                throttled
                        // Names the second before which nobody may come back; that is the caller's to wait for.
                        ? new Attempt.GiveUp(new VenueUnavailableException(method + ": " + refused.words()))
                        : new Attempt.TryAgain(refused.words(), limited ? LIMIT_WAIT_MS : 0);
        };
    }

    /** What was asked for, where a refusal is a failure as well. */
    static JsonFields result(String method, Reply reply) throws VenueUnavailableException {
        return switch (reply) {
            case Reply.Result(JsonFields json) -> json;
            case Reply.Refused(RestAnswer.Refused errors) ->
                throw new VenueUnavailableException(method + " was refused: " + errors.words());
        };
    }
}
