package dev.sextant.local.venue.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sextant.local.venue.play.VenueCore;
import dev.sextant.local.venue.wire.Decimals;
import dev.sextant.local.venue.wire.Json;
import dev.sextant.venues.sim.VenueQueries;
import dev.sextant.venues.sim.order.Fill;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The account's income: transfers, fundings, and profit and fee of each fill; oldest first. */
final class Income {

    private static final int MOST = 1_000;
    private static final long DEFAULT_SPAN_MS = 7 * 24 * 3_600_000L;

    private final VenueCore core;
    private final String asset;

    Income(VenueCore core, String asset) {
        this.core = core;
        this.asset = asset;
    }

    /** @param id unique within the type */
    private record Line(String type, String symbol, long id, long amountE8, String tradeId, long timeMs) {}

    /** As many as the limit from the start on. */
    JsonNode rows(Params params) {
        int limit = params.limit(100, MOST);
        long startMs = params.number("startTime").orElse(core.nowMs() - DEFAULT_SPAN_MS);
        long endMs = params.number("endTime").orElse(Long.MAX_VALUE);
        String type = params.text("incomeType");
        ArrayNode rows = Json.array();
        core.query(Income::lines).stream()
                .filter(line -> line.timeMs() >= startMs && line.timeMs() <= endMs && isOf(line, type))
                .sorted(Comparator.comparingLong(Line::timeMs))
                .limit(limit)
                .forEach(line -> rows.addObject()
                        .put("symbol", line.symbol())
                        .put("incomeType", line.type())
                        .put("income", Decimals.eight(line.amountE8()))
                        .put("asset", asset)
                        .put("info", line.type())
                        .put("time", line.timeMs())
                        .put("tranId", line.id())
                        .put("tradeId", line.tradeId()));
        return rows;
    }

    private static boolean isOf(Line line, @Nullable String type) {
        return type == null || type.equals(line.type());
    }

    private static List<Line> lines(VenueQueries state) {
        List<Line> lines = new ArrayList<>();
        state.transfers().forEach(t -> lines.add(new Line("TRANSFER", "", t.id(), t.amountE8(), "", t.timeMs())));
        state.fundings()
                .forEach(f ->
                        lines.add(new Line("FUNDING_FEE", f.symbol().name(), f.id(), f.amountE8(), "", f.timeMs())));
        for (Fill fill : state.fills()) {
            if (fill.realizedE8() != 0) {
                lines.add(ofFill("REALIZED_PNL", fill, fill.realizedE8()));
            }
            lines.add(ofFill("COMMISSION", fill, -fill.feeE8()));
        }
        return lines;
    }

    private static Line ofFill(String type, Fill fill, long amountE8) {
        long id = fill.tradeId();
        return new Line(type, fill.symbol().name(), id, amountE8, Long.toString(id), fill.timeMs());
    }
}
