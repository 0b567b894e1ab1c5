package dev.sextant.local.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Frame;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.stream.MarketCodec;
import dev.sextant.signals.factor.AsOf;
import dev.sextant.signals.score.Decision;
import dev.sextant.signals.score.StrategyFold;
import dev.sextant.signals.strategy.Strategy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignalScorerTest {

    private static final Sql DECISIONS = Sql.of("""
            select ops.ms(bucket_start) || ' ' || score || ' ' || gate_code || ' ' || taken || ' '
                || (body->'gate'->>'text') as x
            from strategy.decisions order by bucket_start""");
    private static final List<Bucket> BUCKETS = RandomTape.buckets(5, 40);
    private static final List<Frame> FRAMES = RandomTape.frames(BUCKETS);

    private final TestFunctions functions = new TestFunctions();

    @AfterEach
    void close() {
        functions.close();
    }

    private static List<Decision> fold(Strategy strategy) {
        StrategyFold fold = new StrategyFold(strategy, RandomTape.BTC, AsOf.NOTHING);
        return BUCKETS.stream().map(fold::onBucket).toList();
    }

    private static List<SignalRaised> signals(List<Decision> decisions) {
        return decisions.stream()
                .flatMap(decision -> decision.signal(new Account("paper-main")).stream())
                .toList();
    }

    private static String line(Decision decision) {
        boolean taken = decision.signal(new Account("paper-main")).isPresent();
        return decision.bucketStartMs() + " " + decision.score() + " "
                + decision.gate().code() + " " + taken + " " + decision.gate().text();
    }

    private static List<String> ids(List<SignalRaised> signals) {
        return signals.stream().map(SignalRaised::signalId).toList();
    }

    @Test
    void itDecidesBucketByBucketWhatTheFoldDecides() {
        List<Decision> twin = fold(functions.demo());
        assertEquals(FRAMES.size(), functions.score(FRAMES));

        assertEquals(twin.stream().map(SignalScorerTest::line).toList(), functions.column(DECISIONS));
        assertTrue(signals(twin).size() >= 3, "the tape must be worth the test");
        assertTrue(twin.stream().anyMatch(decision -> decision.gate().code().equals("cooldown")), "cooldowns included");
        assertEquals(ids(signals(twin)), ids(functions.signals()));
    }

    @Test
    void aSandboxThatStartsAtAnyBucketDecidesTheSame() {
        List<Decision> twin = fold(functions.demo());
        for (Frame frame : FRAMES) {
            functions.freshSandbox();
            assertEquals("all", functions.score(frame));
        }
        assertEquals(twin.stream().map(SignalScorerTest::line).toList(), functions.column(DECISIONS));
        assertEquals(
                ids(signals(twin)), ids(functions.signals()).stream().distinct().toList());
    }

    @Test
    void duplicateFramesGiveNoSecondSignal() {
        Strategy demo = functions.demo();
        functions.score(FRAMES);
        int told = functions.signals().size();
        functions.score(FRAMES);
        assertEquals(told, functions.signals().size());
        assertEquals(ids(signals(fold(demo))), ids(functions.signals()));
    }

    @Test
    void aReplayByAnotherSandboxTellsTheStoredSignalsAndMakesNoOthers() {
        Strategy demo = functions.demo();
        functions.score(FRAMES);
        List<String> decided = functions.column(DECISIONS);
        functions.freshSandbox();
        functions.score(FRAMES);
        assertEquals(decided, functions.column(DECISIONS));
        assertEquals(
                List.of("" + signals(fold(demo)).size()),
                functions.column(Sql.of("select count(*)::text as x from strategy.signals")));
        assertEquals(
                ids(signals(fold(demo))),
                ids(functions.signals()).stream().distinct().toList());
    }

    @Test
    void aSignalThatWasStoredButNotToldIsToldByTheNextDelivery() {
        List<SignalRaised> expected = signals(fold(functions.demo()));
        functions.decisions.failAfter(0);
        int handled = 0;
        while (functions.score(FRAMES.get(handled)).equals("all")) {
            handled++;
        }
        functions.decisions.recover();
        assertEquals(List.of(), functions.signals());
        functions.score(FRAMES.subList(handled, FRAMES.size()));
        assertEquals(ids(expected), ids(functions.signals()));
    }

    @Test
    void aHoleInTheHistoryIsNamedAndNoSignalComesFromItsWindow() {
        functions.demo();
        functions.score(FRAMES.subList(0, 15));
        Frame afterTheHole = RandomTape.frame(7, 99, BUCKETS.subList(20, 21));
        functions.score(afterTheHole);
        String line = functions.column(DECISIONS).getLast();
        assertTrue(line.contains(" window_not_covered false "), line);
        assertTrue(line.startsWith(BUCKETS.get(20).startMs() + " "), line);
    }

    @Test
    void aStoppedStrategyExplainsItselfAndRaisesNothing() {
        functions.demo();
        functions.sql.update(
                Sql.of("update strategy.strategies set state = 'STOPPED', state_reason = 'the desk had crashed'"));
        functions.score(FRAMES);
        assertEquals(List.of(), functions.signals());
        assertTrue(functions.column(DECISIONS).stream()
                .allMatch(line ->
                        line.contains(" strategy_stopped false stopped: the desk had crashed; it would have said: ")));
    }

    @Test
    void aRecordThatIsNoneIsKeptAsideAndTheShardGoesOn() {
        functions.demo();
        byte[] poison = "not a frame".getBytes(StandardCharsets.UTF_8);
        byte[] torn = MarketCodec.encode(FRAMES.get(1));
        torn[torn.length - 1] ^= 0x55;
        assertEquals("all", functions.scoreBytes(List.of(poison, MarketCodec.encode(FRAMES.getFirst()), torn)));
        assertEquals(
                List.of("signal-scorer 100", "signal-scorer 102"),
                functions.column(
                        Sql.of(
                                "select consumer || ' ' || sequence_number as x from ops.dead_letters order by sequence_number")));
        assertEquals(1, functions.column(DECISIONS).size());
    }

    @Test
    void aBucketThatDiffersFromTheStoredOneBlocksTheSymbolAndDecidesNothing() {
        functions.demo();
        functions.score(FRAMES.subList(0, 10));
        Bucket other = RandomTape.buckets(6, 10).get(9);
        functions.freshSandbox();
        assertEquals("all", functions.score(RandomTape.frame(8, 0, List.of(other))));
        assertEquals("all", functions.score(RandomTape.frame(8, 1, BUCKETS.subList(10, 11))));
        assertEquals(10, functions.column(DECISIONS).size());
        assertEquals(List.of("BTCUSDT"), functions.column(Sql.of("select symbol as x from market.blocked_symbols")));

        functions.sql.update(Sql.of("delete from market.blocked_symbols"));
        assertEquals("all", functions.score(RandomTape.frame(8, 1, BUCKETS.subList(10, 12))));
        assertEquals(12, functions.column(DECISIONS).size(), "a human cleared it");
    }

    @Test
    void aZombieIngestOfAnOlderEpochIsNotHeard() {
        functions.demo();
        functions.score(FRAMES.subList(0, 10));
        functions.score(RandomTape.frame(6, 0, RandomTape.buckets(6, 12).subList(10, 11)));
        assertEquals(10, functions.column(DECISIONS).size());
    }

    @Test
    void twoIngestsAtOnceGiveEachDecisionOnceWhicheverSandboxHearsThem() {
        List<Decision> twin = fold(functions.demo());
        functions.score(FRAMES.subList(0, 10));
        // From here on a younger one repeats what is stored and goes on; the older one is heard late, early, or not at
        // all.
        for (int i = 8; i < FRAMES.size(); i++) {
            functions.score(RandomTape.frame(8, i, FRAMES.get(i).closed()), FRAMES.get(Math.max(9, i - i % 3)));
            if (i % 7 == 0) {
                functions.freshSandbox();
                functions.score(
                        FRAMES.get(i), RandomTape.frame(8, i, FRAMES.get(i).closed()));
            }
        }
        assertEquals(twin.stream().map(SignalScorerTest::line).toList(), functions.column(DECISIONS));
        assertEquals(
                List.of("" + signals(twin).size()),
                functions.column(Sql.of("select count(*)::text as x from strategy.signals")));
        assertEquals(
                ids(signals(twin)), ids(functions.signals()).stream().distinct().toList());
        assertEquals(List.of(), functions.column(Sql.of("select symbol as x from market.blocked_symbols")));
    }
}
