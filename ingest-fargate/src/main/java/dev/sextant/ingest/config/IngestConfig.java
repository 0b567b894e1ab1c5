package dev.sextant.ingest.config;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.indicator.PollKind;
import dev.sextant.ingest.opportunity.WatchSettings;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import dev.sextant.venues.coinbase.CoinbaseMarketRest;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All that can be set, with defaults for the real market. The names of the variables are in the module's README.
 *
 * @param symbols what to follow
 * @param liquidSymbols those whose trades are never silent for long; their trade streams are watched for stalls
 * @param accounts who gets ticks
 * @param endpoints where the venue is
 * @param coinbase where Coinbase's public tickers are
 * @param backfillMs how far back to read when nothing is stored, 0 = not at all
 * @param stallMs silence after which a connection is replaced, 0 = never
 * @param clockProbeMs between measurements of the venue's clock, 0 = never: a replay's clock is not the wall's
 * @param pollPeriodsMs how often each indicator is read, 0 = never
 * @param healthHost address the health page listens on
 * @param healthPort its port, 0 = any free one
 * @param pacer who lets a replay advance
 * @param outboxRecords records kept in memory while the streams take nothing, before the disk is used
 * @param spillFolder of this ingest alone
 * @param spillBytes of records on disk, before reading stops; 0 = none
 * @param slot names this ingest among those whose supervisor lets only one of each name live; a run without one is its
 *     own
 * @param privateStreams where the accounts' private streams are, without their key; empty when there are none
 * @param privateWithTicks whether what they tell leaves with the ticks: for a replay that may be fast
 * @param kraken what is watched for triangles; empty when nothing is
 */
