package dev.sextant.local.storemodel;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.StoredOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What the drawing of operations knows: the time, everything wanted and filled so far, and how the model stands. */
final class Situation {

    private static final int NEWEST = 10;

    final ModelSide model;
    final Map<IntentId, OrderIntent> intents = new LinkedHashMap<>();
    final List<Fill> fills = new ArrayList<>();
    final Map<IntentId, String> tokens = new HashMap<>();
    long nowMs = World.BEGINNING_MS;
    private final Random random;
    private @Nullable Account only;
    private int numbers;

    Situation(long seed, ModelSide model) {
        this.random = new Random(seed);
        this.model = model;
    }

    int number() {
        return ++numbers;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    long between(long from, long to) {
        return from + (long) (random.nextDouble() * (to - from + 1));
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** A multiple of a step. */
    BigDecimal steps(String step, long from, long to) {
        BigDecimal value = new BigDecimal(step).multiply(BigDecimal.valueOf(between(from, to)));
        return new BigDecimal(E8.printDecimal(value));
    }

    Account account() {
        return only == null ? pick(World.ACCOUNTS) : only;
    }

    /** From now on everything is about one account; null for all. */
    void lookAt(@Nullable Account account) {
        only = account;
    }

    /** Mostly a moment; at times a minute, an hour, a day's end. */
    void passTime() {
        int kind = (int) between(0, 999);
        if (kind < 650) {
            nowMs += between(0, 300);
        } else if (kind < 955) {
            nowMs += between(300, 5_000);
        } else if (kind < 990) {
            nowMs += between(5_000, 60_000);
        } else if (kind < 997) {
            nowMs += between(60_000, 1_500_000);
        } else {
            nowMs += between(1_800_000, 36_000_000);
        }
    }

    /** Orders of an account, or the newest of them where there are many. */
    List<StoredOrder> orders(Account account) {
        List<StoredOrder> all = model.store(account).orders();
        return all.subList(chance(20) ? 0 : Math.max(0, all.size() - NEWEST), all.size());
    }
}
