package dev.sextant.ingest.health;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.ingest.store.ClockOffset;
import dev.sextant.ingest.trade.SymbolFeed;
import dev.sextant.venues.binance.market.MarketEvent.TopOfBook;
import java.math.BigDecimal;
import java.util.Map;

/** The health page's body. Times in milliseconds; prices and quantities as decimal text. */
final class HealthJson {

    private HealthJson() {}

    static String of(Health health, TopOfBooks tops) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("state", health.phase().name());
        page.put("note", health.note());
        page.put("last_tick_ms", health.lastTickMs());
        page.put("last_event_age_ms", health.lastEventAgeMs());
        page.put("buffered", health.buffered());
        page.put("failed_puts", health.failedPuts());
        page.put("failed_polls", health.failedPolls());
        page.put("malformed", health.malformedCount() + tops.malformed());
        page.put("implausible_times", health.implausibleTimeCount());
        page.put("reconnects", health.reconnects() + tops.losses());
        clock(page, health.clockOffset());
        ObjectNode symbols = page.putObject("symbols");
        Map<Symbol, TopOfBook> latest = tops.latest();
        health.symbols().forEach((symbol, figures) -> {
            ObjectNode node = symbols.putObject(symbol.name());
            symbol(node, figures, health.nowMs());
            TopOfBook top = latest.get(symbol);
            if (top != null) {
                top(node, top);
            }
        });
        return page.toString();
    }

    private static void clock(ObjectNode page, @org.jspecify.annotations.Nullable ClockOffset offset) {
        if (offset != null) {
            page.put("time_drift_seconds", BigDecimal.valueOf(offset.offsetMs(), 3));
            page.put("time_drift_level", offset.level().name());
            page.put("clock_measured_at_ms", offset.measuredAtMs());
        }
    }

    private static void symbol(ObjectNode node, SymbolHealth health, long nowMs) {
        node.put("last_event_age_ms", health.lastEventAgeMs(nowMs));
        node.put("bytes", health.bytes());
        SymbolFeed.Figures figures = health.figures();
        if (figures != null) {
            node.put("last_id", figures.lastId());
            node.put("watermark_ms", figures.watermarkMs());
            node.put("trades", figures.trades());
            node.put("frames", figures.frames());
            node.put("gaps_filled", figures.gapsFilled());
            node.put("gaps_declared", figures.gapsDeclared());
            node.put("duplicates_dropped", figures.duplicates());
            node.put("implausible_dropped", figures.implausible());
            node.put("held", figures.held());
        }
    }

    private static void top(ObjectNode node, TopOfBook top) {
        node.put("bid", E8.print(top.bidE8()));
        node.put("bid_quantity", E8.print(top.bidQtyE8()));
        node.put("ask", E8.print(top.askE8()));
        node.put("ask_quantity", E8.print(top.askQtyE8()));
        node.put("top_of_book_ms", top.eventTimeMs());
    }
}
