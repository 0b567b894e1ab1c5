package dev.sextant.venues.binance.trade;

import static dev.sextant.venues.binance.trade.ScriptedVenue.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.binance.trade.ExpectedSetting.MarginType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BinanceAccountGuardTest {

    private final Desk desk = new Desk();
    private final BinanceAccountGuard guard = desk.adapter.guard(Map.of(
            Desk.BTC,
            new ExpectedSetting(MarginType.ISOLATED, 3),
            new Symbol("ETHUSDT"),
            new ExpectedSetting(MarginType.ISOLATED, 3)));

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anAccountThatIsSetUpAsExpectedHasNoFindings() throws Exception {
        settings(false, true, config("BTCUSDT", "ISOLATED", 3), config("ETHUSDT", "ISOLATED", 3));
        assertEquals(List.of(), guard.check());
    }

    @Test
    void everyDifferenceIsSaidInWords() throws Exception {
        settings(true, false, config("BTCUSDT", "CROSSED", 21));
        assertEquals(
                List.of(
                        "the account is in hedge mode; switch its position mode to one-way",
                        "the account may not trade (canTrade is false)",
                        "BTCUSDT has margin type CROSSED, expected ISOLATED",
                        "BTCUSDT has leverage 21, expected 3",
                        "ETHUSDT has no settings at the venue; is it listed and open to this account?"),
                guard.check());
    }

    @Test
    void otherAssetsBehindAPositionAreAFinding() throws Exception {
        desk.venue.on("GET /fapi/v1/accountConfig", json(200, "{\"canTrade\":true,\"multiAssetsMargin\":true}"));
        assertEquals(
                List.of("the account is in multi-assets mode; switch its asset mode to single-asset"), guard.account());
    }

    @Test
    void theGuardOnlyReads() throws Exception {
        settings(true, false, config("BTCUSDT", "CROSSED", 21));
        guard.check();
        assertEquals(0, desk.venue.to("POST /fapi/v1/positionSide/dual").size());
        assertEquals(0, desk.venue.to("POST /fapi/v1/leverage").size());
        assertEquals(0, desk.venue.to("POST /fapi/v1/marginType").size());
    }

    @Test
    void theSamplesAreRead() throws Exception {
        desk.venue
                .on("GET /fapi/v1/positionSide/dual", json(200, Reference.sample("rest-positionSide-dual")))
                .on("GET /fapi/v1/accountConfig", json(200, Reference.sample("rest-accountConfig")))
                .on("GET /fapi/v1/symbolConfig", json(200, Reference.sample("rest-symbolConfig")));
        assertEquals(3, guard.check().size());
    }

    @Test
    void settingsThatCantBeReadAreNoFindings() {
        desk.venue.on("GET /fapi/v1/positionSide/dual", json(401, Bodies.error(-2015, "Invalid API-key")));
        assertThrows(VenueUnavailableException.class, guard::check);
    }

    private void settings(boolean hedge, boolean canTrade, String... configs) {
        desk.venue
                .on("GET /fapi/v1/positionSide/dual", json(200, "{\"dualSidePosition\":" + hedge + "}"))
                .on(
                        "GET /fapi/v1/accountConfig",
                        json(200, "{\"feeTier\":0,\"canTrade\":" + canTrade + ",\"multiAssetsMargin\":false}"))
                .on("GET /fapi/v1/symbolConfig", json(200, "[" + String.join(",", configs) + "]"));
    }

    private static String config(String symbol, String marginType, int leverage) {
        return "{\"symbol\":\"%s\",\"marginType\":\"%s\",\"isAutoAddMargin\":false,\"leverage\":%d,\"maxNotionalValue\":\"1000000\"}"
                .formatted(symbol, marginType, leverage);
    }
}
