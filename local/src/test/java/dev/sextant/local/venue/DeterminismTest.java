package dev.sextant.local.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.local.venue.play.Speed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same capture, seed and orders give the same frames and fills, at any speed. */
class DeterminismTest {

    private static final List<String> SCRIPT = List.of(
            "POST /fapi/v1/order symbol=BTCUSDT&side=BUY&type=MARKET&quantity=4&newClientOrderId=entry",
            "POST /fapi/v1/algoOrder algoType=CONDITIONAL&symbol=BTCUSDT&side=SELL&type=STOP_MARKET&triggerPrice=59999.0"
                    + "&closePosition=true&clientAlgoId=stop",
            "POST /fapi/v1/order symbol=BTCUSDT&side=SELL&type=LIMIT&timeInForce=GTC&quantity=1.5&price=60000.9"
                    + "&newClientOrderId=target",
            "POST /fapi/v1/order symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=IOC&quantity=9&price=60000.5"
                    + "&newClientOrderId=ioc");

    @TempDir
    private Path folder;

    /** Everything a desk could have seen. */
    private record Seen(List<String> market, List<String> book, List<String> user, String trades) {}

    @Test
    void playedTwiceEverythingIsTheSame() throws Exception {
        Seen first = play(Speed.MAX, 1, 0);
        assertEquals(first, play(Speed.MAX, 1, 7));
        assertEquals(first, play(new Speed(40), 1, 3));
        assertTrue(first.user().size() > 8, () -> "the script should do something: " + first.user());
    }

    @Test
    void anotherSeedMakesUpAnotherMarkPriceButTheSameTrades() throws Exception {
        Seen first = play(Speed.MAX, 1, 0);
        Seen other = play(Speed.MAX, 2, 0);
        assertNotEquals(first.market(), other.market());
        assertEquals(first.trades(), other.trades());
        assertEquals(first.book(), other.book());
    }

    /** Plays with one scripted order at each second; the wall time taken at each stop varies with the dawdling seed. */
    private Seen play(Speed speed, long seed, long dawdling) throws Exception {
        SteppedPacer pacer = new SteppedPacer();
        Random wallTime = new Random(dawdling);
        try (Floor floor = Floor.open(
                folder,
                config -> config.withPacer(pacer)
                        .withSpeed(speed)
                        .withProgramme(new Programme.Recorded(List.of(folder.resolve("tiny.txt")), seed)))) {
            String key = floor.rest
                    .send("POST", "/fapi/v1/listenKey", "", RestClient.KEY.key())
                    .json()
                    .get("listenKey")
                    .asText();
            StreamClient user = StreamClient.listening(floor.server, "/private/ws/" + key);
            StreamClient book = StreamClient.listening(
                    floor.server, "/public/stream?streams=btcusdt@bookTicker/btcusdt@depth@100ms");
            StreamClient market = StreamClient.open(
                    floor.server, "/market/stream?streams=btcusdt@aggTrade/btcusdt@forceOrder/btcusdt@markPrice@1s");
            for (String step : SCRIPT) {
                pacer.awaitStop();
                for (int i = wallTime.nextInt(20); dawdling > 0 && i > 0; i--) {
                    floor.rest.get("/fapi/v1/ping");
                }
                String[] words = step.split(" ", 3);
                assertEquals(
                        200, floor.rest.signed(words[0], words[1], words[2]).status(), step);
                pacer.release();
            }
            floor.awaitFinished();
            for (StreamClient client : List.of(user, book, market)) {
                client.awaitAllSent();
            }
            return new Seen(
                    new ArrayList<>(market.frames),
                    new ArrayList<>(book.frames),
                    user.frames.stream()
                            .filter(f -> seed == 1 || f.contains("TRADE_UPDATE"))
                            .toList(),
                    floor.rest
                            .signed("GET", "/fapi/v1/userTrades", "symbol=BTCUSDT")
                            .raw()
                            .body());
        }
    }
}
