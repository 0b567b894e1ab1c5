package dev.sextant.domain.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An account that may hold three symbols, 500 of one and 1,000 in all, and make four entries a minute. */
class ExposureLimitsTest {

    private static final Symbol BTC = new Symbol("BTCUSDT");
    private static final Symbol ETH = new Symbol("ETHUSDT");
    private static final Symbol SOL = new Symbol("SOLUSDT");
    private static final Symbol XRP = new Symbol("XRPUSDT");
    private static final RiskLimits LIMITS = new RiskLimits(
            3, new BigDecimal("500"), new BigDecimal("1000.00"), 4, R.of("5"), 5, 3_600_000, 30_000, 500, 5_000);

    private final List<Exposure.Held> held = new ArrayList<>();
    private final List<Exposure.Owner> owners = new ArrayList<>();
    private int entries;
    private String balance = "100";

    private ExposureLimitsTest holding(Symbol symbol, String notional) {
        held.add(new Exposure.Held(symbol, new BigDecimal(notional)));
        return this;
    }

    private Exposure exposure() {
        return new Exposure(held, owners, entries, new BigDecimal(balance));
    }

    private static EntryDemand demand(Symbol symbol, String notional, String risk) {
        return new EntryDemand("demo", symbol, new BigDecimal(notional), new BigDecimal(risk), 0L);
    }

    private void fits(Symbol symbol, String notional, String risk) {
        assertEquals(Optional.empty(), ExposureLimits.refusal(demand(symbol, notional, risk), LIMITS, exposure()));
    }

    private void refused(Symbol symbol, String notional, String risk, String code, String reason) {
        assertEquals(
                Optional.of(new Refusal(code, reason)),
                ExposureLimits.refusal(demand(symbol, notional, risk), LIMITS, exposure()));
    }

    @Test
    void anEmptyAccountTakesUpToTheLimitOfASymbolAndNotACentMore() {
        fits(BTC, "500", "20");
        refused(
                BTC,
                "500.00000001",
                "20",
                "max_symbol_notional",
                "notional of BTCUSDT would be 500.00000001, limit 500");
    }

    @Test
    void whatIsHeldOfTheSymbolCountsAndOtherSymbolsDoNot() {
        holding(BTC, "100").holding(BTC, "150").holding(ETH, "300");
        fits(BTC, "250", "20");
        refused(BTC, "250.1", "20", "max_symbol_notional", "notional of BTCUSDT would be 500.1, limit 500");
    }

    @Test
    void allSymbolsTogetherHaveALimitOfTheirOwn() {
        holding(BTC, "450").holding(ETH, "450");
        fits(SOL, "100", "20");
        refused(SOL, "100.5", "20", "max_total_notional", "notional in all would be 1000.5, limit 1000");
    }

    @Test
    void aSymbolWithAnOwnerIsTakenWhateverElseHolds() {
        owners.add(new Exposure.Owner(ETH, "trade of slow"));
        fits(BTC, "10", "1");
        owners.add(new Exposure.Owner(BTC, "trade of fast"));
        refused(BTC, "9999", "1", "position_open", "BTCUSDT is taken by the trade of fast");
        owners.add(new Exposure.Owner(BTC, "entry of demo"));
        refused(BTC, "10", "1", "position_open", "BTCUSDT is taken by the trade of fast and entry of demo");
    }

    @Test
    void theFourthPositionIsOneTooMany() {
        holding(BTC, "1").holding(BTC, "1").holding(ETH, "1");
        fits(SOL, "1", "1");
        holding(SOL, "1");
        refused(XRP, "1", "1", "max_positions", "3 of 3 positions are open");
    }

    @Test
    void theFifthEntryOfAMinuteIsOneTooMany() {
        entries = 3;
        fits(BTC, "1", "1");
        entries = 4;
        refused(BTC, "1", "1", "orders_per_minute", "4 entries in the last minute, limit 4");
    }

    @Test
    void theBalanceMustHoldTheRiskTwice() {
        balance = "40.00";
        fits(BTC, "1", "20");
        refused(BTC, "1", "20.01", "balance", "balance 40 is below twice the risk 20.01");
    }

    @Test
    void narrowerLimitsRefuseOnlyWhatIsBeyondThem() {
        holding(BTC, "500").holding(ETH, "300").holding(SOL, "200");
        entries = 99;
        assertEquals(Optional.empty(), ExposureLimits.beyond(BTC, LIMITS, exposure()));
        holding(SOL, "0.5");
        assertEquals(
                Optional.of(new Refusal("max_total_notional", "notional in all would be 1000.5, limit 1000")),
                ExposureLimits.beyond(BTC, LIMITS, exposure()));
        holding(BTC, "0.5");
        assertEquals(
                Optional.of(new Refusal("max_symbol_notional", "notional of BTCUSDT would be 500.5, limit 500")),
                ExposureLimits.beyond(BTC, LIMITS, exposure()));
        holding(XRP, "1");
        assertEquals(
                Optional.of(new Refusal("max_positions", "4 of 3 positions are open")),
                ExposureLimits.beyond(BTC, LIMITS, exposure()));
    }

    /** The codes of the rules, in their order, by addition in whole cents. */
    @Test
    void theFirstRuleThatSpeaksAgainstAnEntryIsTheTwins() {
        Random random = new Random(5);
        List<Symbol> symbols = List.of(BTC, ETH, SOL, XRP);
        for (int round = 0; round < 5_000; round++) {
            held.clear();
            owners.clear();
            entries = random.nextInt(6);
            long totalCents = 0;
            long[] centsOf = new long[symbols.size()];
            Set<Integer> open = new LinkedHashSet<>();
            for (int parts = random.nextInt(5); parts > 0; parts--) {
                int which = random.nextInt(symbols.size());
                long cents = random.nextInt(4) * 12_500L;
                holding(symbols.get(which), BigDecimal.valueOf(cents, 2).toPlainString());
                open.add(which);
                centsOf[which] += cents;
                totalCents += cents;
            }
            boolean owned = random.nextInt(10) == 0;
            if (owned) {
                owners.add(new Exposure.Owner(BTC, "trade"));
            }
            long demandCents = 12_500L * random.nextInt(5) + random.nextInt(2);
            long riskCents = 4_999L + random.nextInt(3);
            String expected = twin(owned, open.size(), centsOf[0] + demandCents, totalCents + demandCents, riskCents);
            EntryDemand demand = demand(
                    BTC,
                    BigDecimal.valueOf(demandCents, 2).toPlainString(),
                    BigDecimal.valueOf(riskCents, 2).toPlainString());
            assertEquals(
                    expected,
                    ExposureLimits.refusal(demand, LIMITS, exposure())
                            .map(Refusal::code)
                            .orElse(""),
                    "round " + round);
        }
    }

    private String twin(boolean owned, int open, long ofSymbolCents, long inAllCents, long riskCents) {
        if (owned) {
            return "position_open";
        }
        if (open >= 3) {
            return "max_positions";
        }
        if (ofSymbolCents > 50_000) {
            return "max_symbol_notional";
        }
        if (inAllCents > 100_000) {
            return "max_total_notional";
        }
        if (entries >= 4) {
            return "orders_per_minute";
        }
        return riskCents * 2 > 10_000 ? "balance" : "";
    }
}
