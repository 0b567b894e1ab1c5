package dev.sextant.domain.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.Purpose;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

class PlanSequencerTest {

    private final PlanOnPaper paper = new PlanOnPaper(Triangle.plan());

    private PlanStep next() {
        return paper.next(new PlanSequencer(Quotes.NONE));
    }

    private PlanStep.Place place() {
        return assertInstanceOf(PlanStep.Place.class, next());
    }

    @Test
    void threeLegsThatFillMakeACycle() {
        paper.firstLeg(OrderState.FILLED, "1");
        PlanStep.Place second = place();
        assertEquals(2, second.leg());
        assertEquals("20", second.quantity().toString(), "all the BTC there is, at the limit");
        paper.trade(second, OrderState.FILLED, "1");
        PlanStep.Place third = place();
        assertEquals("20", third.quantity().toString());
        paper.trade(third, OrderState.FILLED, "1");
        assertEquals(new PlanStep.End(PlanOutcome.COMPLETE, "every leg traded"), next());
    }

    @Test
    void nothingIsSentWhileAnOrderIsOpenOrInDoubt() {
        paper.firstLeg(OrderState.UNKNOWN, "0");
        assertInstanceOf(PlanStep.LookUp.class, next());
        paper.settle(OrderState.FILLED, "0.5");
        assertEquals("10", place().quantity().toString(), "leg 2 goes on with half");
    }

    @Test
    void anApprovedOrderIsSentBeforeAnythingElse() {
        paper.firstLeg(OrderState.APPROVED, "0");
        assertInstanceOf(PlanStep.Send.class, next());
    }

    @Test
    void aFirstLegThatTradesNothingEndsIt() {
        paper.firstLeg(OrderState.BLOCKED, "0");
        assertEquals(new PlanStep.End(PlanOutcome.MISSED, "leg 1 traded nothing: BLOCKED (test)"), next());
    }

    @Test
    void aLegThatFailsIsSoldBackAtPricesThatGiveWay() {
        paper.firstLeg(OrderState.FILLED, "1");
        paper.trade(place(), OrderState.REJECTED, "0");
        PlanStep.Place first = place();
        assertEquals(Purpose.UNWIND, first.purpose());
        assertEquals("49750", first.limit().toString(), "half a per cent below 50000");
        paper.trade(first, OrderState.CANCELED, "0");
        assertInstanceOf(PlanStep.Pause.class, next());
        paper.waits(250);
        PlanStep.Place second = place();
        assertEquals("49500", second.limit().toString());
        paper.trade(second, OrderState.FILLED, "1");
        assertEquals(new PlanStep.End(PlanOutcome.UNWOUND, "1 of 3 legs traded"), next());
    }

    @Test
    void whereTheMarketIsKnownItIsSoldBackThere() {
        paper.firstLeg(OrderState.FILLED, "1");
        paper.flatten = true;
        PlanSequencer knowing = new PlanSequencer((terms, side, quantity) -> Optional.of(Triangle.price("40000")));
        PlanStep.Place sale = assertInstanceOf(PlanStep.Place.class, paper.next(knowing));
        assertEquals("39800", sale.limit().toString());
    }

    @Test
    void whoeverWantsOutGetsOutBeforeTheNextLeg() {
        paper.firstLeg(OrderState.FILLED, "1");
        paper.flatten = true;
        assertEquals(Purpose.UNWIND, place().purpose());
    }

    @Test
    void aVenueThatIsAwayIsTriedForAnHourAndNotForEver() {
        paper.firstLeg(OrderState.FILLED, "1");
        paper.trade(place(), OrderState.REJECTED, "0");
        int refusals = 0;
        long begin = paper.nowMs;
        for (PlanStep step = next(); !(step instanceof PlanStep.End); step = next()) {
            if (step instanceof PlanStep.Place place) {
                paper.trade(place, OrderState.REJECTED, "0");
                refusals++;
            } else {
                paper.nowMs = assertInstanceOf(PlanStep.Pause.class, step).untilMs();
            }
        }
        assertEquals(PlanSequencer.MOST_REFUSALS, refusals);
        assertTrue(paper.nowMs - begin > 3_000_000, "almost an hour: " + (paper.nowMs - begin));
        assertEquals(
                PlanOutcome.RESIDUAL,
                assertInstanceOf(PlanStep.End.class, next()).outcome());
    }

    @Property(tries = 2_000)
    void itAlwaysEndsAndNeverTradesWhatItDoesNotHold(@ForAll long seed) {
        Random random = new Random(seed);
        PlanOnPaper run = new PlanOnPaper(Triangle.plan());
        PlanSequencer sequencer = new PlanSequencer((terms, side, quantity) -> random.nextInt(3) == 0
                ? Optional.of(terms.worse(
                        side,
                        run.plan.route(terms.gives(side)).reference(),
                        BigDecimal.valueOf(random.nextInt(-50, 50), 3)))
                : Optional.empty());
        run.firstLeg(run.drawState(random), run.drawShare(random));
        boolean unwinding = false;
        for (int step = 0; ; step++) {
            assertTrue(step < 1_000, "it does not end");
            switch (run.next(sequencer)) {
                case PlanStep.Place place -> {
                    assertTrue(!unwinding || place.purpose() == Purpose.UNWIND, "a leg after it was given up");
                    unwinding |= place.purpose() == Purpose.UNWIND;
                    run.trade(place, run.drawState(random), run.drawShare(random));
                    run.requireNothingBorrowed();
                }
                case PlanStep.LookUp _ -> run.settle(run.drawEnd(random), run.drawShare(random));
                case PlanStep.Pause(long untilMs) -> run.nowMs = untilMs;
                case PlanStep.Send _ -> run.settle(OrderState.EXPIRED_UNSENT, "0");
                case PlanStep.End(PlanOutcome outcome, String _) -> {
                    Statistics.collect(outcome);
                    run.requireEnd(outcome);
                    return;
                }
            }
        }
    }
}
