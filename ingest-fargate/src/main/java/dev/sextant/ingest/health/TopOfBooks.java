package dev.sextant.ingest.health;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.binance.market.MarketEvent;
import dev.sextant.venues.binance.market.MarketEvent.TopOfBook;
import dev.sextant.venues.binance.market.socket.MarketListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest best bid and ask of each symbol, from the public streams. For looking at only: frames and ticks come from
 * the market streams, because two sockets have no common order.
 */
public final class TopOfBooks implements MarketListener {

    private static final Logger LOG = LoggerFactory.getLogger(TopOfBooks.class);

    private final Map<Symbol, TopOfBook> latest = new ConcurrentHashMap<>();
    private final AtomicLong malformed = new AtomicLong();
    private final AtomicLong losses = new AtomicLong();

    /** The latest of a symbol, by update id. */
    public Map<Symbol, TopOfBook> latest() {
        return Map.copyOf(latest);
    }

    public long malformed() {
        return malformed.get();
    }

    public long losses() {
        return losses.get();
    }

    @Override
    public void onEvent(MarketEvent event, int chars) {
        if (event instanceof TopOfBook top) {
            latest.merge(top.symbol(), top, (old, news) -> news.updateId() > old.updateId() ? news : old);
        }
    }

    @Override
    public void onConnected() {
        // Update ids may begin anew after a maintenance.
        latest.clear();
    }

    @Override
    public void onRotated() {
        LOG.info("a younger public connection took over");
    }

    @Override
    public void onMalformed(String reason) {
        malformed.incrementAndGet();
        LOG.warn("dropped a public message: {}", reason);
    }

    @Override
    public void onLost(String reason) {
        losses.incrementAndGet();
        latest.clear();
        LOG.warn("the public streams are down: {}", reason);
    }
}
