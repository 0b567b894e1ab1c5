package dev.sextant.arbitrage.price;

import dev.sextant.arbitrage.graph.MarketRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.LongPredicate;

/** The slow, obvious leg: decimals, and every question answered by trying numbers of lots. */
final class PlainLeg {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    final MarketRules rules;
    final boolean buys;
    final NavigableMap<BigDecimal, BigDecimal> levels;
    private final BigDecimal lot;
    private final BigDecimal fee;

    PlainLeg(MarketRules rules, boolean buys, NavigableMap<BigDecimal, BigDecimal> levels) {
        this.rules = rules;
        this.buys = buys;
        this.levels = levels;
        this.lot = BigDecimal.valueOf(rules.lot(), rules.quantityPrecision());
        this.fee = BigDecimal.valueOf(rules.feePpm()).divide(MILLION);
    }

    BigDecimal lots(long count) {
        return lot.multiply(BigDecimal.valueOf(count));
    }

    long depthInLots() {
        return levels.values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divideToIntegralValue(lot)
                .longValueExact();
    }

    private BigDecimal feeOf(BigDecimal amount, int precision) {
        return amount.multiply(fee).setScale(precision, RoundingMode.CEILING);
    }

    BigDecimal cost(BigDecimal quantity) {
        BigDecimal rest = quantity;
        BigDecimal cost = BigDecimal.ZERO;
        for (Map.Entry<BigDecimal, BigDecimal> level : levels.entrySet()) {
            BigDecimal part = rest.min(level.getValue());
            cost = cost.add(level.getKey()
                    .multiply(part)
                    .setScale(rules.costPrecision(), buys ? RoundingMode.CEILING : RoundingMode.FLOOR));
            rest = rest.subtract(part);
        }
        if (rest.signum() > 0) {
            throw new AssertionError(quantity + " of a book that holds less");
        }
        return cost;
    }

    BigDecimal spend(BigDecimal quantity) {
        if (buys) {
            BigDecimal cost = cost(quantity);
            return rules.feeInBase() ? cost : cost.add(feeOf(cost, rules.costPrecision()));
        }
        return rules.feeInBase() ? quantity.add(feeOf(quantity, rules.quantityPrecision())) : quantity;
    }

    BigDecimal receive(BigDecimal quantity) {
        if (buys) {
            return rules.feeInBase() ? quantity.subtract(feeOf(quantity, rules.quantityPrecision())) : quantity;
        }
        BigDecimal cost = cost(quantity);
        return rules.feeInBase() ? cost : cost.subtract(feeOf(cost, rules.costPrecision()));
    }

    /** The most lots an amount pays for, empty when the book ends before the amount does. */
    Optional<Long> most(BigDecimal amount) {
        long depth = depthInLots();
        long lots = last(depth, tried -> spend(lots(tried)).compareTo(amount) <= 0);
        return lots == depth && goesOn(amount, depth) ? Optional.empty() : Optional.of(lots);
    }

    /** The last number up to the most that something holds for, when it holds for none after one that it doesn't. */
    static long last(long most, LongPredicate holds) {
        long good = 0;
        long bad = most + 1;
        while (bad - good > 1) {
            long middle = (good + bad) / 2;
            if (holds.test(middle)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }

    /** Whether something is left of an amount when the book is empty: of a sale a lot, of a purchase a unit of cost. */
    private boolean goesOn(BigDecimal amount, long depth) {
        if (!buys) {
            BigDecimal next = lots(depth + 1);
            BigDecimal needed = rules.feeInBase() ? next.add(feeOf(next, rules.quantityPrecision())) : next;
            return needed.compareTo(amount) <= 0;
        }
        BigDecimal whole = levels.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal more = cost(whole).add(BigDecimal.valueOf(1, rules.costPrecision()));
        BigDecimal needed = rules.feeInBase() ? more : more.add(feeOf(more, rules.costPrecision()));
        return needed.compareTo(amount) <= 0;
    }

    /** The fewest lots that bring an amount above 0. */
    Optional<Long> toReceive(BigDecimal amount) {
        long depth = depthInLots();
        long tooFew = last(depth, tried -> receive(lots(tried)).compareTo(amount) < 0);
        return tooFew == depth ? Optional.empty() : Optional.of(tooFew + 1);
    }

    /** The price of the level in which the last unit of a quantity lies. */
    BigDecimal priceAt(BigDecimal quantity) {
        BigDecimal rest = quantity;
        BigDecimal price = levels.firstKey();
        for (Map.Entry<BigDecimal, BigDecimal> level : levels.entrySet()) {
            price = level.getKey();
            rest = rest.subtract(level.getValue());
            if (rest.signum() <= 0) {
                break;
            }
        }
        return price;
    }

    BigDecimal gained(BigDecimal price) {
        BigDecimal kept = MILLION.subtract(BigDecimal.valueOf(buys != rules.feeInBase() ? 0 : rules.feePpm()));
        return buys ? kept : kept.multiply(price);
    }

    BigDecimal given(BigDecimal price) {
        BigDecimal added = MILLION.add(BigDecimal.valueOf(buys != rules.feeInBase() ? rules.feePpm() : 0));
        return buys ? added.multiply(price) : added;
    }
}
