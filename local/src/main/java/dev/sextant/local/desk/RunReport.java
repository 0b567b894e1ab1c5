package dev.sextant.local.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a run came to; the last line of {@code sextant up --for}.
 *
 * @param tradesIn aggregate trades that came in over this state's life: of a replay, those the venue has played since the
 *     capture's beginning; of a live market, those the exchange numbered from the first stored to the last taken
 * @param tradesStored of those, the ones in the store
 * @param duplicated trades stored more than once
 * @param frames frames the ingest has put on the stream in this run
 * @param frameBytes their bytes
 * @param framedTrades the trades in them
 * @param orders of the decisions; those of plans are not among them
 * @param fills of these orders
 * @param plans triangles that were traded to their end
 * @param unknownOrders sent, and nobody has found out what became of them
 * @param quarantinedOrders not found at the venue though its open orders and position agree with that; counted as never
 *     placed after the quarantine, and their risk stays reserved until then
 */
public record RunReport(
        long tradesIn,
        long tradesStored,
        long duplicated,
        long frames,
        long frameBytes,
        long framedTrades,
        long indicatorRows,
        long decisions,
        long signals,
        long orders,
        long fills,
        long plans,
        long openOrders,
        long unknownOrders,
        long quarantinedOrders,
        long positionMismatch,
        BigDecimal wallSeconds) {

    /** Trades that came in and are not stored. */
    public long lost() {
        return tradesIn - tradesStored + duplicated;
    }

    /** True when nothing was lost, doubled or mismatched. */
    public boolean sound() {
        return lost() == 0 && duplicated == 0 && unknownOrders == 0 && positionMismatch == 0;
    }

    /** One line of JSON. Field names are a contract: scripts read them. */
    public String json() {
        BigDecimal perTrade = framedTrades == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(frameBytes).divide(BigDecimal.valueOf(framedTrades), 2, RoundingMode.HALF_UP);
        return JsonNodeFactory.instance
                .objectNode()
                .put("trades_in", tradesIn)
                .put("trades_stored", tradesStored)
                .put("lost", lost())
                .put("duplicated", duplicated)
                .put("frames", frames)
                .put("frame_bytes_per_trade", perTrade)
                .put("indicator_rows", indicatorRows)
                .put("decisions", decisions)
                .put("signals", signals)
                .put("orders", orders)
                .put("fills", fills)
                .put("plans", plans)
                .put("open_orders", openOrders)
                .put("unknown_orders", unknownOrders)
                .put("quarantined_orders", quarantinedOrders)
                .put("position_mismatch", positionMismatch)
                .put("wall_s", wallSeconds)
                .toString();
    }
}
