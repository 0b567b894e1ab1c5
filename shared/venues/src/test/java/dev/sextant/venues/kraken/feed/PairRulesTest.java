package dev.sextant.venues.kraken.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairRulesTest {

    private static PairRules rules(
            String quote,
            int price,
            int qty,
            int cost,
            String priceStep,
            String qtyStep,
            String qtyMin,
            String costMin) {
        return new PairRules(
                new Symbol("BTC/USD"),
                "BTC",
                quote,
                MarketStatus.ONLINE,
                price,
                qty,
                new BigDecimal(priceStep),
                new BigDecimal(qtyStep),
                new BigDecimal(qtyMin),
                cost,
                new BigDecimal(costMin));
    }

    @Test
    void theBoundsThemselvesAreRules() {
        assertEquals(
                18, rules("Q".repeat(40), 0, 18, 18, "5", "1e-18", "0", "0").qtyPrecision());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USD | -1 | 8 | 5 | 1 | 1 | 0 | 0 | field 'price_precision' is -1, expected 0 to 18 decimals",
                "USD | 1 | 19 | 5 | 1 | 1 | 0 | 0 | field 'qty_precision' is 19, expected 0 to 18 decimals",
                "USD | 1 | 8 | 19 | 1 | 1 | 0 | 0 | field 'cost_precision' is 19, expected 0 to 18 decimals",
                "USD | 1 | 8 | 5 | 0.01 | 1 | 0 | 0 | field 'price_increment' is 0.01, expected a positive step with at most 1 decimals",
                "USD | 1 | 8 | 5 | 0.1 | 0 | 0 | 0 | field 'qty_increment' is 0, expected a positive step with at most 8 decimals",
                "USD | 1 | 8 | 5 | 0.1 | 1 | -1 | 0 | field 'qty_min' is -1, expected 0 or more",
                "USD | 1 | 8 | 5 | 0.1 | 1 | 0 | -0.5 | field 'cost_min' is -0.5, expected 0 or more",
                "' ' | 1 | 8 | 5 | 0.1 | 1 | 0 | 0 | field 'quote' is ' ', expected an asset's name of 1 to 40 characters",
            })
    void whatCannotBeIsNamed(
            String quote,
            int price,
            int qty,
            int cost,
            String priceStep,
            String qtyStep,
            String qtyMin,
            String costMin,
            String reason) {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> rules(quote, price, qty, cost, priceStep, qtyStep, qtyMin, costMin));
        assertEquals(reason, refusal.getMessage());
    }

    @Test
    void anAssetHasAPossiblePrecisionAndAPairComesOnce() {
        assertThrows(IllegalArgumentException.class, () -> new AssetRules("BTC", "enabled", 19));
        PairRules pair = Frames.pair("BTC/USD", 1, 8);
        var refusal = assertThrows(IllegalArgumentException.class, () -> new ScannedPairs(List.of(pair, pair)));
        assertEquals("pair BTC/USD is there twice, expected once", refusal.getMessage());
        assertEquals(1, new ScannedPairs(List.of(pair)).size());
    }
}
