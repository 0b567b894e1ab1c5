package dev.sextant.local.venue.kraken.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.backtest.arb.ArbRun;
import dev.sextant.backtest.arb.ArbSettings;
import dev.sextant.backtest.arb.ArbWatch;
import dev.sextant.backtest.arb.PlayedBooks;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Side;
import dev.sextant.ingest.kraken.FeedSettings;
import dev.sextant.ingest.kraken.KrakenFeed;
import dev.sextant.ingest.kraken.KrakenSocket;
import dev.sextant.local.arb.LiveTriangles;
import dev.sextant.local.venue.kraken.KrakenVenueServer;
import dev.sextant.local.venue.kraken.account.Pair;
import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookEvent;
import dev.sextant.recordings.book.BookFile;
import dev.sextant.recordings.book.BookRow;
import dev.sextant.venues.http.Backoff;
import dev.sextant.venues.http.SocketListener;
import dev.sextant.venues.kraken.feed.BookLevel;
import dev.sextant.venues.kraken.feed.KrakenMessage;
import dev.sextant.venues.kraken.feed.KrakenParser;
import dev.sextant.venues.kraken.feed.KrakenRequests;
import dev.sextant.venues.kraken.feed.MarketStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Recorded books over the socket are those of a replay: the same books, checksums and opportunities. */
@Timeout(120)
class CapturedBooksTest {

    private static final String V1 = "kraken-ws1-book/10pairs-20210417T1648Z.book1000.raw.txt.gz";
    private static final String V2 = "kraken-ws2-book/btcusd-depth10-20260719T1754Z.raw.ndjson.gz";
    private static final String GEMINI = "gemini-ws-l2-triangle/10pairs-20210417T1645Z.ws.raw.txt.gz";
    private static final long UNTOLD = 0;

    private final ObjectMapper json = new ObjectMapper();
    private final AtomicLong clock = new AtomicLong();

    /** Recorded captures beside the repository; a test that needs one which isn't there is skipped with a line saying so. */
    private static BookFile recorded(String relative) throws RecordingException {
        String named = System.getProperty(
                "SEXTANT_REFERENCE", System.getenv().getOrDefault("SEXTANT_REFERENCE", "../../shared"));
        Path path = Path.of(named, "data").resolve(relative).normalize();
        Assumptions.assumeTrue(
                Files.exists(path), () -> "skipped: no recorded data at " + path + " (set SEXTANT_REFERENCE)");
        return BookFile.open(path, null);
    }

    /** Steps a venue from message to message of the recording, and lets each be heard before the next. */
    private void play(BookFile file, Hearing hearing) throws RecordingException, InterruptedException {
        try (PlayedBooks times = new PlayedBooks(List.of(file));
                CapturedBooks books = new CapturedBooks(new PlayedBooks(List.of(file)), 0);
                FencedSocket socket = new FencedSocket()) {
            clock.set(books.positionMs());
            KrakenVenueServer venue = new KrakenVenueServer(books, clock::get);
            hearing.connect(venue, socket);
            while (times.nextMs().isPresent()) {
                times.next();
                if (times.nextMs().orElse(Long.MAX_VALUE) > clock.get()) {
                    venue.step();
                    socket.hearAll();
                    clock.set(times.nextMs().orElse(clock.get()));
                }
            }
            assertEquals(0, books.finished().getCount());
            venue.close();
        }
    }

    private interface Hearing {
        void connect(KrakenVenueServer venue, FencedSocket socket) throws InterruptedException;
    }

    /** A client that keeps books as the protocol says. */
    private static final class Client implements Hearing, SocketListener {
        private final KrakenParser parser = new KrakenParser();
        private final int depth;
        final Map<Symbol, Pair> pairs = new HashMap<>();
        final Map<Symbol, OrderBook> books = new HashMap<>();
        final List<Long> checksums = new ArrayList<>();
        final List<String> wrong = new ArrayList<>();

        Client(int depth) {
            this.depth = depth;
        }

        @Override
        public void connect(KrakenVenueServer venue, FencedSocket socket) throws InterruptedException {
            venue.pairs().forEach(pair -> pairs.put(new Symbol(pair.symbol()), pair));
            var connection = socket.open(venue.address(), this);
            connection.send(KrakenRequests.subscribeBooks(List.copyOf(pairs.keySet()), depth, 1));
            socket.hearAll();
        }

        @Override
        public void onOpen() {}

