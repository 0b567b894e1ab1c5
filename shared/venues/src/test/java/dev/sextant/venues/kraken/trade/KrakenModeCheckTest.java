package dev.sextant.venues.kraken.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.venues.binance.mode.TradingMode;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paper orders never go to Kraken, real ones go nowhere else, and never in the open. */
class KrakenModeCheckTest {

    @ParameterizedTest
    @CsvSource({
        "PAPER,   http://127.0.0.1:8080,          true",
        "PAPER,   https://venue.example,          true",
        "PAPER,   https://api.kraken.com,         false",
        "PAPER,   wss://ws-auth.kraken.com/v2,    false",
        "PAPER,   https://API.KRAKEN.COM,         false",
        "TESTNET, http://localhost:8080,          true",
        "TESTNET, https://api.kraken.com,         false",
        "LIVE,    https://api.kraken.com,         true",
        "LIVE,    wss://ws-auth.kraken.com/v2,    true",
        "LIVE,    http://api.kraken.com,          false",
        "LIVE,    https://api.kraken.com.evil.example, false",
        "LIVE,    https://notkraken.com,          false",
        "LIVE,    http://127.0.0.1:8080,          true",
    })
    void modeAndAddressBelongTogether(TradingMode mode, URI address, boolean fits) {
        assertEquals(fits, KrakenModeCheck.ofAddress(mode, address).isEmpty());
    }
}
