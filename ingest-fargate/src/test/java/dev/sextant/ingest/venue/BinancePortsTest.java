package dev.sextant.ingest.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.ingest.indicator.Poll;
import dev.sextant.ingest.indicator.PollKind;
import dev.sextant.ingest.indicator.Polled;
import dev.sextant.ingest.rig.FakeVenue;
import dev.sextant.ingest.rig.Tape;
import dev.sextant.venues.binance.market.rest.BinanceMarketRest;
import dev.sextant.venues.binance.market.rest.RateBudget;
import dev.sextant.venues.binance.market.rest.ReadPatience;
import dev.sextant.venues.coinbase.CoinbaseMarketRest;
import dev.sextant.venues.http.HttpGet;
import dev.sextant.venues.http.JdkHttpGet;
import dev.sextant.venues.http.Sleeper;
import dev.sextant.venues.http.VenueReadException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ports over real loopback HTTP. */
class BinancePortsTest {

    private static final long TICK_MS = Tape.START_MS + 1_000;
    private static final Tape TAPE = Tape.of(12, 10, 50, Tape.BTC);

    private final HttpClient client = JdkHttpGet.newClient(Duration.ofSeconds(5));
    private final HttpGet http = new JdkHttpGet(client, 1_000_000);
    private FakeVenue venue;
    private BinanceMarketRest rest;
    private CoinbaseMarketRest coinbase;

    @BeforeEach
    void open() throws Exception {
        venue = new FakeVenue(TAPE);
        rest = new BinanceMarketRest(
                venue.endpoints(),
                http,
                new RateBudget(System::currentTimeMillis),
                ReadPatience.once(Duration.ofSeconds(5)),
                Sleeper.real(),
                () -> 0);
        coinbase = new CoinbaseMarketRest(venue.restUri(), http, Duration.ofSeconds(5));
    }

    @AfterEach
    void close() throws InterruptedException {
        venue.close();
        client.shutdownNow();
    }

    private Polled read(Set<String> synthetic, PollKind... kinds) throws InterruptedException {
        try (ParallelIndicators indicators = new ParallelIndicators(rest, coinbase, synthetic, 5_000)) {
            return indicators.read(
                    Stream.of(kinds)
                            .map(kind -> new Poll(kind, Tape.BTC, 6_000_000_000_000L, 5_999_000_000_000L))
                            .toList(),
                    TICK_MS);
        }
    }

    @Test
    void theTradesOfTheVenueComeBackExactly() throws Exception {
        List<AggTrade> trades = TAPE.trades(Tape.BTC);
        assertEquals(
                trades.subList(5, trades.size()),
                new BinanceTradeHistory(rest).from(Tape.BTC, trades.get(5).aggId()));
    }

    @Test
    void eachKindBecomesAReadingOfItsType() throws Exception {
        venue.answer(
                        "/fapi/v1/premiumIndex",
                        "{\"markPrice\":\"60000.1\",\"indexPrice\":\"60000\",\"lastFundingRate\":\"-0.0001\","
                                + "\"nextFundingTime\":1750003200000,\"time\":" + (TICK_MS - 1) + "}")
                .answer("/fapi/v1/openInterest", "{\"openInterest\":\"10.5\",\"time\":" + (TICK_MS + 300) + "}")
                .answer(
                        "/futures/data/openInterestHist",
                        "[{\"sumOpenInterest\":\"11\",\"sumOpenInterestValue\":\"660000\",\"timestamp\":1750000000000}]")
                .answer(
                        "/futures/data/globalLongShortAccountRatio",
                        "[{\"longShortRatio\":\"1.5\",\"timestamp\":1750000000000}]")
                .answer(
                        "/futures/data/topLongShortPositionRatio",
                        "[{\"longShortRatio\":\"0.5\",\"timestamp\":\"1750000000000\"}]")
                .answer("/products/BTC-USD/ticker", ticker("60029", "60031", TICK_MS - 400))
                .answer("/products/USDT-USD/ticker", ticker("0.9995", "0.9995", TICK_MS - 9_000));
        Polled polled = read(Set.of("open_interest", "long_short_ratio"), PollKind.values());

        assertEquals(List.of(), polled.failed());
        assertEquals(
                List.of(
                        new IndicatorReading(
                                Tape.BTC,
                                IndicatorType.FUNDING_RATE,
                                TICK_MS - 1,
                                TICK_MS,
                                Map.of(
                                        "rate", new BigDecimal("-0.0001"),
                                        "mark_price", new BigDecimal("60000.1"),
                                        "index_price", new BigDecimal("60000"),
                                        "next_funding_ms", new BigDecimal("1750003200000")),
                                false),
                        reading(
                                IndicatorType.OPEN_INTEREST_HIST,
                                TICK_MS + 300,
                                TICK_MS + 300,
                                Map.of("open_interest", "10.5", "open_interest_value", "630000.000000000"),
                                true),
                        reading(
                                IndicatorType.OPEN_INTEREST_HIST,
                                1_750_000_000_000L,
                                TICK_MS,
                                Map.of("open_interest", "11", "open_interest_value", "660000"),
                                true),
                        reading(
                                IndicatorType.LONG_SHORT_RATIO,
                                1_750_000_000_000L,
                                TICK_MS,
                                Map.of("ratio", "1.5"),
                                true),
                        reading(
                                IndicatorType.TOP_TRADER_POSITION,
                                1_750_000_000_000L,
                                TICK_MS,
                                Map.of("ratio", "0.5"),
                                false),
                        reading(
                                IndicatorType.COINBASE_PREMIUM,
                                TICK_MS,
                                TICK_MS,
                                Map.of(
                                        "premium_bps", "11.6736",
                                        "coinbase_mid", "60030",
                                        "venue_price", "59990.00000000",
                                        "usdt_usd", "0.9995",
                                        "coinbase_age_ms", "400",
                                        "usdt_usd_age_ms", "9000"),
                                false)),
                polled.readings());
    }