        @Override
        public void onText(String text) {
            if (parser.parse(text) instanceof KrakenMessage.Book message) {
                OrderBook book = books.computeIfAbsent(message.symbol(), _ -> new OrderBook(depth));
                Pair pair = pairs.get(message.symbol());
                if (pair == null) {
                    throw new AssertionError("not asked for: " + text);
                }
                if (message.snapshot()) {
                    book.clear();
                }
                message.bids().forEach(level -> book.setBid(price(level, pair), quantity(level, pair)));
                message.asks().forEach(level -> book.setAsk(price(level, pair), quantity(level, pair)));
                book.truncate();
                checksums.add(message.checksum());
                if (book.checksum() != message.checksum()) {
                    wrong.add(text);
                }
            }
        }

        private static long price(BookLevel level, Pair pair) {
            return level.price().movePointRight(pair.priceDigits()).longValueExact();
        }

        private static long quantity(BookLevel level, Pair pair) {
            return level.qty().movePointRight(pair.quantityDigits()).longValueExact();
        }

        @Override
        public void onOversized(long chars) {
            throw new AssertionError(chars + " characters");
        }

        @Override
        public void onClosed(String reason) {}
    }

    private static List<Long> told(BookFile file) throws RecordingException {
        List<Long> checksums = new ArrayList<>();
        file.read((_, row) -> {
            if (row instanceof BookRow.Changed(BookEvent event)) {
                checksums.add(event.checksum().orElse(UNTOLD));
            }
            return true;
        });
        return checksums;
    }

    @Test
    void theSecondVersionsCapturesComeWithTheirOwnChecksums() throws RecordingException, InterruptedException {
        BookFile file = recorded(V2);
        Client client = new Client(10);
        play(file, client);
        assertEquals(List.of(), client.wrong);
        assertEquals(told(file), client.checksums.subList(1, client.checksums.size()), "after one of the empty book");
    }

    @Test
    void theFirstVersionsCapturesAreToldInTheSecondWithChecksumsThatTheVenueToldToo()
            throws RecordingException, InterruptedException {
        BookFile file = recorded(V1);
        Client client = new Client(10);
        Client deep = new Client(1000);
        play(file, client);
        play(file, deep);
        assertEquals(List.of(), client.wrong);
        assertEquals(List.of(), deep.wrong);
        assertEquals(10, deep.books.size());
        List<Long> told = told(file);
        assertEquals(4_269, told.stream().filter(checksum -> checksum != UNTOLD).count());
        List<Long> sent = deep.checksums.subList(10, deep.checksums.size());
        assertEquals(told.size(), sent.size(), "a message for each, after ten of empty books");
        for (int message = 0; message < told.size(); message++) {
            long checksum = told.get(message);
            assertTrue(checksum == UNTOLD || checksum == sent.get(message), "message " + message);
        }
        deep.books.forEach((pair, book) -> assertEquals(
                book.checksum(), client.books.getOrDefault(pair, book).checksum(), pair::name));
    }

    /** A feed that looks for triangles, as {@code arb live} does. */
    private List<JsonNode> live(BookFile file, ArbSettings settings) throws RecordingException, InterruptedException {
        List<JsonNode> found = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        ArbWatch watch = new ArbWatch(settings, true, text -> found.add(read(text)));
        KrakenFeed feed = new KrakenFeed(
                new FeedSettings(1000, settings.starts(), Set.of(), 3, settings.feePpm()),
                new LiveTriangles(watch, null, notes::add),
                () -> 0.5);
        play(file, (venue, socket) -> {
            KrakenSocket connection = new KrakenSocket(
                    venue.address(), socket, feed, new Backoff(1, 1), clock::get, clock::get, () -> 0.5);
            connection.check();
            socket.hearAll();
            connection.check();
            socket.hearAll();
        });
        watch.finish();
        assertTrue(notes.stream().noneMatch(note -> note.contains("checksum")), notes::toString);
        return found;
    }

    private static ArbSettings free(long staleMs) {
        return new ArbSettings(
                0,
                new DetectorLimits(0, 50_000, staleMs, 1_000),
                List.of("USD", "EUR"),
                3,
                false,
                ArbSettings.Unwind.USUAL,
                OptionalLong.empty());
    }

    private List<JsonNode> replayed(BookFile file, ArbSettings settings) throws RecordingException {
        List<JsonNode> found = new ArrayList<>();
        ArbRun.run(List.of(file), settings, true, text -> found.add(read(text)), problem -> {
            throw new AssertionError(problem);
        });
        return found;
    }

    @Test
    void realTrianglesWithoutFeesAreThoseOfAReplay() throws RecordingException, InterruptedException {
        BookFile file = recorded(GEMINI);
        assertSameOpportunities(file, free(60_000));
    }

    @Test
    void madeUpTrianglesAreThoseOfAReplay(@TempDir Path folder)
            throws RecordingException, InterruptedException, IOException {
        BookFile file = triangle(folder);
        List<JsonNode> found = assertSameOpportunities(file, free(1_000));
        assertEquals(2, found.size(), found::toString);
    }

