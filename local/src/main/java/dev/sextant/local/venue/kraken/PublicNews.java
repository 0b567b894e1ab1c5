package dev.sextant.local.venue.kraken;

import dev.sextant.domain.order.Side;
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
 * Trades and tickers of the made-up venue: what orders take from its books is told to those who subscribed to that. Guarded
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

    private final MadeMarket market;
    private final BiConsumer<WebSocket, String> send;
    private final List<Day> days = new ArrayList<>();
    private final Map<WebSocket, Set<String>> subscribed = new HashMap<>();

    PublicNews(MadeMarket market, BiConsumer<WebSocket, String> send) {
        this.market = market;
        this.send = send;
        market.pairs().forEach(_ -> days.add(new Day()));
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
    void traded(int pair, Side taker, List<long[]> levels, long nowMs) {
        if (levels.isEmpty()) {
            return;
        }
        Day day = days.get(pair);
        List<Traded> fresh = new ArrayList<>();
        for (long[] level : levels) {
            Traded trade = new Traded(
                    taker,
                    BigDecimal.valueOf(level[0], market.pairs().get(pair).priceDigits()),
                    BigDecimal.valueOf(level[1], MadePair.QUANTITY_DIGITS),
                    ++day.number,
                    nowMs);
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
        MadePair rules = market.pairs().get(pair);
        Map.Entry<Long, Long> bid = market.bids(pair).lastEntry();
        Map.Entry<Long, Long> ask = market.asks(pair).firstEntry();
        return NewsTexts.ticker(type, rules, bid, ask, days.get(pair).sums, nowMs);
    }

    private String symbol(int pair) {
        return market.pairs().get(pair).symbol();
    }

    private static String key(String channel, int pair) {
        return channel + " " + pair;
    }
}
