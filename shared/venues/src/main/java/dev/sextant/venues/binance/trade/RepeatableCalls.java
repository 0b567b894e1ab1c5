package dev.sextant.venues.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.binance.trade.RequestBudget.Priority;
import dev.sextant.venues.binance.trade.RequestFactory.Method;
import dev.sextant.venues.binance.trade.TransportOutcome.Answered;
import dev.sextant.venues.binance.trade.TransportOutcome.Lost;
import dev.sextant.venues.binance.trade.TransportOutcome.NotSent;
import java.util.Optional;

/**
 * Reads and cancels: safe to repeat, so tried a bounded number of times with growing waits, each time signed afresh.
 * Placements never pass here.
 */
final class RepeatableCalls {

    /** One attempt: finished with a reply, worth another attempt, pointless now, or pointless with this key. */
    private sealed interface Attempt {

        record Done(Reply reply) implements Attempt {}

        record TryAgain(String reason) implements Attempt {}

        record GiveUp(String reason) implements Attempt {}

        record KeyRefused(VenueError error) implements Attempt {}
    }

    /**
     * What to call.
     *
     * @param weight the request weight the venue counts for it
     * @param signed false for the few that take the key alone
     */
    record Call(Method method, String path, Parameters parameters, int weight, Priority priority, boolean signed) {

        Call(Method method, String path, Parameters parameters, int weight, Priority priority) {
            this(method, path, parameters, weight, priority, true);
        }
    }

    private final BinanceTradeSettings settings;
    private final RequestFactory requests;
    private final Transport transport;
    private final RequestBudget budget;
    private final VenueClock clock;
    private final Timing timing;

    RepeatableCalls(
            BinanceTradeSettings settings,
            RequestFactory requests,
            Transport transport,
            RequestBudget budget,
            VenueClock clock,
            Timing timing) {
        this.settings = settings;
        this.requests = requests;
        this.transport = transport;
        this.budget = budget;
        this.clock = clock;
        this.timing = timing;
    }

    /** The answer's JSON, where a refusal is a failure as well. */
    JsonNode read(Call call) throws VenueUnavailableException {
        return switch (reply(call)) {
            case Reply.Body(JsonNode json) -> json;
            case Reply.Refused(VenueError error) ->
                throw new VenueUnavailableException(named(call) + " was refused: " + error);
        };
    }

    Reply reply(Call call) throws VenueUnavailableException {
        for (int attempt = 1; ; attempt++) {
            switch (once(call)) {
                case Attempt.Done(Reply reply) -> {
                    return reply;
                }
                case Attempt.GiveUp(String why) -> throw new VenueUnavailableException(named(call) + ": " + why);
                case Attempt.KeyRefused(VenueError error) ->
                    throw new KeyRefusedException(named(call) + " was refused: " + error, error.code());
                case Attempt.TryAgain(String why) -> {
                    if (attempt >= settings.attempts()) {
                        throw new VenueUnavailableException(
                                named(call) + " failed " + attempt + " times, last: " + why);
                    }
                    backOff(call, attempt);
                }
            }
        }
    }

    private void backOff(Call call, int failures) throws VenueUnavailableException {
        try {
            timing.backOff(failures);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VenueUnavailableException(named(call) + " was interrupted between attempts", e);
        }
    }

    private Attempt once(Call call) {
        Optional<RequestBudget.Refusal> refusal = budget.take(call.priority(), call.weight());
        if (refusal.isPresent()) {
            return new Attempt.GiveUp(refusal.get().reason());
        }
        if (!call.signed()) {
            return answer(call, transport.send(requests.keyed(call.method(), call.path())));
        }
        long nowMs;
        try {
            nowMs = clock.nowMs();
        } catch (VenueUnavailableException e) {
            return new Attempt.TryAgain(String.valueOf(e.getMessage()));
        }
        return answer(
                call,
                transport.send(requests.signed(
                        call.method(), call.path(), call.parameters(), nowMs, settings.readWindowMs())));
    }

    private Attempt answer(Call call, TransportOutcome outcome) {
        return switch (outcome) {
            case NotSent(String reason) -> new Attempt.TryAgain(reason);
            case Lost(String reason) -> new Attempt.TryAgain(reason);
            case Answered answer -> {
                budget.observe(answer);
                yield answer.status() == 200 ? body(call, answer) : error(answer);
            }
        };
    }

    private static Attempt body(Call call, Answered answer) {
        try {
            return new Attempt.Done(new Reply.Body(VenueJson.parse(answer.body())));
        } catch (MalformedAnswerException e) {
            // What takes the key alone answers with a secret, which must not get into a message.
            return new Attempt.TryAgain(
                    "status 200, but " + (call.signed() ? e.getMessage() : "the answer is not JSON"));
        }
    }

    private Attempt error(Answered answer) {
        Optional<VenueError> error = VenueError.read(answer.body());
        String said = "status " + answer.status() + error.map(e -> ", " + e).orElse(", no error code in the body");
        if (budget.pausedUntilMs().isPresent()) {
            return new Attempt.GiveUp(said);
        }
        if (answer.status() >= 500 || answer.status() == 408) {
            return new Attempt.TryAgain(said);
        }
        if (error.isEmpty()) {
            return new Attempt.GiveUp(said);
        }
        if (error.get().saysClock()) {
            clock.forget();
        }
        return switch (ErrorTable.repeatable(error.get())) {
            case REJECTED, OK -> new Attempt.Done(new Reply.Refused(error.get()));
            case RETRY_SAFE, UNKNOWN -> new Attempt.TryAgain(said);
            case HALT -> error.get().saysKey() ? new Attempt.KeyRefused(error.get()) : new Attempt.GiveUp(said);
        };
    }

    private static String named(Call call) {
        return call.method() + " " + call.path();
    }
}
