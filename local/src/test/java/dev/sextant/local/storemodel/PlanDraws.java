package dev.sextant.local.storemodel;

import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.PairTerms;
import dev.sextant.domain.plan.PlanIds;
import dev.sextant.domain.plan.PlanLeg;
import dev.sextant.domain.plan.PlanStep;
import dev.sextant.domain.plan.UnwindRoute;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Plans, legs and reports as they are drawn: small, few of a kind, so that they collide. */
final class PlanDraws {

    static final List<PairTerms> PAIRS =
            List.of(terms("BTC", "USDT", "0.1"), terms("ETH", "BTC", "0.001"), terms("ETH", "USDT", "0.1"));
    private static final List<OrderTrigger> TRIGGERS = List.of(
            OrderTrigger.VENUE_OPEN,
            OrderTrigger.VENUE_PARTIAL,
            OrderTrigger.VENUE_FILLED,
            OrderTrigger.VENUE_CANCELED,
            OrderTrigger.VENUE_CANCELED,
            OrderTrigger.VENUE_EXPIRED,
            OrderTrigger.VENUE_REJECTED,
            OrderTrigger.OUTCOME_UNKNOWN,
            OrderTrigger.NOT_FOUND,
            OrderTrigger.QUARANTINE_ENDED);

    private final Random random;
    private int trades;

    PlanDraws(Random random) {
        this.random = random;
    }

    private static PairTerms terms(String base, String quote, String tick) {
        return new PairTerms(
                new Symbol(base + "/" + quote),
                base,
                quote,
                new BigDecimal(tick),
                new BigDecimal("0.01"),
                new BigDecimal("0.02"),
                new BigDecimal("0.05"),
                new BigDecimal("0.003"));
    }

    static Instrument instrument(PairTerms terms, boolean tradable) {
        return new Instrument(
                terms.pair(),
                terms.base(),
                terms.quote(),
                tradable,
                terms.tick(),
                terms.step(),
                terms.minQuantity(),
                new BigDecimal("20"),
                terms.minCost());
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    CyclePlan plan(long nowMs) {
        String seen = "seen" + random.nextInt(60);
        String strategy = random.nextInt(12) == 0 ? "two" : "one";
        // What belongs to one id is always the same.
        Random own = new Random(seen.hashCode());
        BigDecimal quantity = BigDecimal.valueOf(own.nextInt(10, 650), 2);
        BigDecimal half = quantity.multiply(new BigDecimal("1.98")).setScale(2, RoundingMode.DOWN);
        String tick = own.nextInt(25) == 0 ? "0.05" : "0";
        List<PlanLeg> legs = List.of(
                new PlanLeg(PAIRS.get(0), Side.BUY, new Quantity(quantity), price("100.1"), own.nextInt(300)),
                new PlanLeg(PAIRS.get(1), Side.BUY, new Quantity(half), price("0.5"), own.nextInt(300)),
                new PlanLeg(
                        PAIRS.get(2),
                        Side.SELL,
                        new Quantity(half),
                        new Price(new BigDecimal("50.6").add(new BigDecimal(tick))),
                        own.nextInt(300)));
        return new CyclePlan(
                PlanIds.plan(PlanSides.ACCOUNT, strategy + "@1", seen),
                PlanSides.ACCOUNT,
                "KRAKEN",
                strategy,
                strategy + "@1",
                seen,
                "USDT>BTC>ETH>USDT" + own.nextInt(3),
                CyclePlan.Lane.DIRECT,
                quantity.multiply(new BigDecimal("100.4003")),
                BigDecimal.valueOf(own.nextInt(-100, 900), 2),
                BigDecimal.valueOf(own.nextInt(0, 2_200), 2),
                new BigDecimal(own.nextInt(4) == 0 ? "1.07" : "1"),
                legs,
                List.of(
                        new UnwindRoute(PAIRS.get(0), Side.SELL, price("99.9")),
                        new UnwindRoute(PAIRS.get(2), Side.SELL, price("50.4"))),
                1_000,
                nowMs - random.nextInt(900),
                nowMs + random.nextInt(-100, 5_000));
    }

    private static Price price(String text) {
        return Price.of(text);
    }

    /** Any next order of a plan, whether it makes sense now or not. */
    PlanStep.Place step(CyclePlan plan) {
        int leg = random.nextInt(2, 6);
        if (leg <= 3) {
            PlanLeg planned = plan.legs().get(leg - 1);
            return new PlanStep.Place(
                    leg,
                    Purpose.NEXT_LEG,
                    planned.terms(),
                    planned.side(),
                    new Quantity(BigDecimal.valueOf(random.nextInt(2, 300), 2)),
                    planned.limit(),
                    "after" + random.nextInt(2));
        }
        UnwindRoute route = pick(plan.routes());
        return new PlanStep.Place(
                leg,
                Purpose.UNWIND,
                route.terms(),
                route.side(),
                new Quantity(BigDecimal.valueOf(random.nextInt(2, 300), 2)),
                route.reference(),
                route.gives() + ":" + random.nextInt(3));
    }

    OrderReport report(StoredOrder order, List<Fill> told, long nowMs) {
        List<Fill> fills = new ArrayList<>();
        if (!told.isEmpty() && random.nextInt(8) == 0) {
            told.stream()
                    .filter(fill -> fill.symbol().equals(order.symbol()))
                    .findFirst()
                    .ifPresent(fills::add);
        }
        BigDecimal left = order.remaining().value();
        for (int i = random.nextInt(3); i > 0 && left.signum() > 0; i--) {
            BigDecimal part = left.multiply(BigDecimal.valueOf(random.nextInt(1, 5)))
                    .divide(BigDecimal.valueOf(4), 2, RoundingMode.UP)
                    .min(left);
            left = left.subtract(part);
            fills.add(fill(order, part, nowMs - random.nextInt(500)));
        }
        OrderTrigger trigger = pick(TRIGGERS);
        boolean ended = random.nextInt(4) != 0;
        BigDecimal venue = order.filled()
                .value()
                .add(fills.stream().map(fill -> fill.quantity().value()).reduce(BigDecimal.ZERO, BigDecimal::add));
        return new OrderReport(
                order.id(),
                "test",
                random.nextInt(10) == 0 ? null : trigger,
                "V",
                null,
                new Quantity(ended ? venue : venue.add(new BigDecimal("0.01"))),
                fills,
                random.nextInt(5) == 0 ? "code" : null,
                random.nextInt(5) == 0 ? "words" : null,
                nowMs);
    }

    private Fill fill(StoredOrder order, BigDecimal quantity, long atMs) {
        PairTerms terms = PAIRS.stream()
                .filter(each -> each.pair().equals(order.symbol()))
                .findFirst()
                .orElseThrow();
        BigDecimal limit = Objects.requireNonNull(order.request().limitPrice()).value();
        Price price = new Price(limit.subtract(terms.tick().multiply(BigDecimal.valueOf(random.nextInt(3)))));
        return new Fill(
                order.symbol(),
                "T" + ++trades,
                "V",
                order.request().side(),
                price,
                new Quantity(quantity),
                BigDecimal.valueOf(random.nextInt(40), 4),
                pick(List.of(terms.base(), terms.quote(), terms.quote(), "KFEE")),
                false,
                atMs);
    }
}
