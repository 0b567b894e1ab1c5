package dev.sextant.venues.binance.mode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Account;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModeCheckTest {

    /** Every kind of address against every mode: P, T and L where it fits. */
    @ParameterizedTest
    @CsvSource({
        "https://fapi.binance.com,            L",
        "https://FAPI.Binance.COM,            L",
        "https://fapi.binance.com.,           L",
        "https://fapi.binance.com:443,        L",
        "https://api3.binance.com,            L",
        "https://demo-fapi.binance.com,       T",
        "https://demo-fstream.binance.com,    T",
        "https://testnet.binancefuture.com,   T",
        "https://testnet.binance.vision,      T",
        "http://127.0.0.1:8081,               PTL",
        "http://localhost:8081,               PTL",
        "http://[::1]:8081,                   PTL",
        "https://paper.example.com,           P",
        "http://10.0.0.7:9000,                P",
        "https://fapi.binance.com.evil.org,   P",
        "https://fapibinance.com,             P",
        "https://127.0.0.1.evil.org,          P",
        "http://fapi.binance.com,             ''",
        "http://demo-fapi.binance.com,        ''"
    })
    void anAddressBelongsToTheModeWhoseMoneyIsThere(URI address, String fits) {
        for (TradingMode mode : TradingMode.values()) {
            assertEquals(
                    fits.contains(mode.name().substring(0, 1)),
                    ModeCheck.ofAddress(mode, address).isEmpty(),
                    () -> mode + " " + ModeCheck.ofAddress(mode, address));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "paper-main,   P",
        "testnet-main, T",
        "live-main,    L",
        "live-two,     L",
        "main,         PTL",
        "livelihood,   PTL"
    })
    void anAccountNamedAfterAModeIsOfThatModeForEver(String account, String fits) {
        for (TradingMode mode : TradingMode.values()) {
            assertEquals(
                    fits.contains(mode.name().substring(0, 1)),
                    ModeCheck.ofAccount(mode, new Account(account)).isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://fapi.binance.com, https://api.binance.com,      true",
        "https://fapi.binance.com, https://api1.binance.com,     true",
        "https://fapi.binance.com, http://api.binance.com,       false",
        "https://fapi.binance.com, http://127.0.0.1:8081,        false",
        "https://fapi.binance.com, https://wallet.example.com,   false",
        "https://fapi.binance.com, https://demo-api.binance.com, false",
        "http://127.0.0.1:8081,    http://127.0.0.1:8082,        true",
        "http://127.0.0.1:8081,    https://api.binance.com,      false"
    })
    void onlyTheExchangeItselfIsBelievedAboutItsKeys(URI rest, URI wallet, boolean fits) {
        assertEquals(fits, ModeCheck.ofWallet(rest, wallet).isEmpty());
    }

    @Test
    void theRefusalSaysWhatDisagreesAndWhatWouldBeRight() {
        String said = String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> ModeCheck.require(TradingMode.PAPER, URI.create("https://fapi.binance.com")))
                .getMessage());
        assertEquals(
                "mode paper and the venue https://fapi.binance.com disagree: paper orders never go to an exchange,"
                        + " expected a venue server of your own",
                said);
    }

    @Test
    void streamsAreJudgedLikeOrders() {
        ModeCheck.requireStreams(TradingMode.LIVE, URI.create("wss://fstream.binance.com"));
        ModeCheck.requireStreams(TradingMode.TESTNET, URI.create("wss://fstream.binancefuture.com"));
        assertThrows(
                IllegalArgumentException.class,
                () -> ModeCheck.requireStreams(TradingMode.LIVE, URI.create("wss://fstream.binancefuture.com")));
        assertThrows(
                IllegalArgumentException.class,
                () -> ModeCheck.requireStreams(TradingMode.LIVE, URI.create("ws://fstream.binance.com")));
    }

    @Test
    void aFunctionWithoutAModeIsOfPaperAndAWrongWordIsRefused() {
        assertEquals(TradingMode.PAPER, TradingMode.fromEnvironment(Map.of()));
        assertEquals(TradingMode.LIVE, TradingMode.fromEnvironment(Map.of("SEXTANT_MODE", "live")));
        String said = String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> TradingMode.fromEnvironment(Map.of("SEXTANT_MODE", "LIVE")))
                .getMessage());
        assertTrue(said.startsWith("SEXTANT_MODE: mode is 'LIVE', expected paper"), said);
    }
}
