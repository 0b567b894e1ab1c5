package dev.sextant.ingest.opportunity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.arbitrage.detect.Ending;
import dev.sextant.ingest.kraken.FeedStatus;
import dev.sextant.ingest.kraken.PairStatus;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the watch is, as the API shows it: what is watched, the feed's counters, and what was none by reason. */
final class WatchStatus {

    /** Of the many pairs of all assets the first are enough to look at. */
    private static final int MOST_MARKETS = 200;

    private WatchStatus() {}

    static String json(
            String venue,
            WatchSettings settings,
            FeedStatus feed,
            OpportunityFeed books,
            OpportunityRecorder recorder,
            ChangeQueue changes) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("venue", venue);
        json.put("synthetic", settings.synthetic());
        json.put("connected", feed.connected());
        json.put("pairs", books.pairs().orElse(0));
        json.put("live_books", feed.liveBooks());
        json.put("cycles", books.cycles());
        settings(json.putObject("settings"), settings);
        ObjectNode counts = json.putObject("feed");
        counts.put("connections", feed.connections());
        counts.put("messages", feed.messages());
        counts.put("book_messages", feed.bookMessages());
        counts.put("wrong_checksums", feed.wrongChecksums());
        counts.put("crossed", feed.crossed());
        counts.put("unreadable", feed.unreadable());
        counts.put("refused", feed.refused());
        counts.put("resubscribed", feed.resubscribed());
        counts.put("stalls", feed.stalls());
        counts.put("trades", feed.trades());
        counts.put("tickers", feed.tickers());
        counts.put("trade_gaps", feed.tradeGaps());
        counts.put("unanswered_pings", feed.unansweredPings());
        feed.roundTripMs().ifPresent(ms -> counts.put("round_trip_ms", ms));
        ArrayNode markets = json.putArray("markets");
        feed.pairs().stream().limit(MOST_MARKETS).forEach(pair -> market(markets.addObject(), pair));
        ObjectNode missed = json.putObject("missed");
        for (Ending why : Ending.values()) {
            if (why != Ending.NO_EDGE) {
                missed.put(why.name().toLowerCase(Locale.ROOT), books.missed().getOrDefault(why, 0L));
            }
        }
        json.put("opportunities", recorder.minted());
        json.put("left_to_others", recorder.leftToOthers());
        json.put("changes_lost", changes.dropped());
        return json.toString();
    }

    private static void market(ObjectNode json, PairStatus pair) {
        json.put("pair", pair.pair());
        json.put("live", pair.isLive());
        json.put("fee_bps", bps(pair.feePpm()));
        json.put("last", text(pair.last()));
        json.put("last_qty", text(pair.lastQuantity()));
        json.put(
                "trade_age_ms",
                pair.tradeAgeMs().isPresent() ? pair.tradeAgeMs().getAsLong() : null);
        json.put("bid", text(pair.bid()));
        json.put("ask", text(pair.ask()));
    }

    private static @Nullable String text(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse(null);
    }

    private static void settings(ObjectNode json, WatchSettings settings) {
        json.put("depth", settings.feed().depth());
        settings.feed().starts().forEach(json.putArray("starts")::add);
        settings.feed().assets().stream().sorted().forEach(json.putArray("assets")::add);
        json.put("legs", settings.feed().mostLegs());
        json.put("fee_bps", bps(settings.feed().feePpm()));
        json.put("buffer_bps", bps(settings.limits().bufferPpm()));
        json.put("max_edge_bps", bps(settings.limits().maxEdgePpm()));
        json.put("haircut_bps", bps(settings.haircutPpm()));
        json.put(
                "max_notional",
                BigDecimal.valueOf(settings.limits().maxNotional())
                        .stripTrailingZeros()
                        .toPlainString());
        json.put("stale_ms", settings.limits().staleMs());
    }

    private static BigDecimal bps(int ppm) {
        return BigDecimal.valueOf(ppm, 2).stripTrailingZeros();
    }
}
