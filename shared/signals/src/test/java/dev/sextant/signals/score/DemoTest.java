package dev.sextant.signals.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.BucketBuilder;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.signals.ContentHash;
import dev.sextant.signals.factor.AsOf;
import dev.sextant.signals.strategy.Strategy;
import dev.sextant.signals.strategy.StrategyFile;
import dev.sextant.signals.testing.Captures;
import dev.sextant.signals.testing.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The demo strategy over the bundled five-minute capture: its decisions, kept in full. */
class DemoTest {

    private static final Account PAPER = new Account("paper-main");

    @Test
    void theDemoDecidesTheSameOverTheCaptureEveryTime() {
        assertEquals("""
                23:54:30   0   0 window_not_covered    61813.9   fast window not covered before 2024-08-08T23:54:45Z
                23:54:45  50   0 window_not_covered    61834     required input p99 missing: size window not covered
                23:55:00   7  82 fired                 61807.8   score 82 of 60: standard short
                23:55:15  53  11 score_below_threshold 61815.1   score 53 of 60: needed +7
                23:55:30  12  15 score_below_threshold 61804.1   score 15 of 60: needed +45
                23:55:45   5  86 fired                 61786.2   score 86 of 60: standard short
                23:56:00  12  81 cooldown              61760.3   short cooldown until 2024-08-08T23:56:30Z
                23:56:15   8  52 score_below_threshold 61739.8   score 52 of 60: needed +8
                23:56:30   8  14 score_below_threshold 61733.1   score 14 of 60: needed +46
                23:56:45   5  46 score_below_threshold 61715.8   score 46 of 60: needed +14
                23:57:00  63  14 fired                 61701.2   score 63 of 60: light long
                23:57:15  10  20 score_below_threshold 61702.8   score 20 of 60: needed +40
                23:57:30  15  19 score_below_threshold 61717.6   score 19 of 60: needed +41
                23:57:45   7  24 score_below_threshold 61698     score 24 of 60: needed +36
                23:58:00   6  57 score_below_threshold 61628.1   score 57 of 60: needed +3
                23:58:15  48   8 score_below_threshold 61663     score 48 of 60: needed +12
                23:58:30  13  79 fired                 61645.3   score 79 of 60: standard short
                23:58:45  86   8 fired                 61629.6   score 86 of 60: standard long
                23:59:00  79  15 cooldown              61694.4   long cooldown until 2024-08-08T23:59:30Z
                23:59:15  62  16 cooldown              61702     long cooldown until 2024-08-08T23:59:30Z
                23:59:30  11  44 score_below_threshold 61667.8   score 44 of 60: needed +16
                23:59:45  15  70 fired                 61669.5   score 70 of 60: light short
                """, decisions().stream().map(DemoTest::line).collect(Collectors.joining("\n", "", "\n")));
    }

    @Test
    void theFirstSignalCarriesEverythingAnOrderNeeds() {
        SignalRaised first = decisions().stream()
                .flatMap(decision -> decision.signal(PAPER).stream())
                .findFirst()
                .orElseThrow();
        assertEquals(
                "SignalRaised[signalId=" + ContentHash.sha256(first.strategyVersion() + "|BTCUSDT|1723161285000|SHORT")
                        + ", decisionId=" + ContentHash.sha256(first.strategyVersion() + "|BTCUSDT|1723161285000")
                        + ", account=paper-main, strategy=demo_fast, strategyVersion=" + first.strategyVersion()
                        + ", symbol=BTCUSDT, direction=SHORT, bucketStartMs=1723161285000, score=82, tier=STANDARD,"
                        + " price=61807.80000000, atr=34.30000000, stopDistance=48.02000000,"
                        + " takeProfit1Distance=27.44000000, takeProfit2Distance=54.88000000, takeProfit1Share=0.5,"
                        + " decidedAtMs=1723161300000, expiresAtMs=1723161315000, closeAfterMs=120000]",
                first.toString());
    }

    @Test
    void theFirstSignalExplainsItself() throws JsonProcessingException {
        Decision first = decisions().stream()
                .filter(decision -> decision.gate() instanceof Gate.Fired)
                .findFirst()
                .orElseThrow();
        String told = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(DecisionJson.of(first));
        assertEquals(
                Files.read(Files.root().resolve("shared/signals/src/test/resources/demo-signal.json")), told + "\n");
    }

    @Test
    void idsAreHashesOfWhatWasDecided() {
        Decision decision = decisions().getFirst();
        assertEquals(
                ContentHash.sha256(decision.strategy().strategyVersion() + "|BTCUSDT|1723161255000"),
                decision.decisionId());
    }

    private static List<Decision> decisions() {
        Strategy demo = StrategyFile.parse(Files.strategy("demo_fast"));
        StrategyFold fold = new StrategyFold(demo, new Symbol("BTCUSDT"), AsOf.NOTHING);
        BucketBuilder builder = new BucketBuilder();
        List<Decision> decisions = new ArrayList<>();
        for (AggTrade trade : Captures.aggregated(Captures.singleTrades(Files.capture()))) {
            builder.onTrade(trade).forEach(bucket -> decisions.add(fold.onBucket(bucket)));
        }
        return decisions;
    }

    private static String line(Decision decision) {
        String time = Instant.ofEpochMilli(decision.decidedAtMs()).toString().substring(11, 19);
        return "%s %3d %3d %-21s %-9s %s"
                .formatted(
                        time,
                        decision.longScore(),
                        decision.shortScore(),
                        decision.gate().code(),
                        E8.print(decision.row().priceE8()),
                        decision.gate().text());
    }
}
