package dev.sextant.ingest.health;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.ingest.lease.Lease;
import dev.sextant.ingest.sink.FrameTotals;
import dev.sextant.ingest.spill.SpillFigures;
import dev.sextant.ingest.store.ClockOffset;
import dev.sextant.ingest.trade.SymbolFeed;
import dev.sextant.venues.binance.market.MarketEvent.TopOfBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The health page's body, and the status on the desk's board: {@code feeds} as the HTTP API shows them, with more
 * beside. Ages and times named {@code …_ms} in milliseconds; prices and quantities as decimal text.
 */
public final class HealthJson {

    private HealthJson() {}

    public static String of(Health health, TopOfBooks tops) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("state", health.phase().name());
        page.put("note", health.note());
        page.put("last_tick_ms", health.lastTickMs());
        page.put("last_event_age_ms", health.lastEventAgeMs());
        page.put("buffered", health.sending().waiting());
        page.put("failed_puts", health.sending().failedPuts());
        page.put("failed_polls", health.failedPolls());
        page.put("malformed", health.malformedCount() + tops.malformed());
        page.put("implausible_times", health.implausibleTimeCount());
        page.put("reconnects", health.reconnects() + tops.losses());
        spill(page.putObject("spill"), health.spilled(), health.spillLost());
        lease(page, health.lease(), health.sending().ticksWithheld());
        clock(page, health.clockOffset());
        ArrayNode feeds = page.putArray("feeds");
        Map<Symbol, TopOfBook> latest = tops.latest();
        health.symbols().forEach((symbol, figures) -> {
            ObjectNode feed = feeds.addObject().put("symbol", symbol.name());
            feed.put("state", health.phase().name());
            feed.put("age_ms", figures.lastEventAgeMs(health.nowMs()));
            feed.put("received_chars", figures.received());
            feed.put("malformed", health.malformedCount());
            feed.put("reconnects", health.reconnects());
            figures(feed, figures.figures());
            sent(feed, figures.sent());
            top(feed, latest.get(symbol));
        });
        return page.toString();
    }

    private static void spill(ObjectNode spill, SpillFigures figures, long lost) {
        spill.put("records", figures.records());
        spill.put("bytes", figures.bytes());
        spill.put("oldest_age_ms", figures.oldestAgeMs());
        spill.put("ever_spilled", figures.everSpilled());
        spill.put("lost_records", lost);
        spill.put("files_aside", figures.filesAside());
        spill.put("trouble", figures.trouble());
    }

    private static void lease(ObjectNode page, @Nullable Lease lease, long ticksWithheld) {
        page.put("ticks_withheld", ticksWithheld);
        if (lease != null) {
            ObjectNode told = page.putObject("lease");
            told.put("epoch", lease.epoch());
            told.put("owner", lease.owner());
            told.put("held", lease.isHeld());
            told.put("holder", lease.last().holder());
            told.put("holder_epoch", lease.last().holderEpoch());
        }
    }

    private static void clock(ObjectNode page, @Nullable ClockOffset offset) {
        if (offset != null) {
            page.put("time_drift_seconds", BigDecimal.valueOf(offset.offsetMs(), 3));
            page.put("time_drift_level", offset.level().name());
            page.put("clock_measured_at_ms", offset.measuredAtMs());
        }
    }

    private static void figures(ObjectNode feed, SymbolFeed.@Nullable Figures figures) {
        if (figures == null) {
            return;
        }
        feed.put("last_agg_id", figures.lastId());
        feed.put(
                "last_trade_at",
                figures.lastTradeMs() == 0
                        ? null
                        : Instant.ofEpochMilli(figures.lastTradeMs()).toString());
        feed.put("watermark_ms", figures.watermarkMs());
        feed.put("trades", figures.trades());
        feed.put("frames", figures.frames());
        feed.put("gaps", figures.gapsFilled() + figures.gapsDeclared());
        feed.put("gaps_unfilled", figures.gapsDeclared());
        feed.put("duplicates", figures.duplicates());
        feed.put("implausible_ids", figures.implausible());
        feed.put("held", figures.held());
    }

    private static void sent(ObjectNode feed, FrameTotals sent) {
        feed.put("frames_sent", sent.frames());
        feed.put("trades_sent", sent.trades());
        feed.put("frame_bytes", sent.bytes());
        if (sent.trades() > 0) {
            BigDecimal perTrade =
                    BigDecimal.valueOf(sent.bytes()).divide(BigDecimal.valueOf(sent.trades()), 2, RoundingMode.HALF_UP);
            feed.put("frame_bytes_per_trade", perTrade);
        }
    }

    private static void top(ObjectNode feed, @Nullable TopOfBook top) {
        if (top != null) {
            feed.put("bid", E8.print(top.bidE8()));
            feed.put("bid_quantity", E8.print(top.bidQtyE8()));
            feed.put("ask", E8.print(top.askE8()));
            feed.put("ask_quantity", E8.print(top.askQtyE8()));
            feed.put("top_of_book_ms", top.eventTimeMs());
        }
    }
}
