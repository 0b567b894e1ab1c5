package dev.sextant.ingest.config;

import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.domain.event.Account;
import dev.sextant.ingest.kraken.FeedSettings;
import dev.sextant.ingest.kraken.NewsChannel;
import dev.sextant.ingest.opportunity.StreamLane;
import dev.sextant.ingest.opportunity.WatchSettings;
import dev.sextant.venues.kraken.feed.KrakenRequests;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The variables of the watch for triangles: there is none unless its address is set. */
public final class KrakenVariables {

    /** The assets that most of Kraken's volume is in. */
    static final String ASSETS = "USD,EUR,GBP,USDT,USDC,BTC,ETH,SOL,XRP,LTC,ADA,DOT";

    private static final String ALL = "all";
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern ASSET = Pattern.compile("[A-Za-z0-9._-]{1,20}");

    private KrakenVariables() {}

    /**
     * Checks these variables alone, for whoever will start an ingest with them.
     *
     * @throws ConfigException listing every wrong one
     */
    public static void check(Map<String, String> environment) throws ConfigException {
        Variables in = new Variables(environment, List.of());
        read(in);
        in.check();
    }

    /**
     * What a watch goes by; empty when there is none.
     *
     * @throws ConfigException listing every wrong variable
     */
    public static Optional<WatchSettings> of(Map<String, String> environment) throws ConfigException {
        Variables in = new Variables(environment, List.of());
        Optional<WatchSettings> settings = read(in);
        in.check();
        return settings;
    }

    /** Reads them beside others. */
    public static Optional<WatchSettings> read(Variables in) {
        List<String> depths =
                KrakenRequests.DEPTHS.stream().map(String::valueOf).toList();
        List<String> starts = assets(in, "SEXTANT_KRAKEN_STARTS", "USD,EUR");
        List<String> assets = assets(in, "SEXTANT_KRAKEN_ASSETS", ASSETS);
        String depth = in.choice("SEXTANT_KRAKEN_DEPTH", "10", depths);
        if (!assets.equals(List.of(ALL)) && !assets.isEmpty() && !assets.containsAll(starts)) {
            in.problem(
                    "SEXTANT_KRAKEN_STARTS",
                    String.join(",", starts),
                    "some of SEXTANT_KRAKEN_ASSETS: " + String.join(",", assets));
        }
        FeedSettings feed = new FeedSettings(
                depths.contains(depth) ? Integer.parseInt(depth) : KrakenRequests.DEPTHS.getFirst(),
                starts,
                assets.equals(List.of(ALL)) ? Set.of() : Set.copyOf(assets),
                in.number("SEXTANT_KRAKEN_LEGS", 3, 3, 4),
                in.basisPoints("SEXTANT_KRAKEN_FEE_BPS", "26", 0, 1_000),
                news(in));
        DetectorLimits limits = new DetectorLimits(
                in.basisPoints("SEXTANT_KRAKEN_BUFFER_BPS", "0", 0, 1_000),
                in.basisPoints("SEXTANT_KRAKEN_MAX_EDGE_BPS", "500", 1, 10_000),
                in.number("SEXTANT_KRAKEN_STALE_MS", 1_000, 1, 60_000),
                in.number("SEXTANT_KRAKEN_MAX_NOTIONAL", 1_000, 1, 100_000_000));
        int haircut = in.basisPoints("SEXTANT_KRAKEN_HAIRCUT_BPS", "50", 0, 10_000);
        boolean synthetic = in.choice("SEXTANT_KRAKEN_SYNTHETIC", "false", List.of("true", "false"))
                .equals("true");
        Optional<StreamLane> lane = lane(in);
        return in.optionalAddress("SEXTANT_KRAKEN_WS_URL", "", "ws", "wss")
                .map(address -> new WatchSettings(address, synthetic, feed, limits, haircut, lane));
    }

    private static Optional<StreamLane> lane(Variables in) {
        Optional<String> currency = in.optional("SEXTANT_TRIANGLES_CURRENCY", ASSET, "an asset, for example USD");
        return in.optional("SEXTANT_TRIANGLES_ACCOUNT", ACCOUNT, "the account that trades, of a-z, 0-9 and -")
                .filter(name -> ACCOUNT.matcher(name).matches())
                .map(name -> new StreamLane(new Account(name), currency.orElse("USD")));
    }

    private static Set<NewsChannel> news(Variables in) {
        String wanted =
                in.choice("SEXTANT_KRAKEN_NEWS", "trade,ticker", List.of("none", "trade", "ticker", "trade,ticker"));
        return Arrays.stream(NewsChannel.values())
                .filter(channel -> List.of(wanted.split(",", -1)).contains(channel.wireName()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> assets(Variables in, String name, String otherwise) {
        String expected =
                "assets joined by commas, for example USD,BTC,ETH" + (name.endsWith("ASSETS") ? ", or all" : "");
        return in.list(name, otherwise, expected, text -> {
            if (!ASSET.matcher(text).matches()) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }
}