    private List<JsonNode> assertSameOpportunities(BookFile file, ArbSettings settings)
            throws RecordingException, InterruptedException {
        List<JsonNode> replayed = replayed(file, settings);
        List<JsonNode> live = live(file, settings);
        assertFalse(replayed.isEmpty());
        assertEquals(withoutVenue(replayed), withoutVenue(live));
        return live;
    }

    /** The id is made of the venue's name, which a replay does not know. */
    private static List<JsonNode> withoutVenue(List<JsonNode> opportunities) {
        opportunities.forEach(one -> ((ObjectNode) one).remove(List.of("id", "venue")));
        return opportunities;
    }

    @Test
    void ordersTakeFromTheBooksAndAtTheEndTheyStandStill(@TempDir Path folder)
            throws RecordingException, InterruptedException, IOException {
        BookFile file = triangle(folder);
        try (CapturedBooks books = new CapturedBooks(new PlayedBooks(List.of(file)), 0)) {
            clock.set(5);
            KrakenVenueServer venue = new KrakenVenueServer(books, clock::get);
            Pair pair = venue.pairs().getFirst();
            assertEquals("BTC/USD", pair.symbol());
            assertEquals(MarketStatus.CANCEL_ONLY, venue.status(pair), "nothing is known of it yet");
            venue.step();
            assertEquals(MarketStatus.ONLINE, venue.status(pair));
            BigDecimal limit = new BigDecimal("101");
            BigDecimal one = BigDecimal.ONE;
            assertEquals(1, venue.take(pair, Side.BUY, limit, one).size());
            assertEquals(
                    0,
                    new BigDecimal("1")
                            .compareTo(venue.take(pair, Side.BUY, limit, new BigDecimal(5))
                                    .getFirst()
                                    .quantity()),
                    "two were there");
            assertEquals(List.of(), venue.take(pair, Side.BUY, limit, one));
            clock.addAndGet(500);
            venue.step();
            assertEquals(1, books.finished().getCount());
            clock.addAndGet(10_000);
            venue.step();
            assertEquals(0, books.finished().getCount());
            assertEquals(
                    1, venue.take(pair, Side.BUY, limit, one).size(), "what is under way is finished in the last book");
            venue.close();
        }
    }

    @Test
    void aSecondRunGoesOnWhereTheFirstOneWas(@TempDir Path folder) throws RecordingException, IOException {
        BookFile file = triangle(folder);
        try (CapturedBooks whole = new CapturedBooks(new PlayedBooks(List.of(file)), 0)) {
            whole.step(0, _ -> {});
            whole.step(900, _ -> {});
            long positionMs = whole.positionMs();
            try (CapturedBooks rest = new CapturedBooks(new PlayedBooks(List.of(file)), positionMs)) {
                assertEquals(positionMs, rest.positionMs());
                assertEquals(MarketStatus.ONLINE, rest.status(0));
                assertEquals(
                        whole.levels(0, Side.SELL, 10).getFirst()[1],
                        rest.levels(0, Side.SELL, 10).getFirst()[1]);
                assertEquals(1, rest.finished().getCount());
            }
        }
    }

    /** Three pairs; twice for a while ETH costs too little in BTC. */
    private static BookFile triangle(Path folder) throws RecordingException, IOException {
        Path file = folder.resolve("triangle.jsonl");
        Files.writeString(file, """
                {"t":1000000,"pair":"BTC/USD","snapshot":true,"bids":[["99","2"]],"asks":[["100","2"],["102","5"]]}
                {"t":1000000,"pair":"ETH/BTC","snapshot":true,"bids":[["0.0990","9"]],"asks":[["0.1001","9"]]}
                {"t":1000000,"pair":"ETH/USD","snapshot":true,"bids":[["9.98","40"]],"asks":[["10.02","40"]]}
                {"t":1000200,"pair":"ETH/BTC","asks":[["0.1001","0"],["0.0995","4"]]}
                {"t":1000450,"pair":"ETH/BTC","asks":[["0.0995","0"],["0.1002","4"]]}
                {"t":1000500,"pair":"BTC/USD","asks":[["100","2.5"]]}
                {"t":1000900,"pair":"ETH/USD","bids":[["9.98","41"]]}
                {"t":1001000,"pair":"ETH/BTC","asks":[["0.0994","3"]]}
                {"t":1001100,"pair":"BTC/USD","asks":[["100","3"]]}
                {"t":1001300,"pair":"ETH/BTC","asks":[["0.0994","0"]]}
                """);
        return BookFile.open(file, null);
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
