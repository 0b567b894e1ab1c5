package dev.sextant.risk;

import static dev.sextant.risk.Bench.ACCOUNT;
import static dev.sextant.risk.Bench.BTC;
import static dev.sextant.risk.Bench.T0;
import static dev.sextant.risk.Bench.signal;
import static dev.sextant.risk.Bench.tick;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.IntentApproved;
import dev.sextant.domain.event.OrderChanged;
import dev.sextant.domain.event.Sweep;
import dev.sextant.domain.event.Tier;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.platform.stream.DecisionCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskCheckTest {

    private final Bench bench = new Bench();

    @Test
    void aSignalBecomesOneReservedIntentAndIsTold() {
        assertEquals("all", bench.batch(signal(Direction.LONG, Tier.STANDARD, "40")));

        OrderIntent intent = bench.orders.intents().getFirst();
        assertEquals(
                "ENTRY BUY MARKET 0.5 BTCUSDT risk 20",
                intent.purpose() + " " + intent.request().side() + " "
                        + intent.request().type() + " " + intent.request().quantity() + " "
                        + intent.request().symbol() + " risk "
                        + intent.risk().stripTrailingZeros().toPlainString());
        assertEquals(T0 + 15_000, intent.expiresAtMs());
        assertEquals(intent.id().hex(), intent.tradeId());
        assertEquals(List.of(new IntentApproved(ACCOUNT, intent.id().hex(), T0)), bench.told());
    }

    @Test
    void aSignalPassesInTheLastMillisecondBeforeItExpires() {
        bench.nowMs = T0 + 15_000;
        bench.batch(signal(Direction.LONG, Tier.STANDARD, "40"));
        assertEquals(List.of(), bench.refused);
        assertEquals(1, bench.orders.intents().size());
    }

    @ParameterizedTest
    @CsvSource({
        // The tier's share of 20 USDT over the stop, down to the step: never more than was allowed.
        "LIGHT,    40, 0.25",
        "STANDARD, 40, 0.5",
        "HEAVY,    40, 0.75",
        "STANDARD, 41, 0.487",
        "STANDARD, 7, 2.857",
        "HEAVY,    29999, 0.001"
    })
    void quantityIsRiskOverStop(Tier tier, String stop, String quantity) {
        bench.batch(signal(Direction.SHORT, tier, stop));
        assertEquals(
                quantity, bench.orders.intents().getFirst().request().quantity().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LIGHT    | 10001 | too_small: risk 10.0 over a stop of 10001 buys less than one step of 0.001
            STANDARD | 0.1   | too_small: quantity 200 is above the maximum 120
            """)
    void aSizeThatFitsNoFilterIsRefusedWithItsFigures(Tier tier, String stop, String reason) {
        bench.batch(signal(Direction.LONG, tier, stop));
        assertEquals(List.of(reason), bench.refused);
        assertEquals(List.of(), bench.orders.intents());
        assertEquals(List.of(), bench.told());
    }

    @Test
    void strangersAndLateSignalsAreRefusedAloud() {
        bench.batch(signal("s1", new Account("other"), BTC, Direction.LONG, Tier.STANDARD, "61800", "40", "0.5"));
        bench.batch(signal("s2", ACCOUNT, new Symbol("DOGEUSDT"), Direction.LONG, Tier.STANDARD, "61800", "40", "0.5"));
        bench.nowMs = T0 + 15_001;
        bench.batch(signal(Direction.LONG, Tier.STANDARD, "40"));
        assertEquals(
                List.of(
                        "no_account: account other is not configured",
                        "unknown_symbol: the venue's filters of DOGEUSDT are not known",
                        "expired: arrived 1 ms after it had expired"),
                bench.refused);
        assertEquals(List.of(), bench.orders.intents());
    }

    @ParameterizedTest
    @CsvSource({"61800, 1", "61800, 0", "61800, -0.5", "0, 0.5"})
    void anImpossibleSignalIsRefusedInsteadOfStoppingTheShard(String price, String share) {
        assertEquals("all", bench.batch(signal("s1", ACCOUNT, BTC, Direction.LONG, Tier.STANDARD, price, "40", share)));
        assertEquals("impossible", bench.refused.getFirst().split(":", -1)[0]);
        assertEquals(List.of(), bench.orders.intents());
    }

    @Test
    void whatRiskRefusesIsNotTold() {
        bench.orders.refusal = "killed";
        assertEquals("all", bench.batch(signal(Direction.LONG, Tier.STANDARD, "40")));
        assertEquals(List.of(), bench.told());
    }

    @Test
    void aReplayOfTheBatchReservesAndTellsOnce() {
        for (int i = 0; i < 3; i++) {
            assertEquals("all", bench.batch(signal(Direction.LONG, Tier.STANDARD, "40"), tick(T0)));
        }
        assertEquals(1, bench.orders.intents().size());
        assertEquals(1, bench.told().size());
    }

    @Test
    void anApprovalNobodyWasToldOfIsToldOnATickTwoSecondsLater() {
        bench.decisions.failAfter(0);
        assertEquals("100", bench.batch(signal(Direction.LONG, Tier.STANDARD, "40")), "Lambda delivers it again");
        bench.decisions.recover();
        assertEquals("all", bench.batch(signal(Direction.LONG, Tier.STANDARD, "40")), "reserved already");
        assertEquals(List.of(), bench.told());

        bench.batch(tick(T0 + 1_000));
        assertEquals(List.of(), bench.told(), "the placer has two seconds");
        bench.batch(tick(T0 + 2_000));
        assertEquals(
                List.of(new IntentApproved(
                        ACCOUNT, bench.orders.intents().getFirst().id().hex(), T0 + 2_000)),
                bench.told());
    }

    /** The market's clock of this bench stands at the signal's time, so the approval was made two seconds before. */
    @Test
    void withoutTicksTheSweepOfTheScheduleTells() {
        bench.decisions.failAfter(0);
        bench.batch(signal(Direction.LONG, Tier.STANDARD, "40"));
        bench.decisions.recover();
        bench.batch(new Sweep(ACCOUNT));
        assertEquals(List.of(), bench.told(), "the placer has two seconds");

        bench.nowMs += 2_000;
        bench.batch(new Sweep(ACCOUNT));
        assertEquals(
                List.of(new IntentApproved(
                        ACCOUNT, bench.orders.intents().getFirst().id().hex(), T0 + 2_000)),
                bench.told());
    }

    @Test
    void itsOwnOutputWakesNothing() {
        assertEquals(
                "all",
                bench.batch(new IntentApproved(ACCOUNT, "ab", T0), new OrderChanged(ACCOUNT, "ab", "OPEN", 2, T0)));
        assertEquals(List.of(), bench.told());
    }

    @Test
    void anUnreadableRecordIsKeptAsideAndTheNextOneIsHandled() {
        byte[] poison = "{\"type\":\"signal\",\"v\":1,\"account\":\"paper-main\"}".getBytes(StandardCharsets.UTF_8);
        byte[] future = "{\"type\":\"tick\",\"v\":9}".getBytes(StandardCharsets.UTF_8);
        byte[] good = DecisionCodec.encode(signal(Direction.LONG, Tier.STANDARD, "40"));
        assertEquals("all", bench.batch(List.of(poison, future, new byte[] {(byte) 0xff}, good)));
        assertEquals(3, bench.deadLetters.size());
        assertEquals(1, bench.orders.intents().size());
    }

    @Test
    void aDatabaseThatIsAwayStopsTheBatchAtThatRecord() {
        bench.orders.down = true;
        assertEquals("100", bench.batch(signal(Direction.LONG, Tier.STANDARD, "40"), tick(T0)));
        bench.orders.down = false;
        assertEquals("all", bench.batch(signal(Direction.LONG, Tier.STANDARD, "40"), tick(T0)));
        assertEquals(1, bench.orders.intents().size());
    }
}
