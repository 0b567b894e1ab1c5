package dev.sextant.venues.binance.trade;

import static dev.sextant.venues.binance.trade.ScriptedVenue.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.venue.VenueUnavailableException;
import org.junit.jupiter.api.Test;

class ListenKeysOverLoopbackTest {

    private static final String MINT = "POST /fapi/v1/listenKey";
    private static final String EXTEND = "PUT /fapi/v1/listenKey";
    private static final String KEY = "pqia91ma19a5s61cv6a81va65sdf19v8a65a1a5s61cv6a81va65sdf19v8a65a1";

    @Test
    void aKeyIsAskedForWithTheApiKeyAndWithoutASignature() throws Exception {
        try (Desk desk = new Desk()) {
            desk.venue.on(MINT, json(200, Reference.sample("rest-listenKey"))).on(EXTEND, json(200, "{}"));
            assertFalse(desk.adapter.mint().isEmpty());
            assertTrue(desk.adapter.extend());
            assertEquals(3_600_000, desk.adapter.validMs());
            assertEquals("", desk.venue.to(MINT).getFirst().rawQuery());
        }
    }

    @Test
    void anEndedKeyIsNoFailure() throws Exception {
        try (Desk desk = new Desk()) {
            desk.venue.on(EXTEND, json(400, Bodies.error(-1125, "This listenKey does not exist.")));
            assertFalse(desk.adapter.extend());
        }
    }

    @Test
    void noFailureRepeatsWhatMayBeAKey() throws Exception {
        try (Desk desk = new Desk()) {
            desk.venue.on(MINT, json(200, "{\"listenKey\":\"" + KEY + "\""));
            VenueUnavailableException failure = assertThrows(VenueUnavailableException.class, desk.adapter::mint);
            assertFalse(String.valueOf(failure.getMessage()).contains("pqia"), failure::getMessage);
        }
    }
}
