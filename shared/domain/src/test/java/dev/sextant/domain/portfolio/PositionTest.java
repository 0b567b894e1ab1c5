package dev.sextant.domain.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PositionTest {

    private static Fill fill(Side side, String quantity, String price) {
        return new Fill(
                new Symbol("BTCUSDT"),
                "t",
                "v",
                side,
                Price.of(price),
                Quantity.of(quantity),
                new BigDecimal("0.25"),
                "USDT",
                false,
                0);
    }

    private static void expect(String words, Fill... fills) {
        assertEquals(words, Position.of(List.of(fills), "USDT").inWords());
    }

    @Test
    void addingAveragesTheCost() {
        expect(
                "quantity 3, cost 320, realised 0, fees 0.5, 2 fills",
                fill(Side.BUY, "1", "100"),
                fill(Side.BUY, "2", "110"));
    }

    @Test
    void reducingRealisesAgainstTheAverage() {
        expect(
                "quantity 1, cost 106.66666667, realised 26.66666667, fees 0.75, 3 fills",
                fill(Side.BUY, "1", "100"),
                fill(Side.BUY, "2", "110"),
                fill(Side.SELL, "2", "120"));
    }

    @Test
    void aShortEarnsWhenThePriceFalls() {
        expect(
                "quantity -1, cost -100, realised 20, fees 0.5, 2 fills",
                fill(Side.SELL, "2", "100"),
                fill(Side.BUY, "1", "80"));
    }

    @Test
    void aFillLargerThanThePositionClosesItAndOpensTheOtherSide() {
        expect(
                "quantity -2, cost -180, realised -10, fees 0.5, 2 fills",
                fill(Side.BUY, "1", "100"),
                fill(Side.SELL, "3", "90"));
    }

    @Test
    void aFeeInAnotherAssetIsNotTakenForTheAccountsCurrency() {
        Fill inBnb = new Fill(
                new Symbol("BTCUSDT"),
                "t2",
                "v",
                Side.SELL,
                Price.of("110"),
                Quantity.of("1"),
                new BigDecimal("0.0004"),
                "BNB",
                false,
                0);
        expect("quantity 0, cost 0, realised 10, fees 0.25, 2 fills", fill(Side.BUY, "1", "100"), inBnb);
    }

    @Test
    void aFillOfNothingCostsItsFeeAndMovesNothing() {
        expect(
                "quantity 2, cost 200, realised 0, fees 0.5, 2 fills",
                fill(Side.BUY, "2", "100"),
                fill(Side.SELL, "0", "90"));
    }

    @Test
    void anOpenPositionIsValuedAgainstItsCost() {
        Position shortOne = Position.of(List.of(fill(Side.SELL, "2", "100")), "USDT");
        assertEquals("20", shortOne.unrealisedPnl(new BigDecimal("90")).toPlainString());
    }

    @Test
    void costAndQuantityCannotContradictEachOther() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new Position(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO, 1));
        assertEquals(
                "a position of 0 can't have cost 1; the cost has the quantity's sign and is 0 when flat",
                refused.getMessage());
    }

    /** Whatever was rounded on the way: once flat, realised is exactly the cash received less the cash paid. */
    @Test
    void overAnyRoundTripRealisedIsExactlyTheCashThatMoved() {
        Random random = new Random(7);
        for (int trip = 0; trip < 2_000; trip++) {
            List<Fill> fills = new ArrayList<>();
            BigDecimal held = BigDecimal.ZERO;
            BigDecimal cash = BigDecimal.ZERO;
            int steps = 1 + random.nextInt(12);
            for (int step = 0; step <= steps; step++) {
                boolean last = step == steps;
                BigDecimal quantity = last ? held.abs() : BigDecimal.valueOf(1 + random.nextInt(997), 3);
                if (quantity.signum() == 0) {
                    continue;
                }
                Side side =
                        last ? held.signum() > 0 ? Side.SELL : Side.BUY : random.nextBoolean() ? Side.BUY : Side.SELL;
                BigDecimal price = BigDecimal.valueOf(1 + random.nextLong(99_999_999), 1 + random.nextInt(7));
                fills.add(fill(side, quantity.toPlainString(), price.toPlainString()));
                BigDecimal bought = side == Side.BUY ? quantity : quantity.negate();
                held = held.add(bought);
                cash = cash.subtract(bought.multiply(price));
            }
            Position flat = Position.of(fills, "USDT");
            assertEquals(0, flat.signedQty().signum());
            assertEquals(0, cash.compareTo(flat.realisedPnl()), "trip " + trip);
        }
    }
}
