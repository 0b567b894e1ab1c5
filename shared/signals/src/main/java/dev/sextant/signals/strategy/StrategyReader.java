package dev.sextant.signals.strategy;

import dev.sextant.domain.event.Tier;
import dev.sextant.domain.market.Symbol;
import dev.sextant.signals.window.IndicatorSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes the fields of a strategy file, defaults filled in. What only shows between fields is {@link StrategyChecks}. */
final class StrategyReader {

    private static final int DAY_S = 86_400;
    private static final int STEP_S = 15;
    private static final int MAX_SYMBOLS = 64;
    private static final Pattern ANY = Pattern.compile("(?s).{0,1000}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.\\-]{0,15}");
    private static final Pattern LANE = Pattern.compile(Pattern.quote(Strategy.LANE));
    private static final Pattern SYMBOL = Pattern.compile("[\\p{L}\\p{N}/\\-_.:]{1,40}");
    private static final Pattern TIER = Pattern.compile("light|standard|heavy");
    private static final BigDecimal MIN_ATR = new BigDecimal("0.01");
    private static final BigDecimal MAX_ATR = new BigDecimal("100");
    private static final BigDecimal MAX_SHARE = new BigDecimal("0.99");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final List<TierBand> STANDARD_TIERS = List.of(
            new TierBand(Tier.LIGHT, 75, 84), new TierBand(Tier.STANDARD, 85, 94), new TierBand(Tier.HEAVY, 95, 100));

    private StrategyReader() {}

    static Strategy read(ObjectReader file) {
        if (file.has("$schema")) {
            file.text("$schema", ANY, "the address of the schema");
        }
        if (file.has("lane")) {
            file.text("lane", LANE, "\"stream\", the lane of score strategies");
        }
        Strategy strategy = new Strategy(
                file.text("name", NAME, "1 to 32 of a-z, 0-9 and _, starting with a letter"),
                file.text("version", VERSION, "1 to 16 letters, digits, dots and dashes as text"),
                file.has("description") ? file.text("description", ANY, "a text of at most 1000 characters") : "",
                file.texts("symbols", MAX_SYMBOLS, SYMBOL, "a symbol such as \"BTCUSDT\"").stream()
                        .map(Symbol::new)
                        .toList(),
                indicators(file),
                FactorReader.read(file),
                file.integer("threshold", 1, 100, null),
                file.has("tiers") ? tiers(file) : STANDARD_TIERS,
                1000L * file.integer("cooldown_s", 0, DAY_S, 600),
                exits(file),
                1000L * file.integer("signal_ttl_s", 1, 600, 15),
                timeStop(file.object("time_stop")),
                "");
        file.refuseOthers();
        return strategy;
    }

    private static IndicatorSpec indicators(ObjectReader file) {
        ObjectReader windows = file.object("windows");
        int fast = seconds(windows, "fast_s", 1800);
        int mid = seconds(windows, "mid_s", 14_400);
        int day = seconds(windows, "day_s", DAY_S);
        int quantile = seconds(windows, "quantile_s", day);
        int volume = seconds(windows, "volume_s", 60);
        int slopeLag = seconds(windows, "slope_lag_s", 60);
        int atrRank = seconds(windows, "atr_rank_s", day);
        windows.refuseOthers();
        int candle = seconds(file, "candle_s", 300);
        int period = file.integer("atr_period", 1, IndicatorSpec.MAX_ATR_PERIOD, 14);
        if (mid < fast) {
            windows.problem("mid_s", Integer.toString(mid), "at least fast_s, " + fast);
        }
        if (day < mid) {
            windows.problem("day_s", Integer.toString(day), "at least mid_s, " + mid);
        }
        if (day < mid || mid < fast) {
            return IndicatorSpec.STANDARD;
        }
        return new IndicatorSpec(
                1000L * fast,
                1000L * mid,
                1000L * day,
                1000L * quantile,
                1000L * volume,
                1000L * slopeLag,
                1000L * candle,
                period,
                1000L * atrRank);
    }

    private static int seconds(ObjectReader reader, String name, int standard) {
        return reader.integer(name, STEP_S, DAY_S, STEP_S, standard);
    }

    private static List<TierBand> tiers(ObjectReader file) {
        List<TierBand> bands = new ArrayList<>();
        for (ObjectReader band : file.objects("tiers", 3)) {
            String tier = band.text("tier", TIER, "light, standard or heavy");
            int from = band.integer("from", 1, 100, null);
            int to = band.integer("to", 1, 100, null);
            band.refuseOthers();
            bands.add(new TierBand(tier.isEmpty() ? Tier.LIGHT : tierOf(tier), from, to));
        }
        return bands;
    }

    private static Tier tierOf(String wireName) {
        for (Tier tier : Tier.values()) {
            if (tier.wireName().equals(wireName)) {
                return tier;
            }
        }
        throw new AssertionError("the pattern lets only tiers through, got " + wireName);
    }

    private static Exits exits(ObjectReader file) {
        return new Exits(
                file.number("stop_atr", MIN_ATR, MAX_ATR, null),
                file.number("tp1_atr", MIN_ATR, MAX_ATR, null),
                file.number("tp2_atr", MIN_ATR, MAX_ATR, null),
                file.number("tp1_share", MIN_ATR, MAX_SHARE, HALF));
    }

    private static TimeStop timeStop(ObjectReader reader) {
        int alert = reader.integer("alert_s", 1, DAY_S, 2700);
        int close = reader.integer("close_s", 1, DAY_S, 4200);
        reader.refuseOthers();
        return new TimeStop(1000L * alert, 1000L * close);
    }
}
