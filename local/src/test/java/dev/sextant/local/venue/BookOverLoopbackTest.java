package dev.sextant.local.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.money.E8;
import dev.sextant.venues.sim.book.DepthBook;
import dev.sextant.venues.sim.book.DepthDiff;
import dev.sextant.venues.sim.book.Levels;
import dev.sextant.venues.sim.order.Side;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that keeps a book by the documented procedure ends with the book the venue has. */
class BookOverLoopbackTest {

    @TempDir
    private Path folder;

    @Test
    void snapshotTakenBeforeTheStartAndEveryDiffAfterIt() throws Exception {
        SteppedPacer pacer = new SteppedPacer();
        try (Floor floor = Floor.open(folder, config -> config.withPacer(pacer))) {
            StreamClient depth = StreamClient.listening(floor.server, "/public/ws/btcusdt@depth@100ms");
            JsonNode snapshot =
                    floor.rest.get("/fapi/v1/depth?symbol=BTCUSDT&limit=1000").json();
            floor.listen();
            pacer.releaseAll();
            floor.awaitFinished();
            checkAgainst(floor, depth, snapshot);
        }
    }

    @Test
    void snapshotTakenInTheMiddle() throws Exception {
        SteppedPacer pacer = new SteppedPacer();
        try (Floor floor = Floor.open(folder, config -> config.withPacer(pacer))) {
            StreamClient depth = StreamClient.listening(floor.server, "/public/ws/btcusdt@depth@100ms");
            floor.listen();
            pacer.awaitStop();
            pacer.release();
            pacer.awaitStop();
            JsonNode snapshot =
                    floor.rest.get("/fapi/v1/depth?symbol=BTCUSDT&limit=1000").json();
            pacer.releaseAll();
            floor.awaitFinished();
            checkAgainst(floor, depth, snapshot);
        }
    }

    private static void checkAgainst(Floor floor, StreamClient depth, JsonNode snapshot) throws Exception {
        JsonNode last =
                floor.rest.get("/fapi/v1/depth?symbol=BTCUSDT&limit=1000").json();
        depth.awaitFrame("\"u\":" + last.get("lastUpdateId"));
        DepthBook book = new DepthBook();
        book.load(snapshot.get("lastUpdateId").asLong(), 0, levels(snapshot.get("bids")), levels(snapshot.get("asks")));
        int applied = 0;
        for (JsonNode event : depth.events("depthUpdate")) {
            DepthBook.Applied result = book.apply(diff(event));
            assertTrue(result != DepthBook.Applied.GAP, () -> "chain broken at " + event);
            assertEquals(0, event.get("E").asLong() % 100);
            applied += result == DepthBook.Applied.APPLIED ? 1 : 0;
        }
        assertTrue(applied > 10);
        assertEquals(prices(last.get("bids")), new TreeMap<>(book.levels(Side.BUY)));
        assertEquals(prices(last.get("asks")), new TreeMap<>(book.levels(Side.SELL)));
    }

    private static DepthDiff diff(JsonNode event) {
        return new DepthDiff(
                event.get("U").asLong(),
                event.get("u").asLong(),
                event.get("pu").asLong(),
                event.get("E").asLong(),
                event.get("T").asLong(),
                levels(event.get("b")),
                levels(event.get("a")));
    }

    private static Levels levels(JsonNode rows) {
        long[] numbers = new long[2 * rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            numbers[2 * i] = E8.parse(rows.get(i).get(0).asText());
            numbers[2 * i + 1] = E8.parse(rows.get(i).get(1).asText());
        }
        return Levels.of(numbers);
    }

    private static Map<Long, Long> prices(JsonNode rows) {
        Map<Long, Long> side = new TreeMap<>();
        rows.forEach(row ->
                side.put(E8.parse(row.get(0).asText()), E8.parse(row.get(1).asText())));
        return side;
    }
}
