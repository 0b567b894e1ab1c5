package dev.sextant.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.CycleFrame;
import dev.sextant.domain.market.FramedBook;
import dev.sextant.domain.plan.CyclePlan;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The same plan from a frame as from the books it was made of; and what is late, changed or impossible is none. */
class CycleConfirmerTest {

    @Property(tries = 150)
    void aFrameMakesThePlanThatItsBooksMake(@ForAll long seed) {
        MovingMarket market = new MovingMarket(seed);
        for (int change = 0; change < 60; change++) {
            market.change();
        }
        for (MovingMarket.Found found : market.found) {
            assertEquals(
                    new Confirmation.Planned(found.planned()),
                    new CycleConfirmer(MovingMarket.PATIENT)
                            .confirm(found.frame(), found.frame().asOfMs() + 10),
                    () -> "seed " + seed);
        }
    }

    @Test
    void theMarketsOfThePropertyDoHaveTriangles() {
        int found = 0;
        for (long seed = 0; seed < 20; seed++) {
            MovingMarket market = new MovingMarket(seed);
            for (int change = 0; change < 60; change++) {
                market.change();
            }
            found += market.found.size();
        }
        assertTrue(found > 100, "only " + found);
    }

    private static final CycleFrame FRAME = MovingMarket.triangle();

    private static Confirmation confirm(CycleFrame frame, long afterMs) {
        return new CycleConfirmer(MovingMarket.SETTINGS).confirm(frame, frame.asOfMs() + afterMs);
    }

    private static String refuted(CycleFrame frame) {
        return assertInstanceOf(Confirmation.Refuted.class, confirm(frame, 10)).reason();
    }

    @Test
    void aTriangleIsPlannedForTheStreamLane() {
        CyclePlan plan =
                assertInstanceOf(Confirmation.Planned.class, confirm(FRAME, 10)).plan();
        assertEquals("USD>BTC>ETH>USD", plan.cycle());
        assertEquals(CyclePlan.Lane.STREAM, plan.lane());
        assertEquals(
                List.of(40L, 30L, 20L),
                plan.legs().stream().map(leg -> leg.bookAgeMs()).toList());
        assertEquals(FRAME.asOfMs(), plan.decidedAtMs());
        assertEquals(FRAME.asOfMs() + 2_000, plan.expiresAtMs());
    }

    @Test
    void booksThatHaveGrownTooOldAreLate() {
        assertInstanceOf(Confirmation.Planned.class, confirm(FRAME, 960));
        assertEquals(new Confirmation.Late(1_001, 1_000), confirm(FRAME, 961));
        assertInstanceOf(Confirmation.Planned.class, confirm(FRAME, -50), "a clock behind the ingest's is no age");
    }

    private static CycleFrame with(int market, List<FramedBook.Level> bids, List<FramedBook.Level> asks) {
        List<FramedBook> books = new ArrayList<>(FRAME.books());
        FramedBook before = books.get(market);
        books.set(market, new FramedBook(before.rules(), before.ageMs(), bids, asks));
        return new CycleFrame(
                FRAME.venue(), FRAME.opportunityId(), FRAME.cycle(), FRAME.asOfMs(), FRAME.limits(), books);
    }

    private static CycleFrame withBid(int market, long price) {
        return with(
                market,
                List.of(new FramedBook.Level(price, 100_000_000)),
                FRAME.books().get(market).asks());
    }

    @Test
    void whatDoesNotPayByItsOwnBooksIsRefuted() {
        assertEquals("its best prices do not pay", refuted(withBid(2, 1)));
        assertEquals("its best prices do not pay", refuted(with(2, List.of(), List.of())));
        assertEquals(
                "it does not pay: absurd",
                refuted(with(2, List.of(new FramedBook.Level(500_000, 100_000_000)), List.of())),
                "twice the price is a quote gone wrong");
        assertEquals(
                "it does not pay: too small",
                refuted(with(
                        2,
                        List.of(new FramedBook.Level(252_000, 10)),
                        FRAME.books().get(2).asks())));
    }

    @Test
    void aCrossedBookIsNone() {
        long ask = FRAME.books().get(1).asks().getFirst().price();
        assertEquals("the book of ETH/BTC is crossed", refuted(withBid(1, ask + 1)));
    }

    @Test
    void pairsThatDoNotMakeTheCycleAreNone() {
        CycleFrame other = new CycleFrame(
                FRAME.venue(), FRAME.opportunityId(), "USD>SOL>ETH>USD", FRAME.asOfMs(), FRAME.limits(), FRAME.books());
        assertEquals("the frame's pairs do not make USD>SOL>ETH>USD", refuted(other));
    }
}
