package dev.sextant.placer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.event.Direction;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.Purpose;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An entry's fills become known in any order, some together, some with a tick between. */
class FillOrderTest {

    private static final BigDecimal STEP = new BigDecimal("0.001");

    @Test
    void stopsAndTargetsAlwaysSumToThePosition() {
        for (int seed = 0; seed < 2_000; seed++) {
            fillIn(seed);
        }
    }

    private static void fillIn(int seed) {
        Random random = new Random(seed);
        List<Integer> steps = new ArrayList<>();
        for (int fills = 1 + random.nextInt(8); fills > 0; fills--) {
            steps.add(1 + random.nextInt(200));
        }
        Collections.shuffle(steps, random);
        String whole = quantity(steps.stream().mapToInt(Integer::intValue).sum());
        PlannedTrade trade = new PlannedTrade(random.nextBoolean() ? Direction.LONG : Direction.SHORT)
                .entry(whole, OrderState.SENDING, "0");
        int known = 0;
        for (int i = 0; i < steps.size(); i++) {
            known += steps.get(i);
            OrderState state = i == steps.size() - 1 ? OrderState.FILLED : OrderState.PARTIALLY_FILLED;
            trade.filled(whole, state, quantity(known), "f" + i);
            boolean last = state == OrderState.FILLED;
            if (last || random.nextBoolean()) {
                trade.carryOut(i);
                assertEquals(Quantity.of(quantity(known)), trade.resting(Purpose.STOP), "seed " + seed);
                assertEquals(
                        last ? Quantity.of(whole) : Quantity.ZERO,
                        trade.resting(Purpose.TAKE_PROFIT_1, Purpose.TAKE_PROFIT_2),
                        "seed " + seed);
            }
        }
        assertEquals(0, trade.carryOut(steps.size()), "seed " + seed + " has all it needs");
    }

    private static String quantity(int steps) {
        return STEP.multiply(BigDecimal.valueOf(steps)).toPlainString();
    }
}
