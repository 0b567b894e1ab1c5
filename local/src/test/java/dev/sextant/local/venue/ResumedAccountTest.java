package dev.sextant.local.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.sextant.local.venue.play.Speed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a journal, a play that was stopped and resumed ends with the account of one that never stopped. */
class ResumedAccountTest {

    private static final String ENTRY = "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=3&newClientOrderId=entry";
    private static final String TARGET =
            "symbol=BTCUSDT&side=SELL&type=LIMIT&timeInForce=GTC&quantity=2&price=60000.2&newClientOrderId=target";
    private static final String STOP = "algoType=CONDITIONAL&symbol=BTCUSDT&side=SELL&type=STOP_MARKET"
            + "&triggerPrice=59998.5&closePosition=true&clientAlgoId=stop";

    @TempDir
    private Path folder;

    private Floor floor(SteppedPacer pacer, Path journal, long startAtMs) throws Exception {
        return Floor.open(folder, config -> {
            VenueServerConfig journaled =
                    config.withPacer(pacer).withSpeed(Speed.MAX).withJournal(journal);
            return startAtMs == 0 ? journaled : journaled.withStartAtMs(startAtMs);
        });
    }

    private static void orders(Floor floor, boolean first) throws Exception {
        if (first) {
            assertEquals(200, floor.rest.signed("POST", "/fapi/v1/order", ENTRY).status());
            assertEquals(
                    200, floor.rest.signed("POST", "/fapi/v1/algoOrder", STOP).status());
        } else {
            assertEquals(
                    200, floor.rest.signed("POST", "/fapi/v1/order", TARGET).status());
        }
    }

    private static List<String> account(Floor floor) throws Exception {
        RestClient rest = floor.rest;
        return List.of(
                rest.signed("GET", "/fapi/v1/userTrades", "symbol=BTCUSDT")
                        .raw()
                        .body(),
                rest.signed("GET", "/fapi/v1/order", "symbol=BTCUSDT&origClientOrderId=target")
                        .raw()
                        .body(),
                rest.signed("GET", "/fapi/v1/algoOrder", "clientAlgoId=stop")
                        .raw()
                        .body(),
                rest.signed("GET", "/fapi/v3/positionRisk", "").raw().body(),
                rest.signed("GET", "/fapi/v3/balance", "").raw().body());
    }

    @Test
    void stoppedAfterTheFirstOrdersAndResumed() throws Exception {
        List<String> whole = playWithoutStopping();
        Path journal = folder.resolve("stopped");
        SteppedPacer before = new SteppedPacer();
        long positionMs;
        try (Floor floor = floor(before, journal, 0)) {
            floor.listen();
            before.awaitStop();
            orders(floor, true);
            positionMs = floor.server.positionMs();
        }
        SteppedPacer after = new SteppedPacer();
        try (Floor floor = floor(after, journal, positionMs)) {
            assertEquals(positionMs, floor.server.positionMs());
            assertEquals(
                    1,
                    floor.rest
                            .signed("GET", "/fapi/v1/openAlgoOrders", "")
                            .json()
                            .size());
            floor.listen();
            after.awaitStop();
            orders(floor, false);
            after.releaseAll();
            floor.awaitFinished();
            assertEquals(whole, account(floor));
        }
        try (Floor floor = floor(after, journal, positionMs + 60_000)) {
            assertEquals(whole.subList(0, 3), account(floor).subList(0, 3), "and again, from the journal alone");
        }
    }

    private List<String> playWithoutStopping() throws Exception {
        SteppedPacer pacer = new SteppedPacer();
        try (Floor floor = floor(pacer, folder.resolve("whole"), 0)) {
            floor.listen();
            pacer.awaitStop();
            orders(floor, true);
            pacer.release();
            pacer.awaitStop();
            orders(floor, false);
            pacer.releaseAll();
            floor.awaitFinished();
            return account(floor);
        }
    }

    @Test
    void aPlayFromTheBeginningStartsWithAFreshAccount() throws Exception {
        Path journal = folder.resolve("journal");
        SteppedPacer pacer = new SteppedPacer();
        try (Floor floor = floor(pacer, journal, 0)) {
            orders(floor, true);
            assertNotEquals(
                    0,
                    floor.rest.signed("GET", "/fapi/v3/positionRisk", "").json().size());
        }
        assertNotEquals(1, Files.readAllLines(journal).size());
        try (Floor floor = floor(pacer, journal, 0)) {
            assertEquals(
                    0,
                    floor.rest.signed("GET", "/fapi/v3/positionRisk", "").json().size());
        }
    }
}
