package dev.sextant.ingest.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.indicator.PollKind;
import dev.sextant.ingest.kraken.FeedSettings;
import dev.sextant.ingest.kraken.NewsChannel;
import dev.sextant.ingest.opportunity.StreamLane;
import dev.sextant.ingest.opportunity.WatchSettings;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IngestConfigTest {

    private static final Symbol BTC = new Symbol("BTCUSDT");
    private static final Symbol ETH = new Symbol("ETHUSDT");

    private static Map<String, String> minimal() {
        return new HashMap<>(Map.of("SEXTANT_SYMBOLS", "ETHUSDT, BTCUSDT", "SEXTANT_ACCOUNTS", "paper-main"));
    }

    @Test
    void theDefaultsFollowTheRealMarket() throws ConfigException {
        assertEquals(
                new IngestConfig(
                        List.of(BTC, ETH),
                        List.of(ETH, BTC),
                        List.of(new Account("paper-main")),
                        BinanceEndpoints.production(),
                        URI.create("https://api.exchange.coinbase.com"),
                        1_800_000,
                        10_000,
                        60_000,
                        Map.of(
                                PollKind.PREMIUM, 5_000L,
                                PollKind.OPEN_INTEREST, 60_000L,
                                PollKind.OPEN_INTEREST_STATISTIC, 300_000L,
                                PollKind.LONG_SHORT_RATIO, 300_000L,
                                PollKind.TOP_TRADER_POSITION, 300_000L,
                                PollKind.COINBASE_PREMIUM, 5_000L),
                        "127.0.0.1",
                        8_080,
                        Optional.empty(),
                        2_000,
                        Path.of(System.getProperty("java.io.tmpdir"), "sextant-spill"),
                        256L << 20,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty()),
                IngestConfig.from(minimal()));
    }

    @Test
    void everySettingCanBeChanged() throws ConfigException {
        Map<String, String> all = minimal();
        all.putAll(Map.of(
                "SEXTANT_LIQUID_SYMBOLS", "BTCUSDT",
                "SEXTANT_BINANCE", "testnet",
                "SEXTANT_BINANCE_REST_URL", "http://127.0.0.1:9001",
                "SEXTANT_BINANCE_WS_URL", "ws://127.0.0.1:9002",
                "SEXTANT_BACKFILL_MINUTES", "5",
                "SEXTANT_STALL_SECONDS", "7",
                "SEXTANT_CLOCK_PROBE_SECONDS", "0",
                "SEXTANT_HEALTH_HOST", "0.0.0.0",
                "SEXTANT_HEALTH_PORT", "0"));
        all.putAll(Map.of(
                "SEXTANT_PRIVATE_WS_URL", "ws://127.0.0.1:9005",
                "SEXTANT_PRIVATE_WS_PATH", "/private/stream?listenKey=",
                "SEXTANT_PRIVATE_EVENTS", "with-ticks"));
        all.putAll(Map.of(
                "SEXTANT_POLL_FUNDING_SECONDS", "1",
                "SEXTANT_POLL_OPEN_INTEREST_SECONDS", "2",
                "SEXTANT_POLL_STATISTICS_SECONDS", "0",
                "SEXTANT_POLL_COINBASE_SECONDS", "10",
                "SEXTANT_COINBASE_REST_URL", "http://127.0.0.1:9004",
                "SEXTANT_PACER_URL", "http://127.0.0.1:9003/ack",
                "SEXTANT_OUTBOX_RECORDS", "500",
                "SEXTANT_SPILL_FOLDER", "/var/spill",
                "SEXTANT_SPILL_MB", "0",
                "SEXTANT_INGEST_SLOT", "desk"));
        assertEquals(
                new IngestConfig(
                        List.of(BTC, ETH),
                        List.of(BTC),
                        List.of(new Account("paper-main")),
                        BinanceEndpoints.of(URI.create("http://127.0.0.1:9001"), URI.create("ws://127.0.0.1:9002")),
                        URI.create("http://127.0.0.1:9004"),
                        300_000,
                        7_000,
                        0,
                        Map.of(
                                PollKind.PREMIUM, 1_000L,
                                PollKind.OPEN_INTEREST, 2_000L,
                                PollKind.OPEN_INTEREST_STATISTIC, 0L,
                                PollKind.LONG_SHORT_RATIO, 0L,
                                PollKind.TOP_TRADER_POSITION, 0L,
                                PollKind.COINBASE_PREMIUM, 10_000L),
                        "0.0.0.0",
                        0,
                        Optional.of(URI.create("http://127.0.0.1:9003/ack")),
                        500,
                        Path.of("/var/spill"),
                        0,
                        Optional.of("desk"),
                        Optional.of("ws://127.0.0.1:9005/private/stream?listenKey="),
                        true,
                        Optional.empty()),
                IngestConfig.from(all));
    }

    @Test
    void aReplayNeitherBackFillsNorWatchesTheWallClock() throws ConfigException {
        Map<String, String> replay = minimal();
        replay.put("SEXTANT_FEED", "replay");
        IngestConfig config = IngestConfig.from(replay);
        assertEquals(List.of(0L, 0L, 0L), List.of(config.backfillMs(), config.stallMs(), config.clockProbeMs()));
    }

    @Test
    void everyProblemIsListedWithFieldValueAndWhatIsExpected() {
        ConfigException failure = assertThrows(
                ConfigException.class,
                () -> Settings.from(Map.of(
                        "SEXTANT_ACCOUNTS", "Paper Main",
                        "SEXTANT_FEED", "dreams",
                        "SEXTANT_BACKFILL_MINUTES", "-3",
                        "SEXTANT_HEALTH_PORT", "99999",
                        "SEXTANT_BINANCE_REST_URL", "https://fapi.binance.com/",
                        "SEXTANT_PACER_URL", "localhost")));
        assertEquals("""
                the configuration is wrong:
                  SEXTANT_DB_CLUSTER_ARN is '', expected an ARN (arn:aws…)
                  SEXTANT_SYMBOLS is '', expected symbols joined by commas, for example BTCUSDT,ETHUSDT
                  SEXTANT_FEED is 'dreams', expected one of live, replay
                  SEXTANT_BINANCE_REST_URL is 'https://fapi.binance.com/', expected http://… or https://… without a slash at the end
                  SEXTANT_ACCOUNTS is 'Paper Main', expected account names joined by commas, for example paper-main
                  SEXTANT_BACKFILL_MINUTES is '-3', expected a whole number from 0 to 1440
                  SEXTANT_HEALTH_PORT is '99999', expected a whole number from 0 to 65535
                  SEXTANT_PACER_URL is 'localhost', expected http://… or https://… without a slash at the end""", failure.getMessage());
    }

    @Test
    void trianglesAreWatchedWhereAnAddressIsGiven() throws ConfigException {
        Map<String, String> kraken = minimal();
        kraken.put("SEXTANT_KRAKEN_WS_URL", "wss://ws.kraken.com/v2");
        WatchSettings usual = IngestConfig.from(kraken).kraken().orElseThrow();
        assertEquals(URI.create("wss://ws.kraken.com/v2"), usual.address());
        assertEquals(new DetectorLimits(0, 50_000, 1_000, 1_000), usual.limits());
        assertEquals(List.of("USD", "EUR"), usual.feed().starts());
        assertEquals(12, usual.feed().assets().size());
        kraken.put("SEXTANT_KRAKEN_NEWS", "trade");
        kraken.putAll(Map.of(
                "SEXTANT_KRAKEN_ASSETS", "all",
                "SEXTANT_KRAKEN_STARTS", "USDT",
                "SEXTANT_KRAKEN_DEPTH", "25",
                "SEXTANT_KRAKEN_LEGS", "4",
                "SEXTANT_KRAKEN_FEE_BPS", "8.5",
                "SEXTANT_KRAKEN_BUFFER_BPS", "1",
                "SEXTANT_KRAKEN_MAX_NOTIONAL", "250",
                "SEXTANT_KRAKEN_STALE_MS", "700",
                "SEXTANT_KRAKEN_HAIRCUT_BPS", "30",
                "SEXTANT_KRAKEN_SYNTHETIC", "true"));
        kraken.put("SEXTANT_TRIANGLES_ACCOUNT", "paper-triangles");
        kraken.put("SEXTANT_TRIANGLES_CURRENCY", "EUR");
        assertEquals(
                new WatchSettings(
                        URI.create("wss://ws.kraken.com/v2"),
                        true,
                        new FeedSettings(25, List.of("USDT"), Set.of(), 4, 850, Set.of(NewsChannel.TRADE)),
                        new DetectorLimits(100, 50_000, 700, 250),
                        3_000,
                        Optional.of(new StreamLane(new Account("paper-triangles"), "EUR"))),
                IngestConfig.from(kraken).kraken().orElseThrow());
    }

    @Test
    void whatTrianglesCannotBeWatchedWithIsListed() {
        Map<String, String> wrong = minimal();
        wrong.putAll(Map.of(
                "SEXTANT_KRAKEN_WS_URL", "https://ws.kraken.com",
                "SEXTANT_KRAKEN_DEPTH", "11",
                "SEXTANT_KRAKEN_FEE_BPS", "0.125",
                "SEXTANT_KRAKEN_STARTS", "GOLD"));
        assertEquals(
                """
                the configuration is wrong:
                  SEXTANT_KRAKEN_DEPTH is '11', expected one of 10, 25, 100, 500, 1000
                  SEXTANT_KRAKEN_STARTS is 'GOLD', expected some of SEXTANT_KRAKEN_ASSETS: USD,EUR,GBP,USDT,USDC,BTC,ETH,SOL,XRP,LTC,ADA,DOT
                  SEXTANT_KRAKEN_FEE_BPS is '0.125', expected basis points from 0 to 1000 with at most two decimals
                  SEXTANT_KRAKEN_WS_URL is 'https://ws.kraken.com', expected ws://… or wss://… without a slash at the end""",
                assertThrows(ConfigException.class, () -> IngestConfig.from(wrong))
                        .getMessage());
    }

    @Test
    void aLiquidSymbolMustBeOneOfTheSymbols() {
        Map<String, String> wrong = minimal();
        wrong.put("SEXTANT_LIQUID_SYMBOLS", "SOLUSDT");
        assertEquals(
                "the configuration is wrong:\n  SEXTANT_LIQUID_SYMBOLS is '[SOLUSDT]', expected some of SEXTANT_SYMBOLS",
                assertThrows(ConfigException.class, () -> IngestConfig.from(wrong))
                        .getMessage());
    }

    @Test
    void aSymbolNamedTwiceIsRefused() {
        Map<String, String> wrong = minimal();
        wrong.put("SEXTANT_SYMBOLS", "BTCUSDT,BTCUSDT");
        wrong.put("SEXTANT_LIQUID_SYMBOLS", "BTCUSDT");
        assertEquals(
                "the configuration is wrong:\n  SEXTANT_SYMBOLS is 'BTCUSDT,BTCUSDT', expected symbols joined by commas,"
                        + " for example BTCUSDT,ETHUSDT, each once",
                assertThrows(ConfigException.class, () -> IngestConfig.from(wrong))
                        .getMessage());
    }

    @Test
    void anUnroutedAddressIsRefusedWithTheReason() {
        Map<String, String> legacy = minimal();
        legacy.put("SEXTANT_BINANCE_WS_URL", "wss://fstream.binance.com/stream");
        ConfigException failure = assertThrows(ConfigException.class, () -> IngestConfig.from(legacy));
        assertTrue(
                String.valueOf(failure.getMessage())
                        .contains("SEXTANT_BINANCE_WS_URL is 'wss://fstream.binance.com/stream', expected the address"
                                + " without /stream: the roots /ws and /stream carry only /public data"),
                failure.getMessage());
    }
}
