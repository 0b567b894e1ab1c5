package dev.sextant.local.venue.kraken;

import dev.sextant.domain.order.Side;
import dev.sextant.local.venue.kraken.account.Market;
import dev.sextant.local.venue.kraken.account.Pair;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.java_websocket.WebSocket;

/**
 * Trades and tickers of the venue on loopback: what orders take from its books is told to those who subscribed to that. Guarded
 * by the server's monitor.
 */
final class PublicNews {

    static final String TRADE = "trade";
    static final String TICKER = "ticker";

    private static final int KEPT = 50;

    /** One execution. */
    record Traded(Side taker, BigDecimal price, BigDecimal quantity, long number, long atMs) {}

    /** Since the venue began. */
    private static final class Day {
        private final Deque<Traded> trades = new ArrayDeque<>();
        private NewsTexts.Sums sums = NewsTexts.Sums.NONE;
        private long number;
    }

    private final VenueBooks books;
    private final List<Pair> pairs;
    private final BiConsumer<WebSocket, String> send;
    private final List<Day> days = new ArrayList<>();
    private final Map<WebSocket, Set<String>> subscribed = new HashMap<>();

    PublicNews(VenueBooks books, BiConsumer<WebSocket, String> send) {
        this.books = books;
        this.pairs = books.pairs();
        this.send = send;
        pairs.forEach(_ -> days.add(new Day()));
    }

    void subscribe(WebSocket socket, String channel, int pair, boolean snapshot, long nowMs) {
        if (subscribed.computeIfAbsent(socket, _ -> new HashSet<>()).add(key(channel, pair)) && snapshot) {
            send.accept(
                    socket,
                    channel.equals(TRADE)
                            ? NewsTexts.trades("snapshot", symbol(pair), List.copyOf(days.get(pair).trades))
                            : ticker("snapshot", pair, nowMs));
        }
    }

    void unsubscribe(WebSocket socket, String channel, int pair) {
        subscribed.getOrDefault(socket, new HashSet<>()).remove(key(channel, pair));
    }

    void left(WebSocket socket) {
        subscribed.remove(socket);
    }

    /** Somebody took these levels; the book is as it was left. */
    void traded(int pair, Side taker, List<Market.Taken> levels, long nowMs) {
        if (levels.isEmpty()) {
            return;
        }
        Day day = days.get(pair);
        List<Traded> fresh = new ArrayList<>();
        for (Market.Taken level : levels) {
            Traded trade = new Traded(taker, level.price(), level.quantity(), ++day.number, nowMs);
            fresh.add(trade);
            day.trades.add(trade);
            day.sums = day.sums.with(trade);
        }
        while (day.trades.size() > KEPT) {
            day.trades.removeFirst();
        }
        tell(TRADE, pair, NewsTexts.trades("update", symbol(pair), fresh));
        tell(TICKER, pair, ticker("update", pair, nowMs));
    }

    private void tell(String channel, int pair, String text) {
        subscribed.forEach((socket, keys) -> {
            if (keys.contains(key(channel, pair))) {
                send.accept(socket, text);
            }
        });
    }

    private String ticker(String type, int pair, long nowMs) {
        List<long[]> bids = books.levels(pair, Side.BUY, 1);
        List<long[]> asks = books.levels(pair, Side.SELL, 1);
        return NewsTexts.ticker(type, pairs.get(pair), bids, asks, days.get(pair).sums, nowMs);
    }

    private String symbol(int pair) {
        return pairs.get(pair).symbol();
    }

    private static String key(String channel, int pair) {
        return channel + " " + pair;
    }
}
