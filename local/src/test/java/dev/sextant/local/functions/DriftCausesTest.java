package dev.sextant.local.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.platform.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A day decided again after one thing was spoiled: each difference is put down to what spoiled it. */
class DriftCausesTest extends DecidedDay {

    private static String otherWeights() {
        return TestFunctions.demoText().replaceFirst("\"weight\": 50", "\"weight\": 49");
    }

    @Test
    void aTradeThatIsNotInTheStoreIsNamedFromItsBucketOn() {
        thereIsAnAccount();
        everythingHappens();
        AggTrade lost = TRADES.get(30 * 60 + 7);
        assertEquals(
                1,
                functions.sql.update(Sql.of("delete from market.agg_trades where agg_id = :id")
                        .with("id", lost.aggId())));
        run();
        assertEquals(List.of("* 50/10 missing 40 above", "demo_fast 50/10 missing 40 above"), rows());
        assertEquals(
                at(30) + " different indicators.cvd_fast missing_data: bucket " + at(30)
                        + " lacks trades in the store: trade " + lost.aggId() + ", not in the ledger of gaps",
                differences("demo_fast").getFirst());
        assertEquals(
                List.of(
                        "40 of 50 decisions of * on BTCUSDT on 2024-08-09 differ from what the recorded trades give, 0 of them"
                                + " unexplained",
                        "40 of 50 decisions of demo_fast on BTCUSDT on 2024-08-09 differ from what the recorded trades give, 0"
                                + " of them unexplained"),
                alerts());

        record(List.of(lost));
        assertEquals("2024-08-09: 100 comparisons, 0 differ, 0 unexplained", measureAgain());
        assertEquals(List.of("* 50/50", "demo_fast 50/50"), rows());
    }

    @Test
    void tradesThatEndBeforeTheDecisionsAreMissing() {
        everythingHappens();
        functions.sql.update(Sql.of("delete from market.agg_trades where agg_id >= :id")
                .with("id", TRADES.get(60 * 60 + 30).aggId()));
        run();
        assertEquals(List.of("* 50/40 missing 10 above", "demo_fast 50/40 missing 10 above"), rows());
        assertTrue(
                differences("demo_fast")
                        .getFirst()
                        .contains("bucket " + at(60) + " lacks trades in the store: trades "),
                () -> differences("demo_fast").getFirst());
    }

    @Test
    void whatTheDeskDecidedOnAnIncompleteBucketIsMissingData() {
        functions.demo();
        record(TRADES);
        decide(0, 40);
        Bucket whole = BUCKETS.get(40);
        Bucket half = new Bucket(whole.sums(), whole.sizes(), false, whole.closedBy());
        readings(40).forEach(functions::score);
        functions.score(RandomTape.frame(7, 400, List.of(half)));
        functions.score(RandomTape.frame(7, 401, List.of(BUCKETS.get(41))));
        functions.freshSandbox();
        functions.score(FRAMES.get(40));
        decide(42, COUNT);
        run();
        assertEquals(
                at(40) + " different covered.windows missing_data: bucket " + at(40)
                        + " was incomplete when it was decided on",
                differences("demo_fast").getFirst());
        assertEquals(at(41), differences("demo_fast").getLast().substring(0, at(41).length()));
        assertEquals(List.of("* 50/50", "demo_fast 50/48 missing 2 above"), rows());
    }

    @Test
    void aReadingThatCameTooLateIsTheOnlyDifferenceOfItsBuckets() {
        functions.demo();
        record(TRADES);
        decide(0, 33);
        assertEquals("all", functions.score(FRAMES.get(33)));
        functions.score(funding(33));
        assertEquals("all", functions.score(FRAMES.get(34)));
        decide(35, 44);
        assertEquals("all", functions.score(FRAMES.get(44)));
        functions.score(openInterest(44));
        decide(45, COUNT);
        run();
        assertEquals(List.of("* 50/49 late 1 above", "demo_fast 50/48 late 2 above"), rows());
        List<String> differences = differences("demo_fast");
        assertTrue(
                differences.getFirst().startsWith(at(33) + " different factors.funding_rate."), differences::toString);
        assertTrue(
                differences.getFirst().contains("late_input: without the readings from {funding_rate="),
                differences::toString);
        assertTrue(differences.getLast().startsWith(at(44) + " different factors.oi."), differences::toString);
    }

    @Test
    void aStrategyThatChangedAtNoonIsDecidedAgainWithTheFileOfEachHour() {
        functions.demo();
        record(TRADES);
        decide(0, 45);
        functions.strategy(otherWeights());
        decide(45, COUNT);
        run();
        assertEquals(List.of("* 50/50", "demo_fast 25/25", "demo_fast 25/25"), rows());
    }

    @Test
    void withoutTheFileOfThatHourItIsSaidThatItChanged() {
        functions.demo();
        record(TRADES);
        decide(0, 45);
        String old = functions.strategy(otherWeights()).strategyVersion();
        decide(45, COUNT);
        functions.sql.update(Sql.of("delete from strategy.versions where strategy_version <> :kept")
                .with("kept", old));
        run();
        List<String> rows = new ArrayList<>(rows());
        assertTrue(rows.remove("demo_fast 25/0 changed 25 above"), rows::toString);
        assertEquals(List.of("* 50/50", "demo_fast 25/25"), rows);
    }

    @Test
    void aDecisionThatNothingExplainsIsNamedAndTold() {
        thereIsAnAccount();
        everythingHappens();
        functions.sql.update(Sql.of("""
                update strategy.decisions set body = jsonb_set(body, '{short_score}', '101')
                where bucket_start = ops.ts(:at)""").with("at", BUCKETS.get(50).startMs()));
        functions.sql.update(Sql.of("delete from strategy.decisions where bucket_start = ops.ts(:at) and not taken")
                .with("at", BUCKETS.get(51).startMs()));
        run();
        assertEquals(
                List.of(
                        at(50) + " different short_score unexplained: the same indicators give another decision",
                        at(51) + " only_recomputed  unexplained: the desk has no decision for this bucket"),
                differences("demo_fast"));
        assertEquals(2L, metrics.get("DriftUnexplained"));
        assertEquals(1, alerts().size());
    }
}
