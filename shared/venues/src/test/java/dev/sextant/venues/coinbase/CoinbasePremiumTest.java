package dev.sextant.venues.coinbase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CoinbasePremiumTest {

    private static BigDecimal bps(String coinbase, String venue, String usdtUsd) {
        return new CoinbasePremium(new BigDecimal(coinbase), new BigDecimal(venue), new BigDecimal(usdtUsd)).bps();
    }

    /** 60,000 USDT are 59,970 USD at 0.9995, and 60 / 59,970 is 10.0050 bps. */
    @Test
    void stablecoinsOwnDiscountIsNoDiscountOfBitcoin() {
        assertEquals(new BigDecimal("10.0050"), bps("60030.00", "60000.00", "0.9995"));
        assertEquals(new BigDecimal("5.0000"), bps("60030.00", "60000.00", "1"));
        assertEquals(new BigDecimal("0.0000"), bps("59970", "60000", "0.9995"));
        assertEquals(new BigDecimal("-10.0000"), bps("59940", "60000", "1"));
    }

    @Test
    void priceOfNothingHasNoPremium() {
        assertThrows(IllegalArgumentException.class, () -> bps("60030", "0", "1"));
        assertThrows(IllegalArgumentException.class, () -> bps("60030", "60000", "0"));
    }
}
