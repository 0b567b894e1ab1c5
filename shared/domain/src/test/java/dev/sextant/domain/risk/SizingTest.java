package dev.sextant.domain.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.event.Tier;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SizingTest {

    private static final Symbol BTC = new Symbol("BTCUSDT");
    private static final BigDecimal RISK = new BigDecimal("20");

    private static Instrument btc(String maxQty) {
        return new Instrument(
                BTC,
                "BTC",
                "USDT",
                true,
                new BigDecimal("0.1"),
                new BigDecimal("0.001"),
                new BigDecimal("0.001"),
                new BigDecimal(maxQty),
                new BigDecimal("100"));
    }

    private static SignalRaised signal(Tier tier, String stopDistance) {
        BigDecimal stop = new BigDecimal(stopDistance);
        return new SignalRaised(
                "s",
                "d",
                new Account("paper-main"),
                "demo",
                "demo@1#00000000",
                BTC,
                Direction.LONG,
                0,
                88,
                tier,
                new BigDecimal("61800.1"),
                stop,
                stop,
                stop,
                stop,
                new BigDecimal("0.5"),
                15_000,
                30_000,
                60_000);
    }

    private static Sizing size(Tier tier, String stopDistance) {
        return Sizing.of(signal(tier, stopDistance), RISK, btc("120"));
    }

    @Test
    void theTierSaysWhatTheStopMayCost() {
        assertEquals(new Sizing.Fits(Quantity.of("0.25"), new BigDecimal("10.000")), size(Tier.LIGHT, "40"));
        assertEquals(new Sizing.Fits(Quantity.of("0.5"), new BigDecimal("20.0")), size(Tier.STANDARD, "40"));
        assertEquals(new Sizing.Fits(Quantity.of("0.75"), new BigDecimal("30.00")), size(Tier.HEAVY, "40"));
    }

    @Test
    void theQuantityIsRoundedDownToTheStep() {
        assertEquals(new Sizing.Fits(Quantity.of("0.666"), new BigDecimal("19.980")), size(Tier.STANDARD, "30"));
    }

    @Test
    void aWideStopThatBuysNoStepIsRefusedWithFigures() {
        assertEquals(
                new Sizing.TooSmall("risk 20.0 over a stop of 20001 buys less than one step of 0.001"),
                size(Tier.STANDARD, "20001"));
    }

    @Test
    void theVenuesFiltersHaveTheLastWord() {
        assertEquals(new Sizing.TooSmall("notional 61.8001 is below the minimum 100"), size(Tier.STANDARD, "20000"));
        assertEquals(
                new Sizing.TooSmall("quantity 0.5 is above the maximum 0.4"),
                Sizing.of(signal(Tier.STANDARD, "40"), RISK, btc("0.4")));
    }

    @Test
    void theStopNeverCostsMoreThanAllowedAndOneStepMoreWould() {
        Random random = new Random(11);
        List<Tier> tiers = List.of(Tier.values());
        for (int i = 0; i < 2_000; i++) {
            Tier tier = tiers.get(random.nextInt(tiers.size()));
            String stop = BigDecimal.valueOf(50 + random.nextInt(90_000), 2).toPlainString();
            Sizing.Fits fits = assertInstanceOf(Sizing.Fits.class, size(tier, stop));
            BigDecimal allowed = RISK.multiply(tier.riskShare());
            BigDecimal oneMore = fits.risk().add(new BigDecimal("0.001").multiply(new BigDecimal(stop)));
            assertTrue(fits.risk().compareTo(allowed) <= 0, tier + " " + stop);
            assertTrue(oneMore.compareTo(allowed) > 0, tier + " " + stop);
        }
    }
}