public record IngestConfig(
        List<Symbol> symbols,
        List<Symbol> liquidSymbols,
        List<Account> accounts,
        BinanceEndpoints endpoints,
        URI coinbase,
        long backfillMs,
        long stallMs,
        long clockProbeMs,
        Map<PollKind, Long> pollPeriodsMs,
        String healthHost,
        int healthPort,
        Optional<URI> pacer,
        int outboxRecords,
        Path spillFolder,
        long spillBytes,
        Optional<String> slot,
        Optional<String> privateStreams,
        boolean privateWithTicks,
        Optional<WatchSettings> kraken) {

    private static final long SECOND_MS = 1_000;
    private static final long MINUTE_MS = 60_000;
    private static final int HOUR_S = 3_600;
    private static final long MIB = 1 << 20;
    private static final String LIVE = "live";
    private static final String AT_ONCE = "at-once";
    private static final String WITH_TICKS = "with-ticks";
    private static final Pattern PRIVATE_PATH = Pattern.compile("/[A-Za-z0-9/?=_-]{0,60}");
    private static final Pattern UNROUTED = Pattern.compile(".*/(ws|stream)(/.*)?");
    private static final Pattern SLOT = Pattern.compile("[A-Za-z0-9.-]{1,60}");

    public IngestConfig {
        symbols = symbols.stream().sorted().toList();
        liquidSymbols = List.copyOf(liquidSymbols);
        accounts = List.copyOf(accounts);
        pollPeriodsMs = Map.copyOf(pollPeriodsMs);
    }

    /**
     * Reads environment variables.
     *
     * @throws ConfigException listing every wrong one
     */
    public static IngestConfig from(Map<String, String> environment) throws ConfigException {
        return from(environment, List.of());
    }

    /** The same; lists what else was found wrong, too. */
    static IngestConfig from(Map<String, String> environment, List<String> otherProblems) throws ConfigException {
        Variables in = new Variables(environment, otherProblems);
        List<Symbol> symbols =
                in.list("SEXTANT_SYMBOLS", "", "symbols joined by commas, for example BTCUSDT,ETHUSDT", Symbol::new);
        String all = String.join(",", symbols.stream().map(Symbol::name).toList());
        boolean live = in.choice("SEXTANT_FEED", LIVE, List.of(LIVE, "replay")).equals(LIVE);
        BinanceEndpoints venue = venue(in);
        int spillMb = in.number("SEXTANT_SPILL_MB", 256, 0, 100_000);
        IngestConfig config = new IngestConfig(
                symbols,
                liquid(in, symbols, all),
                in.list("SEXTANT_ACCOUNTS", "", "account names joined by commas, for example paper-main", Account::new),
                venue,
                in.address("SEXTANT_COINBASE_REST_URL", CoinbaseMarketRest.PRODUCTION.toString(), "http", "https"),
                in.number("SEXTANT_BACKFILL_MINUTES", live ? 30 : 0, 0, 24 * 60) * MINUTE_MS,
                in.number("SEXTANT_STALL_SECONDS", live ? 10 : 0, 0, HOUR_S) * SECOND_MS,
                in.number("SEXTANT_CLOCK_PROBE_SECONDS", live ? 60 : 0, 0, HOUR_S) * SECOND_MS,
                polls(in),
                in.host("SEXTANT_HEALTH_HOST", "127.0.0.1"),
                in.number("SEXTANT_HEALTH_PORT", 8080, 0, 65_535),
                in.optionalAddress("SEXTANT_PACER_URL", "", "http", "https"),
                in.number("SEXTANT_OUTBOX_RECORDS", spillMb > 0 ? 2_000 : 20_000, 10, 1_000_000),
                in.path("SEXTANT_SPILL_FOLDER", Path.of(System.getProperty("java.io.tmpdir"), "sextant-spill")),
                spillMb * MIB,
                in.optional("SEXTANT_INGEST_SLOT", SLOT, "up to 60 letters, digits, dots and dashes"),
                privateStreams(in),
                in.choice("SEXTANT_PRIVATE_EVENTS", AT_ONCE, List.of(AT_ONCE, WITH_TICKS))
                        .equals(WITH_TICKS),
                KrakenVariables.read(in));
        in.check();
        return config;
    }

    private static List<Symbol> liquid(Variables in, List<Symbol> symbols, String all) {
        if (symbols.isEmpty()) {
            return List.of();
        }
        List<Symbol> liquid = in.list("SEXTANT_LIQUID_SYMBOLS", all, "some of SEXTANT_SYMBOLS", Symbol::new);
        if (!symbols.containsAll(liquid)) {
            in.problem("SEXTANT_LIQUID_SYMBOLS", liquid.toString(), "some of SEXTANT_SYMBOLS");
        }
        return liquid;
    }

    private static BinanceEndpoints venue(Variables in) {
        boolean production = in.choice("SEXTANT_BINANCE", "production", List.of("production", "testnet"))
                .equals("production");
        BinanceEndpoints known = production ? BinanceEndpoints.production() : BinanceEndpoints.testnet();
        return BinanceEndpoints.of(
                in.address("SEXTANT_BINANCE_REST_URL", known.rest().toString(), "http", "https"),
                streams(in, known.webSocket()));
    }

    /** An un-routed root opens and stays silent, so it is refused here. */
    private static URI streams(Variables in, URI known) {
        URI base = in.address("SEXTANT_BINANCE_WS_URL", known.toString(), "ws", "wss");
        if (UNROUTED.matcher(base.getPath()).matches()) {
            in.problem(
                    "SEXTANT_BINANCE_WS_URL",
                    base.toString(),
                    "the address without " + Variables.shown(base.getPath())
                            + ": the roots /ws and /stream carry only /public data since 2026-04-23, and the routed paths"
                            + " are appended here");
        }
        return base;
    }

    /** Host and path apart, because whether every host serves the routed path is not documented. */
    private static Optional<String> privateStreams(Variables in) {
        String path = in.optional("SEXTANT_PRIVATE_WS_PATH", PRIVATE_PATH, "a path that begins with /")
                .orElse("/private/ws/");
        return in.optionalAddress("SEXTANT_PRIVATE_WS_URL", "", "ws", "wss").map(base -> base + path);
    }

    private static Map<PollKind, Long> polls(Variables in) {
        long funding = in.number("SEXTANT_POLL_FUNDING_SECONDS", 5, 0, HOUR_S) * SECOND_MS;
        long interest = in.number("SEXTANT_POLL_OPEN_INTEREST_SECONDS", 60, 0, HOUR_S) * SECOND_MS;
        long statistics = in.number("SEXTANT_POLL_STATISTICS_SECONDS", 300, 0, HOUR_S) * SECOND_MS;
        long coinbase = in.number("SEXTANT_POLL_COINBASE_SECONDS", 5, 0, HOUR_S) * SECOND_MS;
        return Map.of(
                PollKind.PREMIUM, funding,
                PollKind.OPEN_INTEREST, interest,
                PollKind.OPEN_INTEREST_STATISTIC, statistics,
                PollKind.LONG_SHORT_RATIO, statistics,
                PollKind.TOP_TRADER_POSITION, statistics,
                PollKind.COINBASE_PREMIUM, coinbase);
    }
}
