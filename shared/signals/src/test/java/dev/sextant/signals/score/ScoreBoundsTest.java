package dev.sextant.signals.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Direction;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.signals.factor.ReadingLog;
import dev.sextant.signals.strategy.Strategy;
import dev.sextant.signals.strategy.StrategyFile;
import dev.sextant.signals.testing.Files;
import dev.sextant.signals.testing.Rows;
import dev.sextant.signals.testing.StrategyFiles;
import dev.sextant.signals.window.IndicatorRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds of every score, whatever the weights, the row and the readings. */
class ScoreBoundsTest {

    private static final Symbol BTCUSDT = new Symbol("BTCUSDT");
    private static final Map<IndicatorType, String> KEYS = Map.of(
            IndicatorType.LONG_SHORT_RATIO, "ratio",
            IndicatorType.OPEN_INTEREST_HIST, "open_interest",
            IndicatorType.COINBASE_PREMIUM, "premium_bps",
            IndicatorType.FUNDING_RATE, "rate",
            IndicatorType.LIQUIDATION, "short_notional");

    @Property(tries = 500)
    void scoresStayWithinBoundsAndPointsAddUpToThem(
            @ForAll @Size(8) List<@IntRange(min = 1, max = 1000) Integer> weights, @ForAll long seed) {
        Strategy strategy = withWeights(weights);
        Decision decision = Scorer.decide(strategy, BTCUSDT, row(new Random(seed)), readings(seed), LastSignals.NONE);
        for (Direction direction : Direction.values()) {
            int score = direction == Direction.LONG ? decision.longScore() : decision.shortScore();
            assertTrue(score >= 0 && score <= strategy.bestScore(), () -> "score " + score);
            double points = decision.terms().stream()
                    .mapToDouble(term -> term.points(direction))
                    .sum();
            assertTrue(points >= score - 0.001 && points < score + 1.001, () -> points + " points, score " + score);
        }
        assertEquals(
                Math.max(0, strategy.threshold() - decision.score()),
                decision.gate().missingPoints());
    }

    @Property(tries = 500)
    void theMirroredMarketSwapsTheDirections(@ForAll long seed) {
        Strategy strategy = StrategyFile.parse(Files.strategy("v52_8signals"));
        Random random = new Random(seed);
        String fast = number(random, 200);
        String mid = number(random, 100);
        String accel = number(random, 20);
        Rows rows = new Rows().cvd(fast, mid).accel(accel).volume("12", "7");
        Rows mirrored = new Rows()
                .cvd(negated(fast), negated(mid))
                .accel(negated(accel))
                .volume("7", "12");
        ReadingLog none = new ReadingLog();
        Decision here = Scorer.decide(strategy, BTCUSDT, rows.row(), none, LastSignals.NONE);
        Decision there = Scorer.decide(strategy, BTCUSDT, mirrored.row(), none, LastSignals.NONE);
        assertEquals(here.longScore(), there.shortScore());
        assertEquals(here.shortScore(), there.longScore());
    }

    @Property(tries = 500)
    void olderReadingsThanAStrategyReachesBackChangeNothing(@ForAll long seed) {
        Strategy strategy = StrategyFile.parse(Files.strategy("v52_8signals"));
        ReadingLog whole = readings(seed);
        ReadingLog recent = readings(seed);
        recent.forgetBefore(Rows.AT_MS - strategy.readingsReachMs());
        assertEquals(
                Scorer.decide(strategy, BTCUSDT, row(new Random(seed)), whole, LastSignals.NONE),
                Scorer.decide(strategy, BTCUSDT, row(new Random(seed)), recent, LastSignals.NONE));
    }

    private static Strategy withWeights(List<Integer> weights) {
        String file = StrategyFiles.with(Files.strategy("v52_8signals"), "/threshold", "75");
        for (int i = 0; i < weights.size(); i++) {
            file = StrategyFiles.with(file, "/factors/" + i + "/weight", Integer.toString(weights.get(i)));
        }
        return StrategyFile.parse(file);
    }

    private static IndicatorRow row(Random random) {
        return new Rows()
                .cvd(number(random, 200), number(random, 100))
                .accel(random.nextInt(5) == 0 ? null : number(random, 20))
                .volume(E8.print(random.nextLong(20 * E8.ONE)), E8.print(random.nextLong(20 * E8.ONE)))
                .atr(random.nextInt(5) == 0 ? null : (Double) (random.nextDouble() * 300), 100 * random.nextDouble())
                .covered(15_000L * random.nextInt(6_000), random.nextBoolean())
                .row();
    }

    private static ReadingLog readings(long seed) {
        Random random = new Random(seed);
        ReadingLog log = new ReadingLog();
        for (int i = 0; i < random.nextInt(30); i++) {
            IndicatorType type = KEYS.keySet().stream().sorted().toList().get(random.nextInt(KEYS.size()));
            long timeMs = Rows.AT_MS - random.nextLong(4_000_000);
            BigDecimal value = BigDecimal.valueOf(random.nextLong(2_000_000), random.nextInt(10));
            log.add(new IndicatorReading(
                    BTCUSDT, type, timeMs, timeMs + random.nextLong(60_000), Map.of(KEYS.get(type), value), false));
        }
        return log;
    }

    private static String number(Random random, long most) {
        return E8.print(random.nextLong(-most * E8.ONE, most * E8.ONE));
    }

    private static String negated(String number) {
        return E8.print(-E8.parse(number));
    }
}
