package dev.sextant.arbitrage.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The slow, obvious sizer: tries quantities of the first leg. */
final class PlainSizer {

    private final List<PlainLeg> legs;
    private final int bufferPpm;

    /** What a cycle comes to at some quantities, in lots of each leg. */
    record Plan(List<Long> lots, BigDecimal spend, BigDecimal profit) {}

    PlainSizer(List<PlainLeg> legs, int bufferPpm) {
        this.legs = legs;
        this.bufferPpm = bufferPpm;
    }

    /** The plan of the rule: the greatest quantity whose last lot pays. */
    Optional<Plan> plan(BigDecimal cap) {
        if (legs.stream().anyMatch(leg -> leg.levels.isEmpty()) || !pays(0)) {
            return Optional.empty();
        }
        long greatest = PlainLeg.last(most(cap), this::pays);
        return evaluated(greatest).filter(this::counts);
    }

    /** The best plan there is within the cap, by profit: tries every quantity. */
    Optional<Plan> best(BigDecimal cap) {
        Optional<Plan> best = Optional.empty();
        for (long lots = 1; lots <= most(cap); lots++) {
            Optional<Plan> plan = evaluated(lots).filter(this::counts);
            if (plan.isPresent() && (best.isEmpty() || plan.get().profit.compareTo(best.get().profit) > 0)) {
                best = plan;
            }
        }
        return best;
    }

    private long most(BigDecimal cap) {
        return legs.getFirst().most(cap).orElse(legs.getFirst().depthInLots());
    }

    private boolean counts(Plan plan) {
        for (int i = 0; i < legs.size(); i++) {
            PlainLeg leg = legs.get(i);
            BigDecimal quantity = leg.lots(plan.lots.get(i));
            BigDecimal least = BigDecimal.valueOf(leg.rules.minQuantity(), leg.rules.quantityPrecision());
            BigDecimal cost = BigDecimal.valueOf(leg.rules.minCost(), leg.rules.costPrecision());
            if (quantity.signum() == 0
                    || quantity.compareTo(least) < 0
                    || leg.cost(quantity).compareTo(cost) < 0) {
                return false;
            }
        }
        BigDecimal buffer = plan.spend.multiply(BigDecimal.valueOf(bufferPpm, 6));
        return plan.profit.compareTo(buffer) > 0;
    }

    private Optional<List<Long>> passed(long first) {
        List<Long> lots = new ArrayList<>(List.of(first));
        for (int i = 1; i < legs.size(); i++) {
            PlainLeg before = legs.get(i - 1);
            Optional<Long> most = legs.get(i).most(before.receive(before.lots(lots.get(i - 1))));
            if (most.isEmpty()) {
                return Optional.empty();
            }
            lots.add(most.get());
        }
        return Optional.of(lots);
    }

    private boolean pays(long first) {
        Optional<List<Long>> lots = passed(first);
        if (lots.isEmpty()) {
            return false;
        }
        BigDecimal gained = BigDecimal.valueOf(1_000_000);
        BigDecimal given = BigDecimal.valueOf(1_000_000L + bufferPpm);
        for (int i = 0; i < legs.size(); i++) {
            BigDecimal price = legs.get(i).priceAt(legs.get(i).lots(lots.get().get(i)));
            gained = gained.multiply(legs.get(i).gained(price));
            given = given.multiply(legs.get(i).given(price));
        }
        return gained.compareTo(given) > 0;
    }

    private Optional<Plan> evaluated(long first) {
        Optional<List<Long>> all = passed(first);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Long> lots = new ArrayList<>(all.get());
        for (int i = legs.size() - 2; i >= 0; i--) {
            PlainLeg next = legs.get(i + 1);
            BigDecimal needed = next.spend(next.lots(lots.get(i + 1)));
            if (needed.signum() <= 0) {
                return Optional.empty();
            }
            Optional<Long> fewest = legs.get(i).toReceive(needed);
            if (fewest.isEmpty()) {
                return Optional.empty();
            }
            lots.set(i, fewest.get());
        }
        BigDecimal spend = legs.getFirst().spend(legs.getFirst().lots(lots.getFirst()));
        BigDecimal receive = legs.getLast().receive(legs.getLast().lots(lots.getLast()));
        return Optional.of(new Plan(lots, spend, receive.subtract(spend)));
    }
}
