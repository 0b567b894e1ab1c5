package dev.sextant.venues.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.venue.FundingPayment;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.binance.trade.RepeatableCalls.Call;
import dev.sextant.venues.binance.trade.RequestBudget.Priority;
import dev.sextant.venues.binance.trade.RequestFactory.Method;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The account's funding fees, all pages. A page begins at the time of the last one's newest row, for several rows may
 * have one time; ids tell the copies apart.
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

    List<FundingPayment> fundingSince(long sinceMs) throws VenueUnavailableException {
        long keptMs = clock.nowMs() - KEPT_MS;
        if (sinceMs < keptMs) {
            throw new VenueUnavailableException(
                    "funding since " + sinceMs + ": the venue keeps three months, ask for " + keptMs + " or later");
        }
        Map<String, FundingPayment> payments = new LinkedHashMap<>();
        long fromMs = sinceMs;
        boolean complete = false;
        while (!complete) {
            int rows = addPage(payments, fromMs);
            long newestMs = payments.values().stream()
                    .mapToLong(FundingPayment::paidAtMs)
                    .max()
                    .orElse(fromMs);
            complete = rows < PAGE;
            if (!complete && newestMs <= fromMs) {
                throw new VenueUnavailableException("funding: the venue repeats a page of " + fromMs);
            }
            fromMs = newestMs;
        }
        return payments.values().stream()
                .sorted(Comparator.comparingLong(FundingPayment::paidAtMs).thenComparing(FundingPayment::id))
                .toList();
    }

    /** Adds a page, once per id, and says how many rows it had. */
    private int addPage(Map<String, FundingPayment> payments, long fromMs) throws VenueUnavailableException {
        Parameters page = new Parameters()
                .with("incomeType", "FUNDING_FEE")
                .with("startTime", fromMs)
                .with("limit", PAGE);
        try {
            JsonNode rows =
                    VenueJson.list(calls.read(new Call(Method.GET, "/fapi/v1/income", page, WEIGHT, Priority.READ)));
            for (JsonNode row : rows) {
                FundingPayment payment = payment(row);
                payments.putIfAbsent(payment.id(), payment);
            }
            return rows.size();
        } catch (MalformedAnswerException e) {
            throw new VenueUnavailableException("funding: " + e.getMessage(), e);
        }
    }

    private static FundingPayment payment(JsonNode row) throws MalformedAnswerException {
        if (!VenueJson.text(row, "incomeType").equals("FUNDING_FEE")) {
            throw VenueJson.wrong("incomeType", row.path("incomeType"), "FUNDING_FEE");
        }
        return new FundingPayment(
                VenueJson.symbol(row),
                Long.toString(VenueJson.whole(row, "tranId")),
                VenueJson.decimal(row, "income"),
                VenueJson.text(row, "asset"),
                VenueJson.whole(row, "time"));
    }
}
