package dev.sextant.local.venue.kraken.follow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.backtest.arb.ArbSettings;
import dev.sextant.backtest.arb.ArbWatch;
import dev.sextant.domain.order.Side;
import dev.sextant.ingest.kraken.FeedSettings;
import dev.sextant.ingest.kraken.KrakenFeed;
import dev.sextant.ingest.kraken.KrakenSocket;
import dev.sextant.local.arb.LiveTriangles;
import dev.sextant.local.venue.kraken.KrakenVenueServer;
import dev.sextant.local.venue.kraken.MadeMarket;
import dev.sextant.local.venue.kraken.account.AccountSetup;
import dev.sextant.local.venue.kraken.account.Fees;
import dev.sextant.local.venue.kraken.account.KrakenExchange;
import dev.sextant.local.venue.kraken.account.Order;
import dev.sextant.local.venue.kraken.account.OrderWish;
import dev.sextant.local.venue.kraken.account.Pair;
import dev.sextant.local.venue.kraken.account.Refusal;
import dev.sextant.local.venue.kraken.account.Tier;
import dev.sextant.venues.http.Backoff;
import dev.sextant.venues.kraken.feed.MarketStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One venue over loopback plays Kraken, a second one relays its books, a feed follows the second. Time is stepped. */
@Timeout(120)
class BookRelayTest {

    private static final long START_MS = 1_767_225_600_000L;
    private static final FeedSettings WATCHED = new FeedSettings(10, List.of("USD", "EUR"), Set.of(), 3, 1_000);

    private final ObjectMapper json = new ObjectMapper();
    private final AtomicLong clock = new AtomicLong(START_MS);
    private final MadeMarket market = new MadeMarket(11, START_MS);
    private final FencedSocket toOrigin = new FencedSocket();
    private final FencedSocket toRelay = new FencedSocket();
    private final List<String> notes = new ArrayList<>();
    private final List<JsonNode> found = new ArrayList<>();
    private final KrakenVenueServer origin = new KrakenVenueServer(market, clock::get);
    private final BookRelay relay = new BookRelay(origin.address(), WATCHED, toOrigin, clock::get, clock::get);
    private final ArbWatch watch = new ArbWatch(
            new ArbSettings(
                    1_000,
                    new DetectorLimits(0, 50_000, 60_000, 1_000),
                    List.of("USD", "EUR"),
                    3,
                    false,
                    ArbSettings.Unwind.USUAL,
                    OptionalLong.empty()),
            true,
            text -> found.add(read(text)));
    private final KrakenVenueServer venue;
    private final KrakenSocket feed;
    private final KrakenExchange exchange;

    BookRelayTest() throws InterruptedException {
        hearOrigin();
        assertTrue(relay.books().awaitPairs(Duration.ZERO));
        venue = new KrakenVenueServer(relay.books(), clock::get);
        relay.books().onNews(venue::step);
        feed = new KrakenSocket(
                venue.address(),
                toRelay,
                new KrakenFeed(WATCHED, new LiveTriangles(watch, null, notes::add), () -> 0.5),
                new Backoff(1_000, 30_000),
                clock::get,
                clock::get,
                () -> 0.5);
        exchange = new KrakenExchange(
                venue,
                new AccountSetup(Tier.PRO, Fees.lowestVolume(), Map.of("USD", new BigDecimal("1000000"))),
                START_MS);
    }

    @BeforeEach
    void hearTheBooks() throws InterruptedException {
        steps(20);
        assertEquals(Set.of(MarketStatus.ONLINE), Set.copyOf(statuses()));
        assertEquals(List.of("2026-01-01T00:00:00.020Z  34 pairs, 72 cycles"), notes);
        notes.clear();
    }

    @AfterEach
    void close() {
        feed.close();
        relay.close();
        toRelay.close();
        toOrigin.close();
        venue.close();
        origin.close();
    }

