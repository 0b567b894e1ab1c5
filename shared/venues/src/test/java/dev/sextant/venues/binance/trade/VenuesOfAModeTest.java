package dev.sextant.venues.binance.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a part that holds a key refuses to be put together with. */
class VenuesOfAModeTest {

    private static Map<String, String> environment(String mode, String rest, String account) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "SEXTANT_VENUE_REST", rest,
                "SEXTANT_VENUE_API_KEY", Desk.API_KEY,
                "SEXTANT_VENUE_API_SECRET", Desk.SECRET));
        if (!mode.isEmpty()) {
            environment.put("SEXTANT_MODE", mode);
        }
        if (!account.isEmpty()) {
            environment.put("SEXTANT_ACCOUNT", account);
        }
        return environment;
    }

    @ParameterizedTest
    @CsvSource({
        "'',      https://fapi.binance.com,      '',           mode paper and the venue",
        "paper,   https://fapi.binance.com,      paper-main,   mode paper and the venue",
        "paper,   https://demo-fapi.binance.com, paper-main,   mode paper and the venue",
        "testnet, https://fapi.binance.com,      testnet-main, mode testnet and the venue",
        "live,    https://demo-fapi.binance.com, live-main,    mode live and the venue",
        "live,    https://fapi.binance.com,      paper-main,   account paper-main is of mode paper",
        "testnet, https://demo-fapi.binance.com, live-main,    account live-main is of mode live",
        "production, https://fapi.binance.com,   live-main,    SEXTANT_MODE: mode is 'production'"
    })
    void modeAddressAndAccountMustAgree(String mode, String rest, String account, String told) {
        String said = String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> BinanceVenues.fromEnvironment(environment(mode, rest, account)))
                .getMessage());
        assertTrue(said.startsWith(told), said);
    }

    @Test
    void onlyWhereMoneyIsRealTheKeysRightsAreAsked() {
        assertEquals(1, walletsOf("live", "https://fapi.binance.com", "live-main"));
        assertEquals(0, walletsOf("testnet", "https://demo-fapi.binance.com", "testnet-main"));
        assertEquals(0, walletsOf("", "http://127.0.0.1:1", ""));
    }

    private static int walletsOf(String mode, String rest, String account) {
        try (BinanceTradingVenue venue = BinanceVenues.fromEnvironment(environment(mode, rest, account))) {
            return venue.wallet().isPresent() ? 1 : 0;
        }
    }

    @Test
    void aWalletThatIsNotTheExchangesIsRefused() {
        Map<String, String> environment = environment("live", "https://fapi.binance.com", "live-main");
        environment.put("SEXTANT_VENUE_WALLET", "http://127.0.0.1:9");
        String said = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> BinanceVenues.fromEnvironment(environment))
                        .getMessage());
        assertTrue(said.contains("the rights of their key are asked at http://127.0.0.1:9"), said);
    }
}
