package dev.sextant.local.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.PrivateEvent;
import dev.sextant.domain.venue.PrivateMessage;
import dev.sextant.domain.venue.VenueOrder.Status;
import dev.sextant.ingest.account.PrivateFeeds;
import dev.sextant.ingest.account.PrivateInbox;
import dev.sextant.ingest.inbox.Inbox;
import dev.sextant.ingest.inbox.Input;
import dev.sextant.venues.binance.trade.BinanceTradingVenue;
import dev.sextant.venues.binance.trade.BinanceVenues;
import dev.sextant.venues.binance.trade.PrivateMessages;
import dev.sextant.venues.http.JdkHttpGet;
import dev.sextant.venues.http.JdkSocketConnector;
import dev.sextant.venues.http.MonotonicClock;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The adapter's listen keys and the ingest's private feed against the venue server. */
class PrivateFeedsOverLoopbackTest extends StandingMarket {

    private static final Account PAPER = new Account("paper-main");

    private final Inbox inbox = new Inbox(1_000);
    private final List<Input> seen = new ArrayList<>();
    private volatile Optional<String> key = Optional.empty();

    @Test
    void anOrdersNewsComesThroughAndAnEndedKeyIsFollowedByAnother() throws Exception {
        try (BinanceTradingVenue adapter = adapter();
                HttpClient http = JdkHttpGet.newClient(Duration.ofSeconds(5));
                PrivateFeeds feeds = feeds(http)) {
            String first = adapter.mint();
            assertEquals(first, adapter.mint(), "one key at a time");
            key = Optional.of(first);
            awaitAnsweredPing(feeds);

            ok("POST", "/fapi/v1/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.010");
            var filled = (Input.Private) await(feeds, input -> orderIs(input, Status.FILLED));
            var update = assertInstanceOf(PrivateMessage.OrderUpdate.class, read(filled.event()));
            assertEquals("0.01", update.execution().orElseThrow().quantity().toString());
            assertFalse(update.lacksDetail());
            await(
                    feeds,
                    input -> input instanceof Input.Private(PrivateEvent event)
                            && read(event) instanceof PrivateMessage.AccountUpdate);

            listenKey("DELETE");
            await(feeds, Input.PrivateLost.class::isInstance);
            assertFalse(adapter.extend(), "the venue knows no key any more");
            String second = adapter.mint();
            assertNotEquals(first, second);
            assertTrue(adapter.extend());
            key = Optional.of(second);
            await(feeds, Input.PrivateAlive.class::isInstance);
        }
    }

    private static PrivateMessage read(PrivateEvent event) {
        return PrivateMessages.read(event.payload());
    }

    private static boolean orderIs(Input input, Status status) {
        return input instanceof Input.Private(PrivateEvent event)
                && read(event) instanceof PrivateMessage.OrderUpdate(var order, var _, var _)
                && order.status() == status;
    }

    private BinanceTradingVenue adapter() {
        return BinanceVenues.fromEnvironment(Map.of(
                "SEXTANT_VENUE_REST", floor.server.httpUri().toString(),
                "SEXTANT_VENUE_CLOCK", "venue",
                "SEXTANT_VENUE_API_KEY", RestClient.KEY.key(),
                "SEXTANT_VENUE_API_SECRET", RestClient.KEY.secret()));
    }

    private PrivateFeeds feeds(HttpClient http) {
        return new PrivateFeeds(
                List.of(PAPER),
                Optional.of(floor.server.wsUri() + "/private/ws/"),
                false,
                account -> key,
                new JdkSocketConnector(http, Duration.ofSeconds(5), 1 << 20),
                new PrivateInbox(inbox),
                MonotonicClock.system(),
                () -> 0.1);
    }

    /** The first sign of life is the handshake; only a pong shows that the server counts the connection among its own. */
    private void awaitAnsweredPing(PrivateFeeds feeds) throws InterruptedException {
        await(feeds, Input.PrivateAlive.class::isInstance);
        await(feeds, Input.PrivateAlive.class::isInstance);
    }

    /** Does what the ingest's threads do until something arrives, for ten seconds at most. */
    private Input await(PrivateFeeds feeds, Predicate<Input> wanted) throws InterruptedException {
        long untilNanos = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < untilNanos) {
            feeds.readKeys();
            feeds.check();
            for (Input input : inbox.take(1, 20)) {
                seen.add(input);
                if (wanted.test(input)) {
                    return input;
                }
            }
        }
        throw new AssertionError("it did not come; there were " + seen);
    }
}