    private static IndicatorReading reading(
            IndicatorType type, long timeMs, long knownMs, Map<String, String> values, boolean synthetic) {
        Map<String, BigDecimal> decimals = values.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, entry -> new BigDecimal(entry.getValue())));
        return new IndicatorReading(Tape.BTC, type, timeMs, knownMs, decimals, synthetic);
    }

    private static String ticker(String bid, String ask, long timeMs) {
        return "{\"bid\":\"" + bid + "\",\"ask\":\"" + ask + "\",\"time\":\"" + Instant.ofEpochMilli(timeMs) + "\"}";
    }

    @Test
    void aFrozenCoinbaseMarketHasNoPremium() throws Exception {
        venue.answer("/products/BTC-USD/ticker", ticker("60029", "60031", TICK_MS - 60_001))
                .answer("/products/USDT-USD/ticker", ticker("0.9995", "0.9995", TICK_MS));

        assertEquals(1, read(Set.of(), PollKind.COINBASE_PREMIUM).failed().size());
    }

    @Test
    void aPollThatFailsIsSkippedAndTheOthersAreRead() throws Exception {
        venue.answer("/fapi/v1/openInterest", "{\"openInterest\":\"10.5\",\"time\":" + TICK_MS + "}")
                .fail("/fapi/v1/premiumIndex", 500)
                .answer("/futures/data/globalLongShortAccountRatio", "[]")
                .answer("/futures/data/topLongShortPositionRatio", "NaN");
        Polled polled = read(
                Set.of(),
                PollKind.PREMIUM,
                PollKind.OPEN_INTEREST,
                PollKind.LONG_SHORT_RATIO,
                PollKind.TOP_TRADER_POSITION);

        assertEquals(1, polled.readings().size());
        assertEquals(
                List.of(PollKind.PREMIUM, PollKind.LONG_SHORT_RATIO, PollKind.TOP_TRADER_POSITION),
                polled.failed().stream().map(Poll::kind).toList());
    }

    @Test
    void aRealExchangeHasNoMadeUpInputs() throws Exception {
        assertEquals(Set.of(), new VenueDescription(http, venue.restUri()).names());
    }

    @Test
    void aVenueServerNamesItsMadeUpInputs() throws Exception {
        venue.answer("/sextant/v1/venue", "{\"synthetic_inputs\":[\"funding_rate\",\"liquidation\"]}");
        assertEquals(Set.of("funding_rate", "liquidation"), new VenueDescription(http, venue.restUri()).names());
    }

    @Test
    void noAnswerIsNeverTakenForARealExchange() {
        venue.fail("/sextant/v1/venue", 500);
        VenueDescription description = new VenueDescription(http, venue.restUri());
        VenueReadException failure = assertThrows(VenueReadException.class, description::names);
        assertTrue(String.valueOf(failure.getMessage()).contains("HTTP 500"));
    }
}
