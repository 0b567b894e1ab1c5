package dev.sextant.simulation.spot;

import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.plan.PairTerms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The book of a pair: evenly spaced levels around a price that moves; what was taken comes back with the next move. */
public final class SpotBook {

    private static final int LEVELS = 10;

    /**
     * How a book looks.
     *
     * @param half ticks from the middle to the best price
     * @param gap ticks between levels
     * @param lots at each level
     */
    public record Shape(long half, long gap, long lots) {}

    /** So much at a price. */
    record Part(Price price, Quantity quantity) {

        BigDecimal cost() {
            return quantity.notionalAt(price);
        }
    }

    private final PairTerms terms;
    private final Shape shape;
    private final long start;
    private final Map<Side, Long> taken = new EnumMap<>(Side.class);
    private long middle;

    SpotBook(PairTerms terms, Shape shape, BigDecimal price) {
        this.terms = terms;
        this.shape = shape;
        this.start = ticks(price);
        this.middle = start;
    }

    public PairTerms terms() {
        return terms;
    }

    private long ticks(BigDecimal price) {
        return price.divideToIntegralValue(terms.tick()).longValueExact();
    }

    /** The price in the middle. */
    public Price middle() {
        return price(middle);
    }

    private Price price(long ticks) {
        return new Price(terms.tick().multiply(BigDecimal.valueOf(Math.max(1, ticks))));
    }

    /** The middle moves; never far from where it began. */
    void moveTo(long ticks) {
        middle = Math.clamp(ticks, start / 2, start * 2);
        taken.clear();
    }

    void moveBy(long ticks) {
        moveTo(middle + ticks);
    }

    void moveTo(BigDecimal price) {
        moveTo(ticks(price));
    }

    /** Ticks in a share of the price. */
    long share(double share) {
        return Math.max(1, Math.round(middle * share));
    }

    /** What an order would trade now, best first, as far as there is something at its limit. */
    List<Part> parts(Side side, Quantity wanted, Price limit) {
        List<Part> parts = new ArrayList<>();
        long left = lots(wanted);
        long gone = taken.getOrDefault(side, 0L);
        for (int level = 0; level < LEVELS && left > 0; level++) {
            long there = Math.max(0, shape.lots() - gone);
            gone = Math.max(0, gone - shape.lots());
            Price price = level(side, level);
            boolean fits = side == Side.BUY ? price.compareTo(limit) <= 0 : price.compareTo(limit) >= 0;
            long lots = fits ? Math.min(there, left) : 0;
            if (lots > 0) {
                parts.add(new Part(price, quantity(lots)));
                left -= lots;
            }
        }
        return parts;
    }

    private Price level(Side side, int level) {
        long away = shape.half() + level * shape.gap();
        return price(side == Side.BUY ? middle + away : middle - away);
    }

    /** Takes what an order trades. */
    void take(Side side, Quantity traded) {
        taken.merge(side, lots(traded), Long::sum);
    }

    private long lots(Quantity quantity) {
        return quantity.value().divideToIntegralValue(terms.step()).longValueExact();
    }

    /** So many steps of the pair. */
    public Quantity quantity(long lots) {
        return new Quantity(terms.step().multiply(BigDecimal.valueOf(lots)));
    }

    /** The worst price that a quantity would meet now; empty when there is not enough. */
    public Optional<Price> worst(Side side, Quantity quantity) {
        List<Part> parts = parts(side, quantity, extreme(side));
        Quantity there = parts.stream().map(Part::quantity).reduce(Quantity.ZERO, Quantity::plus);
        return there.compareTo(quantity.floorTo(terms.step())) < 0 || parts.isEmpty()
                ? Optional.empty()
                : Optional.of(parts.getLast().price());
    }

    /** What a quantity would cost or fetch now, in quote, without the fee. */
    public BigDecimal cost(Side side, Quantity quantity) {
        return parts(side, quantity, extreme(side)).stream().map(Part::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Price extreme(Side side) {
        return price(side == Side.BUY ? start * 4 : 1);
    }
}
