package dev.sextant.infra.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the ingest watches Kraken's public books for triangles.
 *
 * @param assets whose pairs are watched, or the word {@code all}
 * @param starts assets that a triangle may begin with, the preferred first
 * @param depth levels of each side of a book
 * @param feeBps the taker's fee, basis points
 * @param bufferBps what must be earned beyond fees, basis points
 * @param maxNotional the most to begin with, whole units of the start asset
 * @param staleMs how old the news of a leg may be
 * @param news what is subscribed to beside the books
 */
public record KrakenWatch(
        List<String> assets,
        List<String> starts,
        int depth,
        String feeBps,
        String bufferBps,
        int maxNotional,
        int staleMs,
        String news) {

    private static final String ADDRESS = "wss://ws.kraken.com/v2";
    private static final String ASSET = "[A-Za-z0-9._-]{1,20}";
    private static final String POINTS = "\\d{1,3}(\\.\\d{1,2})?";
    private static final List<Integer> DEPTHS = List.of(10, 25, 100, 500, 1000);

    private static final List<String> NEWS = List.of("none", "trade", "ticker", "trade,ticker");

    public KrakenWatch {
        assets = List.copyOf(assets);
        starts = List.copyOf(starts);
    }

    /** Off unless {@code kraken} is true; every value is checked in any case. */
    static Optional<KrakenWatch> read(Context in) {
        boolean on = in.flag("kraken", false);
        KrakenWatch watch = new KrakenWatch(
                in.list(
                        "krakenAssets",
                        "USD,EUR,GBP,USDT,USDC,BTC,ETH,SOL,XRP,LTC,ADA,DOT",
                        "assets joined by commas, or all",
                        text -> matching(text, ASSET)),
                in.list(
                        "krakenStarts",
                        "USD,EUR",
                        "assets joined by commas, for example USD,EUR",
                        text -> matching(text, ASSET)),
                in.one("krakenDepth", "10", "10, 25, 100, 500 or 1000", KrakenWatch::depth, DEPTHS.getFirst()),
                points(in, "krakenFeeBps", "26"),
                points(in, "krakenBufferBps", "0"),
                in.number("krakenMaxNotional", 1_000, 1, 100_000_000),
                in.number("krakenStaleMs", 1_000, 1, 60_000),
                in.one(
                        "krakenNews",
                        "trade,ticker",
                        "none, trade, ticker, or trade,ticker",
                        KrakenWatch::news,
                        "trade,ticker"));
        if (!watch.assets.isEmpty()
                && !watch.assets.equals(List.of("all"))
                && !watch.assets.containsAll(watch.starts)) {
            in.problem("krakenStarts", String.join(",", watch.starts), "some of krakenAssets");
        }
        return on ? Optional.of(watch) : Optional.empty();
    }

    private static String points(Context in, String name, String preset) {
        return in.one(name, preset, "basis points, 0 to 999.99", text -> matching(text, POINTS), preset);
    }

    private static int depth(String text) {
        int depth = Integer.parseInt(text);
        if (!DEPTHS.contains(depth)) {
            throw new IllegalArgumentException(text);
        }
        return depth;
    }

    private static String news(String text) {
        if (!NEWS.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static String matching(String text, String form) {
        if (!text.matches(form)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /** As the ingest is told. */
    public Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("SEXTANT_KRAKEN_WS_URL", ADDRESS);
        environment.put("SEXTANT_KRAKEN_ASSETS", String.join(",", assets));
        environment.put("SEXTANT_KRAKEN_STARTS", String.join(",", starts));
        environment.put("SEXTANT_KRAKEN_DEPTH", Integer.toString(depth));
        environment.put("SEXTANT_KRAKEN_FEE_BPS", feeBps);
        environment.put("SEXTANT_KRAKEN_BUFFER_BPS", bufferBps);
        environment.put("SEXTANT_KRAKEN_MAX_NOTIONAL", Integer.toString(maxNotional));
        environment.put("SEXTANT_KRAKEN_STALE_MS", Integer.toString(staleMs));
        environment.put("SEXTANT_KRAKEN_NEWS", news);
        return environment;
    }
}
