package dev.sextant.signals.strategy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sextant.domain.market.Symbol;
import dev.sextant.signals.ContentHash;
import dev.sextant.signals.window.IndicatorSpec;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * A strategy written out in full: keys sorted, defaults spelled out, numbers plain. It reads back as the same strategy, so
 * it serves to show what is in force, and its hash is the strategy's content hash: comments, order and spelled-out
 * defaults don't make a new version, anything that can change a decision does.
 */
public final class StrategyJson {

    private static final int HASH_DIGITS = 8;
    private static final BigDecimal MICRO = new BigDecimal("0.000001");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private StrategyJson() {}

    /** The canonical content, one line. */
    public static String canonical(Strategy strategy) {
        Map<String, Object> file = new TreeMap<>();
        file.put("name", strategy.name());
        file.put("version", strategy.version());
        file.put("lane", Strategy.LANE);
        file.put("symbols", strategy.symbols().stream().map(Symbol::name).toList());
        file.put("windows", windows(strategy.indicators()));
        file.put("candle_s", strategy.indicators().candleMs() / 1000);
        file.put("atr_period", strategy.indicators().atrPeriod());
        file.put(
                "factors", strategy.factors().stream().map(StrategyJson::factor).toList());
        file.put("threshold", strategy.threshold());
        file.put("tiers", strategy.tiers().stream().map(StrategyJson::band).toList());
        file.put("cooldown_s", strategy.cooldownMs() / 1000);
        file.put("stop_atr", plain(strategy.exits().stopAtr()));
        file.put("tp1_atr", plain(strategy.exits().takeProfit1Atr()));
        file.put("tp2_atr", plain(strategy.exits().takeProfit2Atr()));
        file.put("tp1_share", plain(strategy.exits().takeProfit1Share()));
        file.put("signal_ttl_s", strategy.signalTtlMs() / 1000);
        file.put(
                "time_stop",
                Map.of(
                        "alert_s", strategy.timeStop().alertMs() / 1000,
                        "close_s", strategy.timeStop().closeMs() / 1000));
        try {
            return JSON.writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new AssertionError("a map of texts and numbers can always be written", e);
        }
    }

    static Strategy withContentHash(Strategy read) {
        return new Strategy(
                read.name(),
                read.version(),
                read.description(),
                read.symbols(),
                read.indicators(),
                read.factors(),
                read.threshold(),
                read.tiers(),
                read.cooldownMs(),
                read.exits(),
                read.signalTtlMs(),
                read.timeStop(),
                ContentHash.sha256(canonical(read)).substring(0, HASH_DIGITS));
    }

    private static Map<String, Object> windows(IndicatorSpec spec) {
        return Map.of(
                "fast_s", spec.fastMs() / 1000,
                "mid_s", spec.midMs() / 1000,
                "day_s", spec.dayMs() / 1000,
                "quantile_s", spec.quantileMs() / 1000,
                "volume_s", spec.volumeMs() / 1000,
                "slope_lag_s", spec.slopeLagMs() / 1000,
                "atr_rank_s", spec.atrRankMs() / 1000);
    }

    private static Map<String, Object> factor(FactorSpec factor) {
        Map<String, Object> params = new TreeMap<>();
        factor.params().values().forEach((name, value) -> params.put(name, plain(value)));
        return Map.of(
                "name", factor.kind().wireName(),
                "category", factor.kind().category().wireName(),
                "weight", factor.weight(),
                "cap", share(factor.capMicros()),
                "gate",
                        Map.of(
                                "required", factor.gate().required(),
                                "min_value", share(factor.gate().minMicros())),
                "params", params);
    }

    private static Map<String, Object> band(TierBand band) {
        return Map.of("tier", band.tier().wireName(), "from", band.from(), "to", band.to());
    }

    private static BigDecimal share(long micros) {
        return plain(BigDecimal.valueOf(micros).multiply(MICRO));
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
}
