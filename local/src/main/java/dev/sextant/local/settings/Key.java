package dev.sextant.local.settings;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every setting, with its default and the rule its value must follow. */
public enum Key {
    PORT("desk.port", "8080", Form.PORT, "a port, 1 to 65535"),
    CAPTURE("desk.capture", "captures/usdm-btcusdt-20240808.gz", Form.GIVEN, "a capture file"),
    SPEED("desk.speed", "1", Form.ABOVE_ZERO_OR_MAX, "a number above 0, or max"),
    MODE("desk.mode", "paper", Form.MODE, "paper, testnet or live", "TRADE_ENV"),
    SYMBOLS("desk.symbols", "BTCUSDT", Form.SYMBOLS, "what testnet and live trade, symbols joined by commas"),
    VENUE("desk.venue", "auto", Form.VENUE, "auto, binance, kraken or both"),
    LIVE("desk.live", "false", Form.FLAG, "true or false"),
    TESTNET_REST_URL(
            "testnet.rest_url",
            "https://demo-fapi.binance.com",
            Form.HTTP_HOST,
            "https://host without a slash at the end"),
    TESTNET_WS_URL(
            "testnet.ws_url",
            "wss://fstream.binancefuture.com",
            Form.WEB_SOCKET_HOST,
            "wss://host without a slash at the end"),
    TESTNET_KEY_FILE("testnet.key_file", "keys/testnet.json", Form.GIVEN, "a file that only you can read"),
    LIVE_REST_URL(
            "live.rest_url", "https://fapi.binance.com", Form.HTTP_HOST, "https://host without a slash at the end"),
    LIVE_WS_URL(
            "live.ws_url", "wss://fstream.binance.com", Form.WEB_SOCKET_HOST, "wss://host without a slash at the end"),
    LIVE_WALLET_URL(
            "live.wallet_url", "https://api.binance.com", Form.HTTP_HOST, "https://host without a slash at the end"),
    LIVE_KEY_FILE("live.key_file", "keys/live.json", Form.GIVEN, "a file that only you can read"),
    LAMBDA_CADENCE("desk.lambda_cadence", "false", Form.FLAG, "true or false"),
    VENUE_LATENCY_MS(
            "venue.latency_ms",
            "20",
            Form.MILLIS,
            "how many ms an order takes to the paper venue, and its answer back, 0 to 10000"),
    KRAKEN_WS_URL(
            "kraken.ws_url", "wss://ws.kraken.com/v2", Form.WEB_SOCKET, "ws://… or wss://… without a slash at the end"),
    KRAKEN_REST_URL(
            "kraken.rest_url", "https://api.kraken.com", Form.HTTP_HOST, "https://host without a slash at the end"),
    KRAKEN_PRIVATE_WS_URL(
            "kraken.private_ws_url",
            "wss://ws-auth.kraken.com/v2",
            Form.WEB_SOCKET,
            "ws://… or wss://… without a slash at the end"),
    KRAKEN_KEY_FILE("kraken.key_file", "keys/kraken.json", Form.GIVEN, "a file that only you can read"),
    KRAKEN_READER_KEY_FILE(
            "kraken.reader_key_file", "keys/kraken-reader.json", Form.GIVEN, "a file that only you can read"),
    KRAKEN_TIER("kraken.tier", "starter", Form.KRAKEN_TIER, "starter, intermediate or pro"),
    KRAKEN_CAPTURE(
            "kraken.capture",
            Settings.MADE_UP,
            Form.GIVEN,
            "made-up, or files of recorded books, joined by commas, to be played as Kraken's"),
    KRAKEN_ASSETS(
            "kraken.assets",
            "USD,EUR,GBP,USDT,USDC,BTC,ETH,SOL,XRP,LTC,ADA,DOT",
            Form.ASSETS,
            "assets whose pairs are watched, joined by commas, or all"),
    KRAKEN_STARTS(
            "kraken.starts",
            "USD,EUR",
            Form.ASSETS,
            "assets that a triangle may begin with, joined by commas, the preferred first"),
    KRAKEN_DEPTH("kraken.depth", "10", Form.DEPTH, "levels of each side of a book: 10, 25, 100, 500 or 1000"),
    KRAKEN_LEGS("kraken.legs", "3", Form.LEGS, "legs of a cycle at most, 3 or 4"),
    KRAKEN_NEWS(
            "kraken.news",
            "trade,ticker",
            Form.NEWS,
            "what is subscribed to beside the books: none, trade, ticker, or trade,ticker"),
    KRAKEN_FEE_BPS("kraken.fee_bps", "26", Form.BASIS_POINTS, "the taker's fee in basis points, 0 to 999.99"),
    KRAKEN_BUFFER_BPS(
            "kraken.buffer_bps",
            "0",
            Form.BASIS_POINTS,
            "what must be earned beyond fees, basis points from 0 to 999.99"),
    KRAKEN_MAX_EDGE_BPS(
            "kraken.max_edge_bps",
            "500",
            Form.BASIS_POINTS,
            "prices that pay more are not believed, basis points from 1 to 999.99"),
    KRAKEN_HAIRCUT_BPS(
            "kraken.haircut_bps",
            "50",
            Form.BASIS_POINTS,
            "how much worse prices may be when a cycle is sold back, basis points from 0 to 999.99"),
    KRAKEN_MAX_NOTIONAL(
            "kraken.max_notional",
            "1000",
            Form.WHOLE,
            "the most to begin with, whole units of the start asset above 0"),
    KRAKEN_STALE_MS("kraken.stale_ms", "1000", Form.STALENESS, "how old the news of a leg may be, 1 to 60000 ms"),
    KRAKEN_TRADE(
            "kraken.trade",
            "true",
            Form.FLAG,
            "true to trade triangles on paper where the mode is paper, or false to watch them"),
    KRAKEN_LANE(
            "kraken.lane", "direct", Form.LANE, "direct, in one process with the books, or stream, by the functions"),
    KRAKEN_PLAN_AGE_MS(
            "kraken.plan_age_ms",
            "3000",
            Form.STALENESS,
            "how old a leg's book may be when the functions reserve a plan, 1 to 60000 ms"),
    KRAKEN_START_BALANCE("kraken.start_balance", "10000", Form.ABOVE_ZERO, "an amount of each start asset above 0"),
    KRAKEN_MAX_LOSS("kraken.max_loss", "20", Form.ABOVE_ZERO, "an amount of USD above 0 that one plan may lose"),
    STRATEGIES("desk.strategies", "strategies", Form.GIVEN, "a folder of strategy files"),
    MONTHS_KEPT(
            "archive.months_kept", "2", Form.COUNT, "how many full months of trades stay in the database, 1 to 1200"),
    ACCOUNT("account.name", "main", Form.NAME, "1 to 30 of a-z, 0-9 and -; the mode is put before it"),
    START_BALANCE("account.start_balance", "10000", Form.ABOVE_ZERO, "an amount of USDT above 0"),
    RISK_PER_TRADE("account.risk_per_trade", "20", Form.ABOVE_ZERO, "an amount of USDT above 0", "RISK_PER_TRADE_USD"),
    MAX_POSITIONS("account.max_positions", "4", Form.COUNT, "how many symbols at once, 1 to 1200", "MAX_POSITIONS"),
    MAX_SYMBOL_NOTIONAL("account.max_symbol_notional", "50000", Form.ABOVE_ZERO, "an amount of USDT above 0"),
    MAX_TOTAL_NOTIONAL("account.max_total_notional", "100000", Form.ABOVE_ZERO, "an amount of USDT above 0"),
    MAX_DAILY_LOSS_R("account.max_daily_loss_r", "5", Form.ABOVE_ZERO, "a multiple of the risk per trade above 0"),
    MARGIN_TYPE("account.margin_type", "CROSSED", Form.MARGIN, "CROSSED or ISOLATED"),
    LEVERAGE("account.leverage", "20", Form.LEVERAGE, "a whole number from 1 to 125");

    private final String path;
    private final String defaultValue;
    private final Form form;
    private final String expected;
    private final @Nullable String olderVariable;

    Key(String path, String defaultValue, Form form, String expected) {
        this(path, defaultValue, form, expected, null);
    }

    Key(String path, String defaultValue, Form form, String expected, @Nullable String olderVariable) {
        this.path = path;
        this.defaultValue = defaultValue;
        this.form = form;
        this.expected = expected;
        this.olderVariable = olderVariable;
    }

    /** The name in the settings file: {@code section.key}. */
    public String path() {
        return path;
    }

    /** The environment variable: {@code SEXTANT__SECTION__KEY}. */
    public String variable() {
        return "SEXTANT__" + path.replace(".", "__").toUpperCase(Locale.ROOT);
    }

    /** The variable that the seeds of this desk knew the setting by, or null; asked when the one above is not there. */
    @Nullable
    String olderVariable() {
        return olderVariable;
    }

    String defaultValue() {
        return defaultValue;
    }

    /** What is wrong with a value, or an empty text. */
    String objection(String value) {
        return form.fits(value) ? "" : path + " is '" + SettingsFile.shown(value) + "', expected " + expected;
    }
}
