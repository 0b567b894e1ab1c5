package dev.sextant.local.venue.synthetic.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.local.venue.synthetic.chance.Draws;
import dev.sextant.venues.sim.order.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiquidationsTest {

    private final Liquidations liquidations =
            new Liquidations(SymbolProfile.of(new Symbol("BTCUSDT")).orElseThrow(), new Draws(1, "test"));

    private List<Liquidations.Due> inAnHour(double bpsASecond) {
        List<Liquidations.Due> due = new ArrayList<>();
        double price = 60_000;
        for (int second = 0; second < 3_600; second++) {
            price *= 1 + bpsASecond / 1e4;
            liquidations.second(second * 1_000L, price).ifPresent(due::add);
        }
        return due;
    }

    @Test
    void aStandingMarketHasAFewAnHour() {
        int few = inAnHour(0).size();
        assertTrue(few < 12, () -> few + " in an hour");
    }

    @Test
    void aFallingOneHasManyAndNearlyAllAreLongs() {
        List<Liquidations.Due> many = inAnHour(-1);
        assertTrue(many.size() > 300, () -> many.size() + " in an hour of 60 bps a minute");
        long longs = many.stream().filter(due -> due.side() == Side.SELL).count();
        assertTrue(longs > 0.9 * many.size(), () -> longs + " of " + many.size());
        for (Liquidations.Due due : many) {
            assertEquals(0, due.timeMs() % SymbolGenerator.STEP_MS);
            assertTrue(due.steps() >= 1);
        }
    }
}
