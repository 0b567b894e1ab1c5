package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.order.Fill;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Our executions since a time, each with the asset its fee was paid in, which only its order tells. */
final class FillHistory {

    private final RepeatableCalls calls;
    private final KrakenNames names;

    FillHistory(RepeatableCalls calls, KrakenNames names) {
        this.calls = calls;
        this.names = names;
    }

    List<Fill> since(long sinceMs) throws VenueUnavailableException {
        List<TradeReader.Row> rows = rows(sinceMs);
        List<String> txids =
                rows.stream().map(row -> row.fill().venueOrderId()).distinct().toList();
        Map<String, ReportedOrder> orders = new OrderReads(calls, names)
                .byVenueId(txids).stream()
                        .collect(Collectors.toMap(order -> order.order().venueOrderId(), order -> order));
        List<Fill> fills = new ArrayList<>();
        for (TradeReader.Row row : rows) {
            ReportedOrder order = orders.get(row.fill().venueOrderId());
            if (order == null) {
                throw new VenueUnavailableException("trade " + row.fill().tradeId() + " is of order "
                        + row.fill().venueOrderId() + ", which the venue does not show: its fee has no asset");
            }
            fills.add(row.of(order));
        }
        fills.sort(Comparator.comparingLong(Fill::filledAtMs).thenComparing(Fill::tradeId));
        return List.copyOf(fills);
    }

    private List<TradeReader.Row> rows(long sinceMs) throws VenueUnavailableException {
        try {
            List<TradeReader.Row> rows = new ArrayList<>();
            // Whether the start itself is in is not documented: one second earlier, and cut here.
            Map<String, JsonFields> trades =
                    new Pages(calls).all(offset -> Calls.tradesHistory(sinceMs - 1_000, offset), "trades");
            for (var entry : trades.entrySet()) {
                TradeReader.Row row = TradeReader.row(entry.getKey(), entry.getValue(), names);
                if (row.fill().filledAtMs() >= sinceMs) {
                    rows.add(row);
                }
            }
            return rows;
        } catch (MalformedJson e) {
            throw new VenueUnavailableException("fills: " + e.getMessage(), e);
        }
    }
}
