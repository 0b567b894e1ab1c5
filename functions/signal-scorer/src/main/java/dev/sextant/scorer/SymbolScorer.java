package dev.sextant.scorer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.signals.factor.ReadingLog;
import dev.sextant.signals.score.Decision;
import dev.sextant.signals.score.DecisionJson;
import dev.sextant.signals.score.LastSignals;
import dev.sextant.signals.score.Scorer;
import dev.sextant.signals.window.IndicatorEngine;
import dev.sextant.signals.window.IndicatorRow;
import dev.sextant.signals.window.IndicatorSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One symbol in memory: its engines and readings, valid up to the last bucket folded. Thrown away whenever a step
 * fails; the next frame rebuilds it from the store.
 */
final class SymbolScorer {

    private final Symbol symbol;
    private final BucketHistory history;
    private final ReadingLog readings;
    private final IndicatorEngine standard;
    private final Map<String, IndicatorEngine> byStrategyVersion = new HashMap<>();

    /** Rebuilds the symbol as it stood before {@code untilMs}. */
    SymbolScorer(Symbol symbol, BucketHistory history, List<IndicatorReading> known, long untilMs) {
        this.symbol = symbol;
        this.history = history;
        this.readings = new ReadingLog(known);
        this.standard = history.engine(symbol, IndicatorSpec.STANDARD, null, untilMs);
    }

    void onReading(IndicatorReading reading) {
        readings.add(reading);
    }

    /** True when the bucket was folded before. */
    boolean knows(Bucket bucket) {
        Long next = standard.nextStartMs();
        return next != null && bucket.startMs() < next;
    }

    /** True when buckets are missing before this one. */
    boolean skips(Bucket bucket) {
        Long next = standard.nextStartMs();
        return next != null && bucket.startMs() > next;
    }

    /** Folds the next bucket and has every strategy decide on it. */
    DecisionLog.Page decide(
            Bucket bucket, List<ConfiguredStrategy> strategies, Map<String, LastSignals> last, List<Account> accounts) {
        IndicatorRow row = standard.onBucket(bucket);
        List<ObjectNode> decisions = new ArrayList<>();
        List<SignalRaised> signals = new ArrayList<>();
        Map<String, IndicatorEngine> kept = new HashMap<>();
        for (ConfiguredStrategy configured : strategies) {
            String version = configured.strategy().strategyVersion();
            IndicatorEngine engine = engineOf(configured, bucket);
            kept.put(version, engine);
            LastSignals lastOfName = last.getOrDefault(configured.strategy().name(), LastSignals.NONE);
            Decision decision =
                    Scorer.decide(configured.strategy(), symbol, engine.onBucket(bucket), readings, lastOfName);
            List<SignalRaised> raised = configured.running() ? raised(decision, accounts) : List.of();
            signals.addAll(raised);
            decisions.add(json(decision, configured, raised));
        }
        byStrategyVersion.clear();
        byStrategyVersion.putAll(kept);
        return new DecisionLog.Page(indicators(row), decisions, signals);
    }

    private IndicatorEngine engineOf(ConfiguredStrategy configured, Bucket bucket) {
        String version = configured.strategy().strategyVersion();
        IndicatorEngine engine = byStrategyVersion.get(version);
        return engine != null
                ? engine
                : history.engine(symbol, configured.strategy().indicators(), version, bucket.startMs());
    }

    private static List<SignalRaised> raised(Decision decision, List<Account> accounts) {
        return accounts.stream()
                .flatMap(account -> decision.signal(account).stream())
                .toList();
    }

    private static ObjectNode json(Decision decision, ConfiguredStrategy configured, List<SignalRaised> raised) {
        ObjectNode json = DecisionJson.of(decision);
        json.put("taken", !raised.isEmpty());
        json.put("signal_id", raised.isEmpty() ? null : raised.getFirst().signalId());
        if (!configured.running()) {
            ObjectNode gate = json.putObject("gate");
            gate.put("code", "strategy_stopped");
            gate.put(
                    "text",
                    "stopped" + (configured.stateReason().isEmpty() ? "" : ": " + configured.stateReason())
                            + "; it would have said: " + decision.gate().text());
            gate.put("missing_points", decision.gate().missingPoints());
        }
        return json;
    }

    private ObjectNode indicators(IndicatorRow row) {
        ObjectNode json = DecisionJson.indicators(row);
        json.put("symbol", symbol.name());
        json.put("at_ms", row.atMs());
        json.put("covered", row.coverage().windows());
        BigDecimal mark = readings.latest(IndicatorType.FUNDING_RATE, row.atMs())
                .map(reading -> reading.values().get("mark_price"))
                .orElse(null);
        json.put("mark_price", mark == null ? null : E8.printDecimal(mark));
        return json;
    }
}
