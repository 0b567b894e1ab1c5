package dev.sextant.venues.binance.trade;

import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.binance.trade.RequestBudget.Priority;
import dev.sextant.venues.binance.trade.TransportOutcome.Answered;
import dev.sextant.venues.binance.trade.TransportOutcome.Lost;
import dev.sextant.venues.binance.trade.TransportOutcome.NotSent;
import java.util.Optional;

/** Asks {@code /fapi/v1/time} once. Not repeated here: a repeated question would spoil the round trip it measures. */
final class TimeQuestion implements ServerTime {

    private static final String PATH = "/fapi/v1/time";

    private final RequestFactory requests;
    private final Transport transport;
    private final RequestBudget budget;

    TimeQuestion(RequestFactory requests, Transport transport, RequestBudget budget) {
        this.requests = requests;
        this.transport = transport;
        this.budget = budget;
    }

    @Override
    public long askMs() throws VenueUnavailableException {
        Optional<RequestBudget.Refusal> refusal = budget.take(Priority.RECONCILIATION, 1);
        if (refusal.isPresent()) {
            throw new VenueUnavailableException(
                    "the venue's time: " + refusal.get().reason());
        }
        return switch (transport.send(requests.open(PATH))) {
            case NotSent(String reason) -> throw new VenueUnavailableException("the venue's time: " + reason);
            case Lost(String reason) -> throw new VenueUnavailableException("the venue's time: " + reason);
            case Answered answer -> {
                budget.observe(answer);
                yield serverTimeMs(answer);
            }
        };
    }

    private static long serverTimeMs(Answered answer) throws VenueUnavailableException {
        if (answer.status() != 200) {
            throw new VenueUnavailableException("the venue's time: status " + answer.status());
        }
        try {
            return VenueJson.whole(VenueJson.parse(answer.body()), "serverTime");
        } catch (MalformedAnswerException e) {
            throw new VenueUnavailableException("the venue's time: " + e.getMessage(), e);
        }
    }
}