    private void hearOrigin() throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            relay.check();
            toOrigin.hearAll();
        }
    }

    private void hear() throws InterruptedException {
        hearOrigin();
        venue.step();
        feed.check();
        toRelay.hearAll();
    }

    /** Time goes on at both venues. */
    private void steps(int count) throws InterruptedException {
        for (int step = 0; step < count; step++) {
            clock.addAndGet(20);
            origin.step();
            hear();
        }
    }

    private List<MarketStatus> statuses() {
        return venue.pairs().stream().map(venue::status).toList();
    }

    private Pair pair(String symbol) {
        return venue.pairs().stream()
                .filter(pair -> pair.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    private int place(String symbol) {
        return venue.pairs().indexOf(pair(symbol));
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    private Order buy(String symbol, String quantity) {
        return exchange.place(
                new OrderWish(
                        pair(symbol),
                        "",
                        Side.BUY,
                        new BigDecimal(quantity),
                        new BigDecimal("1000000"),
                        true,
                        false,
                        OptionalLong.empty()),
                clock.get());
    }

    @Test
    void theBooksAreTheVenuesAndWhatWasPlantedThereIsFoundHere() throws InterruptedException {
        for (int round = 0; round < 60; round++) {
            steps(20);
            for (int pair = 0; pair < venue.pairs().size(); pair++) {
                for (Side side : Side.values()) {
                    assertArrayEquals(
                            market.levels(pair, side, 10).toArray(),
                            relay.books().levels(pair, side, 10).toArray());
                }
            }
        }
        watch.finish();
        assertEquals(market.pairs(), venue.pairs(), "and their rules");
        assertEquals(List.of(), notes, "every checksum was right");
        assertTrue(market.plants().size() >= 4);
        market.plants()
                .forEach(plant -> assertTrue(
                        found.stream()
                                .anyMatch(one -> one.path("legs")
                                                .findValuesAsText("pair")
                                                .contains(plant.pair())
                                        && one.path("t").asLong() >= plant.fromMs()),
                        () -> plant + " was not found among " + found));
    }

    @Test
    void aWrongChecksumClosesThatPairAloneUntilItsNextSnapshot() throws InterruptedException {
        toOrigin.tamper(text -> text.contains("\"type\":\"update\"") && text.contains("\"symbol\":\"ETH/USD\"")
                ? text.replaceAll("\"checksum\":[0-9]+", "\"checksum\":1")
                : text);
        while (venue.status(pair("ETH/USD")) == MarketStatus.ONLINE) {
            steps(1);
        }
        List<String> closed = venue.pairs().stream()
                .filter(each -> venue.status(each) != MarketStatus.ONLINE)
                .map(Pair::symbol)
                .toList();
        assertEquals(List.of("ETH/USD"), closed);
        assertTrue(notes.getLast().endsWith("ETH/USD is cancel_only"), notes::toString);
        assertEquals(
                "EService:Market in cancel_only mode",
                assertThrows(Refusal.class, () -> buy("ETH/USD", "0.01")).words());
        assertEquals(List.of(), venue.take(pair("ETH/USD"), Side.BUY, new BigDecimal(9_999), BigDecimal.ONE));
        assertEquals(Order.Status.CLOSED, buy("BTC/USD", "0.001").status(), "another pair trades");
        toOrigin.tamper(text -> text);
        steps(40);
        assertEquals(MarketStatus.ONLINE, venue.status(pair("ETH/USD")), "subscribed again after half a second");
        assertEquals(Order.Status.CLOSED, buy("ETH/USD", "0.01").status());
    }

    @Test
    void booksOfWhichNothingIsHeardTradeNothing() throws InterruptedException {
        clock.addAndGet(RelayedBooks.SILENCE_MS);
        venue.step();
        assertEquals(Set.of(MarketStatus.ONLINE), Set.copyOf(statuses()), "a heartbeat may be late");
        clock.addAndGet(1);
        venue.step();
        assertEquals(Set.of(MarketStatus.CANCEL_ONLY), Set.copyOf(statuses()));
        for (Pair pair : venue.pairs()) {
            assertEquals(List.of(), venue.take(pair, Side.BUY, new BigDecimal(1_000_000), BigDecimal.ONE));
        }
        assertThrows(Refusal.class, () -> buy("BTC/USD", "0.001"));
        steps(2);
        assertEquals(Set.of(MarketStatus.ONLINE), Set.copyOf(statuses()));
    }

    @Test
    void aConnectionThatBreaksClosesAllAndTheNextOneOpensThem() throws InterruptedException {
        toOrigin.cut();
        assertEquals(Set.of(MarketStatus.CANCEL_ONLY), Set.copyOf(statuses()));
        assertThrows(Refusal.class, () -> buy("BTC/USD", "0.001"));
        steps(100);
        assertEquals(Set.of(MarketStatus.ONLINE), Set.copyOf(statuses()));
        assertEquals(Order.Status.CLOSED, buy("BTC/USD", "0.001").status());
    }

    @Test
    void whatIsTakenIsGoneUntilTheVenueTellsTheLevelAnew() throws InterruptedException {
        int place = place("BTC/USD");
        long[] best = market.levels(place, Side.SELL, 1).getFirst();
        BigDecimal all = BigDecimal.valueOf(best[1], pair("BTC/USD").quantityDigits());
        assertEquals(all, buy("BTC/USD", all.toPlainString()).filled().setScale(all.scale()));
        assertTrue(relay.books().levels(place, Side.SELL, 1).getFirst()[0] > best[0], "the level is gone here");
        assertEquals(best[0], market.levels(place, Side.SELL, 1).getFirst()[0], "and not there");
        steps(200);
        assertArrayEquals(
                market.levels(place, Side.SELL, 1).getFirst(),
                relay.books().levels(place, Side.SELL, 1).getFirst());
    }

    @Test
    void booksThatAreTradedAgainstKeepTheirChecksums() throws InterruptedException {
        Random random = new Random(3);
        for (int step = 0; step < 300; step++) {
            Pair pair = venue.pairs().get(random.nextInt(venue.pairs().size()));
            boolean buys = random.nextBoolean();
            BigDecimal limit = buys ? new BigDecimal(1_000_000) : pair.tick();
            BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(1_000_000_000), pair.quantityDigits());
            venue.take(pair, buys ? Side.BUY : Side.SELL, limit, quantity);
            steps(1);
        }
        assertEquals(List.of(), notes);
    }
}
