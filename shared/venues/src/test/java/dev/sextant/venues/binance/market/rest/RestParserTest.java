package dev.sextant.venues.binance.market.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.binance.market.PriceLevels;
import dev.sextant.venues.binance.market.ReferenceData;
import dev.sextant.venues.binance.market.book.DepthSnapshot;
import dev.sextant.venues.http.MalformedJson;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RestParserTest {

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private static String exchangeInfo() throws IOException {
        try (InputStream file = RestParserTest.class.getResourceAsStream("/binance/market/exchange-info.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void filtersAreReadExactly() throws IOException, MalformedJson {
        ExchangeRules rules = RestParser.exchangeInfo(exchangeInfo());

        assertEquals(2_400, rules.weightPerMinute());
        assertEquals(
                new InstrumentFilters(
                        new Symbol("BTCUSDT"),
                        "BTC",
                        "USDT",
                        "TRADING",
                        true,
                        decimal("0.10"),
                        decimal("556.80"),
                        decimal("4529764"),
                        decimal("0.001"),
                        decimal("0.001"),
                        decimal("1000"),
                        decimal("0.002"),
                        decimal("0.002"),
                        decimal("120"),
                        decimal("50"),
                        200,
                        decimal("1.0500"),
                        decimal("0.9500")),
                rules.instruments().getFirst());
    }

    @Test
    void theOrderPathSeesTheLimitsOfMarketOrders() throws IOException, MalformedJson {
        assertEquals(
                new Instrument(
                        new Symbol("BTCUSDT"),
                        "BTC",
                        "USDT",
                        true,
                        decimal("0.10"),
                        decimal("0.002"),
                        decimal("0.002"),
                        decimal("120"),
                        decimal("50")),
                RestParser.exchangeInfo(exchangeInfo()).instruments().getFirst().instrument());
    }

    @Test
    void anUnknownContractTypeOrStatusIsNotTradable() throws IOException, MalformedJson {
        ExchangeRules rules = RestParser.exchangeInfo(exchangeInfo());

        assertEquals(
                List.of("BTCUSDT TRADING true", "GOLDUSDT TRADING false", "OLDUSDT SETTLING false"),
                rules.instruments().stream()
                        .map(filters -> filters.symbol() + " " + filters.status() + " " + filters.tradable())
                        .toList());
    }

    @Test
    void oneUnreadableInstrumentDoesNotHideTheOthers() throws IOException, MalformedJson {
        assertEquals(
                List.of("ODDUSDT: field 'filters' has no LOT_SIZE"),
                RestParser.exchangeInfo(exchangeInfo()).unreadable());
    }

    @Test
    void tradesOfAPageMustBeConsecutive() throws MalformedJson {
        String page = """
                [{"a":26129,"p":"0.0163","q":"4.7","f":27781,"l":27781,"T":1498793709153,"m":true,"nq":"4.7"},
                 {"a":26130,"p":"0.0164","q":"1","f":27782,"l":27783,"T":1498793709154,"m":false}]""";

        assertEquals(
                List.of(
                        new AggTrade(26_129, 1_630_000, 470_000_000, 1_498_793_709_153L, true, 27_781, 27_781),
                        new AggTrade(26_130, 1_640_000, 100_000_000, 1_498_793_709_154L, false, 27_782, 27_783)),
                RestParser.aggTrades(page));
        MalformedJson refusal =
                assertThrows(MalformedJson.class, () -> RestParser.aggTrades(page.replace("26130", "26131")));
        assertEquals("field 'a' is 26131, expected the id after 26129", refusal.getMessage());
    }

    @Test
    void indicatorsAreReadExactly() throws MalformedJson {
        assertEquals(
                new Premium(
                        decimal("11793.63104562"),
                        decimal("11781.80495970"),
                        decimal("0.00038246"),
                        1_597_392_000_000L,
                        1_597_370_495_002L),
                RestParser.premiumIndex("""
                        {"symbol":"BTCUSDT","markPrice":"11793.63104562","indexPrice":"11781.80495970",
                         "estimatedSettlePrice":"11781.16138815","lastFundingRate":"0.00038246",
                         "interestRate":"0.00010000","nextFundingTime":1597392000000,"time":1597370495002}"""));
        assertEquals(
                new OpenInterest(decimal("10659.509"), 1_589_437_530_011L),
                RestParser.openInterest(
                        "{\"openInterest\":\"10659.509\",\"symbol\":\"BTCUSDT\",\"time\":1589437530011}"));
        assertEquals(
                List.of(new OpenInterestStatistic(
                        decimal("20403.637"), decimal("150570784.07809979"), 1_583_127_900_000L)),
                RestParser.openInterestHist("""
                        [{"symbol":"BTCUSDT","sumOpenInterest":"20403.637","sumOpenInterestValue":"150570784.07809979",
                          "timestamp":"1583127900000"}]"""));
        assertEquals(
                List.of(new LongShortRatio(decimal("1.4342"), 1_583_139_600_000L)),
                RestParser.longShortRatio(
                        "[{\"symbol\":\"BTCUSDT\",\"longShortRatio\":\"1.4342\",\"timestamp\":1583139600000}]"));
        assertEquals(List.of(new Funding(decimal("-0.03750000"), 1_570_608_000_000L)), RestParser.fundingRate("""
                        [{"symbol":"BTCUSDT","fundingRate":"-0.03750000","fundingTime":1570608000000,"markPrice":"34287.5",
                          "rateType":"x"}]"""));
    }

    @Test
    void aNumberWhereADecimalStringBelongsIsRefused() {
        assertThrows(
                MalformedJson.class,
                () -> RestParser.openInterest(
                        "{\"openInterest\":10659.509,\"symbol\":\"BTCUSDT\",\"time\":1589437530011}"));
        assertThrows(MalformedJson.class, () -> RestParser.time("{\"serverTime\":\"1790000000000\"}"));
        assertThrows(MalformedJson.class, () -> RestParser.aggTrades("{}"));
        assertThrows(MalformedJson.class, () -> RestParser.aggTrades("[1]"));
    }

    @Test
    void everySampleOfTheProtocolPageIsUnderstood() throws IOException, MalformedJson {
        assertEquals(1, RestParser.aggTrades(sample("aggTrades")).size());
        assertEquals(1_790_000_000_000L, RestParser.time(sample("time")));
        assertEquals(
                new DepthSnapshot(
                        1_027_024,
                        PriceLevels.of(400_000_000, 43_100_000_000L),
                        PriceLevels.of(400_000_200, 1_200_000_000)),
                RestParser.depth(sample("depth")));
        assertEquals(
                decimal("0.00038246"),
                RestParser.premiumIndex(sample("premiumIndex")).fundingRate());
        assertEquals(2, RestParser.fundingRate(sample("fundingRate")).size());
        assertEquals(
                decimal("10659.509"),
                RestParser.openInterest(sample("openInterest")).base());
        assertEquals(2, RestParser.openInterestHist(sample("openInterestHist")).size());
        assertEquals(
                2,
                RestParser.longShortRatio(sample("globalLongShortAccountRatio")).size());
        assertEquals(
                2,
                RestParser.longShortRatio(sample("topLongShortPositionRatio")).size());
        ExchangeRules rules = RestParser.exchangeInfo(sample("exchangeInfo"));
        assertTrue(rules.unreadable().isEmpty(), () -> "" + rules.unreadable());
        assertEquals(6_000, rules.weightPerMinute());
        assertFalse(rules.instruments().isEmpty());
    }

    private static String sample(String name) throws IOException {
        return Files.readString(ReferenceData.find("protocols/samples/binance-futures/rest-" + name + ".json"));
    }

    @Test
    void theRecordedExchangeInfoIsUnderstood() throws IOException, MalformedJson {
        String line = ReferenceData.gzipLines(
                        "data/binance-usdm-ws-combined/4syms-20210722T2225Z.rest-exchangeinfo.raw.txt.gz")
                .getFirst();
        ExchangeRules rules = RestParser.exchangeInfo(line.substring(line.indexOf(": {") + 2));

        assertTrue(rules.unreadable().isEmpty(), () -> "" + rules.unreadable());
        assertTrue(rules.instruments().size() > 100);
        assertEquals(decimal("0.01"), rules.instruments().getFirst().tickSize());
    }
}
