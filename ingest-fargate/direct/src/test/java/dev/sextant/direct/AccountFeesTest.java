package dev.sextant.direct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.kraken.trade.FeeRates;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountFeesTest {

    private static final Symbol BTC_USD = new Symbol("BTC/USD");
    private static final Symbol ETH_BTC = new Symbol("ETH/BTC");

    private final Map<Symbol, String> percents = new HashMap<>(Map.of(BTC_USD, "0.2600", ETH_BTC, "0.20"));
    private final AccountFees fees = new AccountFees(this::answer, 4_000);
    private boolean away;
    private int asked;
    private long nowMs = 1_000_000;

    private Map<Symbol, FeeRates> answer(List<Symbol> pairs) throws VenueUnavailableException {
        asked++;
        if (away) {
            throw new VenueUnavailableException("nobody there");
        }
        Map<Symbol, FeeRates> rates = new HashMap<>();
        pairs.forEach(pair -> {
            String percent = percents.get(pair);
            if (percent != null) {
                rates.put(pair, new FeeRates(new BigDecimal(percent), BigDecimal.ZERO));
            }
        });
        return rates;
    }

    private void look(long laterMs) {
        nowMs += laterMs;
        fees.look(nowMs);
    }

    private Optional<String> objection(Symbol pair, int priced) {
        return fees.objection(pair, priced, nowMs);
    }

    @Test
    void untilTheVenueHasSaidCyclesAreWatchedAtTheSettingsFeeAndNotTraded() {
        assertEquals(4_000, fees.ppm(BTC_USD));
        look(0);
        assertEquals(0, asked, "without pairs there is nothing to ask");
        fees.of(List.of(BTC_USD, ETH_BTC));
        away = true;
        look(0);
        assertEquals(
                Optional.of("the account's fee for BTC/USD is not known: nobody there"), objection(BTC_USD, 4_000));
        away = false;
        look(5_000);
        assertEquals(1, asked, "and not again at once");
        look(5_000);
        assertEquals(2_600, fees.ppm(BTC_USD));
        assertEquals(2_000, fees.ppm(ETH_BTC));
        assertEquals(Optional.empty(), objection(BTC_USD, 2_600));
        assertTrue(objection(BTC_USD, 4_000).isPresent(), "what was priced before is not traded");
    }

    @Test
    void itIsAskedAgainEachMinuteAndAChangeIsTold() {
        fees.of(List.of(BTC_USD));
        look(0);
        long before = fees.version();
        look(59_999);
        assertEquals(1, asked);
        look(1);
        assertEquals(2, asked);
        assertEquals(before, fees.version());
        percents.put(BTC_USD, "0.31");
        look(60_000);
        assertNotEquals(before, fees.version());
        assertTrue(objection(BTC_USD, 2_600).isPresent());
        assertEquals(Optional.empty(), objection(BTC_USD, 3_100));
    }

    @Test
    void aReadingThatIsTooOldAllowsNoPlan() {
        fees.of(List.of(BTC_USD));
        look(0);
        away = true;
        look(AccountFees.GOOD_FOR_MS);
        assertEquals(Optional.empty(), objection(BTC_USD, 2_600));
        look(1);
        assertEquals(
                Optional.of("the account's fees were last read 300 s ago: nobody there"), objection(BTC_USD, 2_600));
    }

    @Test
    void aPairTheVenueLeavesOutIsNotTradedAndOthersAre() {
        percents.remove(ETH_BTC);
        fees.of(List.of(BTC_USD, ETH_BTC));
        look(0);
        assertEquals(Optional.empty(), objection(BTC_USD, 2_600));
        assertTrue(objection(ETH_BTC, 4_000).orElse("").endsWith("the venue does not tell it"));
    }

    @ParameterizedTest
    @CsvSource({"0.26, 2600", "0.26001, 2601", "0, 0", "10, 100000", "0.0125, 125"})
    void percentsBecomeMillionthsAndTheRestIsRoundedAgainstUs(String percent, int ppm) {
        percents.put(BTC_USD, percent);
        fees.of(List.of(BTC_USD));
        look(0);
        assertEquals(ppm, fees.ppm(BTC_USD));
    }

    @ParameterizedTest
    @CsvSource({"10.1", "26"})
    void aFeeThatCannotBeIsNotBelieved(String percent) {
        percents.put(BTC_USD, percent);
        fees.of(List.of(BTC_USD));
        look(0);
        assertEquals(
                Optional.of("the account's fee for BTC/USD is not known: the taker's fee of BTC/USD is " + percent
                        + " %, expected 0 to 10"),
                objection(BTC_USD, 4_000));
    }

    @Test
    void aFillThatCostMoreIsBelievedAtOnceUntilAnotherCostsAsToldOrTheVenueSaysSomethingNew() {
        fees.of(List.of(BTC_USD));
        look(0);
        fees.paid(BTC_USD, 4_000);
        assertEquals(4_000, fees.ppm(BTC_USD));
        assertTrue(objection(BTC_USD, 2_600).isPresent());
        look(1);
        assertEquals(2, asked, "and the venue is asked");
        assertEquals(4_000, fees.ppm(BTC_USD), "that says what it said before");
        fees.paid(BTC_USD, 2_600);
        assertEquals(2_600, fees.ppm(BTC_USD));
        fees.paid(BTC_USD, 4_000);
        percents.put(BTC_USD, "0.30");
        look(1);
        assertEquals(3_000, fees.ppm(BTC_USD));
    }
}
