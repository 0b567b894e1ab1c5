package dev.sextant.simulation.lane;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.PairTerms;
import dev.sextant.domain.plan.PlanIds;
import dev.sextant.domain.plan.PlanLeg;
import dev.sextant.domain.plan.UnwindRoute;
import dev.sextant.simulation.spot.SpotBook;
import dev.sextant.simulation.spot.SpotMarket;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a plan from the books as they are, sized by its first leg. */
final class PlanWriter {

    static final String STRATEGY = "triangles";
    static final String VERSION = "triangles@1";
    private static final BigDecimal HAIRCUT = new BigDecimal("0.99");
    private static final long FRESH_MS = 1_000;
    private static final long GOOD_FOR_MS = 2_000;

    private final SpotMarket market;
    private final Account account;
    private final List<PlanLeg> legs = new ArrayList<>();
    private final List<UnwindRoute> routes = new ArrayList<>();
    private BigDecimal spend = BigDecimal.ZERO;
    private BigDecimal loss = BigDecimal.ZERO;
    private BigDecimal held = BigDecimal.ZERO;

    private PlanWriter(SpotMarket market, Account account) {
        this.market = market;
        this.account = account;
    }

    /**
     * A cycle of three legs from dollars.
     *
     * @param assets it goes through, in order
     * @param lots of the first leg
     * @return empty when a book holds too little for it
     */
    static Optional<CyclePlan> write(
            SpotMarket market, Account account, List<String> assets, long lots, String seen, long ageMs, long nowMs) {
        PlanWriter writer = new PlanWriter(market, account);
        boolean sized = writer.first(assets.getFirst(), lots, ageMs)
                && writer.back(assets.getFirst())
                && writer.next(assets.getFirst(), assets.getLast(), ageMs)
                && writer.back(assets.getLast())
                && writer.next(assets.getLast(), "USD", ageMs);
        return sized ? Optional.of(writer.plan(assets, seen, nowMs)) : Optional.empty();
    }

    private boolean first(String asset, long lots, long ageMs) {
        SpotBook book = market.book(asset, "USD");
        Quantity quantity = book.quantity(lots);
        Optional<Price> limit = book.worst(Side.BUY, quantity);
        limit.ifPresent(price -> {
            legs.add(new PlanLeg(book.terms(), Side.BUY, quantity, price, ageMs));
            spend = quantity.notionalAt(price).multiply(withFee(book.terms()));
            held = quantity.value();
        });
        return limit.isPresent();
    }

    private boolean next(String from, String to, long ageMs) {
        boolean sells = !from.equals("BTC") || !to.equals("ETH");
        SpotBook book = sells ? market.book(from, to) : market.book(to, from);
        Side side = sells ? Side.SELL : Side.BUY;
        Optional<PlanLeg> leg = book.terms()
                .affordable(side, held, book.middle())
                .flatMap(most -> book.worst(side, most))
                .flatMap(limit -> book.terms()
                        .affordable(side, held, limit)
                        .map(quantity -> new PlanLeg(book.terms(), side, quantity, limit, ageMs)));
        leg.ifPresent(made -> {
            legs.add(made);
            held = sells ? fetched(book, made.quantity()) : made.quantity().value();
        });
        return leg.isPresent();
    }

    /** The way back from an asset, and what would be lost on it. */
    private boolean back(String asset) {
        SpotBook book = market.book(asset, "USD");
        Quantity quantity = new Quantity(held).floorTo(book.terms().step());
        Optional<Price> worst = book.worst(Side.SELL, quantity);
        worst.ifPresent(price -> {
            routes.add(new UnwindRoute(book.terms(), Side.SELL, price));
            loss = loss.max(spend.subtract(fetched(book, quantity).multiply(HAIRCUT)));
        });
        return worst.isPresent();
    }

    private static BigDecimal fetched(SpotBook book, Quantity quantity) {
        return book.cost(Side.SELL, quantity)
                .multiply(BigDecimal.ONE.subtract(book.terms().feeRate()));
    }

    private static BigDecimal withFee(PairTerms terms) {
        return BigDecimal.ONE.add(terms.feeRate());
    }

    private CyclePlan plan(List<String> assets, String seen, long nowMs) {
        return new CyclePlan(
                PlanIds.plan(account, VERSION, seen),
                account,
                "KRAKEN",
                STRATEGY,
                VERSION,
                seen,
                "USD>" + String.join(">", assets) + ">USD",
                CyclePlan.Lane.DIRECT,
                spend,
                held.subtract(spend),
                loss,
                BigDecimal.ONE,
                legs,
                routes,
                FRESH_MS,
                nowMs,
                nowMs + GOOD_FOR_MS);
    }
}
