package dev.sextant.venues.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.venue.CashFlow;
import dev.sextant.domain.venue.CashFlows;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.binance.trade.RepeatableCalls.Call;
import dev.sextant.venues.binance.trade.RequestBudget.Priority;
import dev.sextant.venues.binance.trade.RequestFactory.Method;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The account's income of every type, all pages. A page begins at the time of the last one's newest row, for several rows
 * may have one time; their keys tell the copies apart.
 */
final class IncomeHistory {

    private static final int PAGE = 1_000;
    private static final int WEIGHT = 30;
    private static final long KEPT_MS = Duration.ofDays(89).toMillis();

    private final RepeatableCalls calls;
    private final VenueClock clock;

    IncomeHistory(RepeatableCalls calls, VenueClock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    CashFlows since(long sinceMs) throws VenueUnavailableException {
        long askedAtMs = clock.nowMs();
        long keptMs = askedAtMs - KEPT_MS;
        if (sinceMs < keptMs) {
            throw new VenueUnavailableException(
                    "income since " + sinceMs + ": the venue keeps three months, ask for " + keptMs + " or later");
        }
        Map<IncomeRow.Key, CashFlow> flows = new HashMap<>();
        for (Page page = page(flows, sinceMs); page.isFull(); page = page(flows, page.newestMs())) {
            if (page.newestMs() <= page.fromMs()) {
                throw new VenueUnavailableException("income: the venue repeats a page of " + page.fromMs());
            }
        }
        Comparator<CashFlow> oldestFirst = Comparator.comparingLong(CashFlow::atMs)
                .thenComparing(CashFlow::id)
                .thenComparing(CashFlow::asset);
        return new CashFlows(flows.values().stream().sorted(oldestFirst).toList(), askedAtMs);
    }

    private record Page(long fromMs, int rows, long newestMs) {
        boolean isFull() {
            return rows >= PAGE;
        }
    }

    /** Adds the cash flows of a page, each once. */
    private Page page(Map<IncomeRow.Key, CashFlow> flows, long fromMs) throws VenueUnavailableException {
        Parameters parameters = new Parameters().with("startTime", fromMs).with("limit", PAGE);
        try {
            JsonNode rows = VenueJson.list(
                    calls.read(new Call(Method.GET, "/fapi/v1/income", parameters, WEIGHT, Priority.READ)));
            long newestMs = fromMs;
            for (JsonNode json : rows) {
                IncomeRow row = IncomeRow.of(json);
                Optional<CashFlow> flow = row.flow();
                flow.ifPresent(added -> flows.putIfAbsent(row.key(), added));
                newestMs = Math.max(newestMs, row.atMs());
            }
            return new Page(fromMs, rows.size(), newestMs);
        } catch (MalformedAnswerException e) {
            throw new VenueUnavailableException("income: " + e.getMessage(), e);
        }
    }
}
