package dev.sextant.ingest.inbox;

import dev.sextant.venues.binance.market.MarketEvent;
import dev.sextant.venues.binance.market.socket.MarketListener;
import dev.sextant.venues.http.MonotonicClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what the market socket tells into the {@link Inbox}. */
public final class InboxListener implements MarketListener {

    private static final Logger LOG = LoggerFactory.getLogger(InboxListener.class);

    private final Inbox inbox;
    private final MonotonicClock clock;

    public InboxListener(Inbox inbox, MonotonicClock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public void onConnected() {
        LOG.info("the market streams flow");
        inbox.tell(new Input.Connected());
    }

    @Override
    public void onRotated() {
        LOG.info("a younger market connection took over");
    }

    @Override
    public void onEvent(MarketEvent event, int chars) {
        inbox.put(new Input.Event(event, chars, clock.nowMs()));
    }

    @Override
    public void onMalformed(String reason) {
        LOG.warn("dropped a market message: {}", reason);
        inbox.tell(new Input.Malformed(reason));
    }

    @Override
    public void onLost(String reason) {
        LOG.warn("the market streams are down: {}", reason);
        inbox.tell(new Input.Lost(reason));
    }
}
