package dev.sextant.ingest.kraken;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.kraken.feed.KrakenMessage;
import dev.sextant.venues.kraken.feed.KrakenRequests;
import dev.sextant.venues.kraken.feed.KrakenRequests.TickerTrigger;
import dev.sextant.venues.kraken.feed.PublicTrade;
import dev.sextant.venues.kraken.feed.Ticker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;

/** Trades and tickers of the pairs whose books are followed: subscribed to where that is wanted, and kept as last told. */
final class FeedNews {

    private final Set<NewsChannel> wanted;
    private final FeedCounts counts;
    private final Map<Symbol, PairNews> pairs = new HashMap<>();
    private final Map<Long, NewsChannel> requests = new HashMap<>();

    FeedNews(Set<NewsChannel> wanted, FeedCounts counts) {
        this.wanted = wanted;
        this.counts = counts;
    }

    private PairNews of(Symbol pair) {
        return pairs.computeIfAbsent(pair, _ -> new PairNews());
    }

    /** The connection is new. */
    void reset() {
        requests.clear();
        pairs.values().forEach(PairNews::reset);
    }

    /** Asks for what is due of the pairs whose books are live, so many at a time. */
    void request(KrakenFeed.Wire to, KrakenBooks books, int most, LongSupplier ids, long nowMs) {
        for (NewsChannel channel : wanted) {
            List<Symbol> due = new ArrayList<>();
            for (int market = 0; market < books.count() && due.size() < most; market++) {
                Symbol pair = books.rules(market).symbol();
                if (books.feed(market).isLive() && of(pair).isDue(channel, nowMs)) {
                    due.add(pair);
                    of(pair).asked(channel, nowMs);
                }
            }
            if (!due.isEmpty()) {
                long id = ids.getAsLong();
                requests.put(id, channel);
                to.send(
                        switch (channel) {
                            case TRADE -> KrakenRequests.subscribeTrades(due, true, id);
                            case TICKER -> KrakenRequests.subscribeTickers(due, TickerTrigger.TRADES, id);
                        });
            }
        }
    }

    /** Whether an answer was about one of these channels; if so it has been taken. */
    boolean granted(KrakenMessage.Acknowledged granted) {
        Optional<NewsChannel> channel = NewsChannel.of(granted.channel());
        channel.ifPresent(of -> granted.symbol().ifPresent(pair -> of(pair).granted(of)));
        return channel.isPresent();
    }

    /** The same of a refusal, which names no channel but the request. */
    boolean refused(KrakenMessage.Refused refused) {
        OptionalLong id = refused.reqId();
        NewsChannel channel = id.isPresent() ? requests.get(id.getAsLong()) : null;
        if (channel == null) {
            return false;
        }
        refused.symbol().ifPresent(pair -> of(pair).refused(channel));
        return true;
    }

    void take(KrakenMessage.Trades told) {
        for (PublicTrade trade : told.trades()) {
            counts.trades++;
            PairNews news = of(trade.symbol());
            news.granted(NewsChannel.TRADE);
            if (!news.take(trade, told.snapshot())) {
                counts.tradeGaps++;
            }
        }
    }

    void take(KrakenMessage.Tickers told) {
        for (Ticker ticker : told.tickers()) {
            counts.tickers++;
            of(ticker.symbol()).granted(NewsChannel.TICKER);
            of(ticker.symbol()).take(ticker);
        }
    }

    /** How each pair is. */
    List<PairStatus> status(KrakenBooks books, long nowMs) {
        List<PairStatus> all = new ArrayList<>();
        for (int market = 0; market < books.count(); market++) {
            Symbol pair = books.rules(market).symbol();
            all.add(of(pair).status(
                            pair.name(),
                            books.feed(market).isLive(),
                            books.universe.graph().market(market).feePpm(),
                            nowMs));
        }
        return all;
    }
}
