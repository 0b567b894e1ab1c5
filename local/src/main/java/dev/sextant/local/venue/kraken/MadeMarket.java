package dev.sextant.local.venue.kraken;

import dev.sextant.domain.order.Side;
import dev.sextant.local.venue.kraken.account.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A made-up market of many pairs, from a seed: each asset has a value that wanders, each pair's book lies around the
 * ratio of two values, so that triangles earn nothing, and now and then a pair's prices lie off for a while, so that they
 * do. Time is what it is told. The same seed and the same times give the same books.
 */
public final class MadeMarket implements VenueBooks {

    private static final List<String> ASSETS =
            List.of("USD", "EUR", "USDT", "BTC", "ETH", "SOL", "XRP", "LTC", "ADA", "DOT");
    private static final double[] VALUES = {1, 1.08, 1, 64_000, 3_100, 150, 0.52, 71, 0.38, 5.9};

    /** How many assets are paid with: each one later in the list has a pair with each of these. */
    private static final int QUOTES = 5;

    private static final int LEVELS = 10;
    private static final double HALF_SPREAD = 0.00015;
    private static final double STEP = 0.00002;

    private final Random random;
    private final List<MadePair> pairs = new ArrayList<>();
    private final List<Pair> rules;
    private final double[] values = VALUES.clone();
    private final List<NavigableMap<Long, Long>> bids = new ArrayList<>();
    private final List<NavigableMap<Long, Long>> asks = new ArrayList<>();
    private final double[] off;
    private final List<Plant> plants = new ArrayList<>();
    private long nextPlantMs;
    private int planted = -1;

    /** A market that begins at this time. */
    public MadeMarket(long seed, long nowMs) {
        random = new Random(seed);
        for (int quote = 0; quote < QUOTES; quote++) {
            for (int base = quote + 1; base < ASSETS.size(); base++) {
                boolean oddPair = ASSETS.get(base).equals("USDT") && quote == 1;
                if (!oddPair) {
                    pairs.add(pair(base, quote));
                }
            }
        }
        rules = pairs.stream().map(MadePair::rules).toList();
        off = new double[pairs.size()];
        for (int pair = 0; pair < pairs.size(); pair++) {
            bids.add(new TreeMap<>());
            asks.add(new TreeMap<>());
            change(pair);
        }
        nextPlantMs = nowMs + 1_000 + random.nextInt(2_000);
    }

    private static MadePair pair(int base, int quote) {
        int digits = Math.clamp((long) Math.ceil(5 - Math.log10(VALUES[base] / VALUES[quote])), 1, 9);
        return new MadePair(ASSETS.get(base) + "/" + ASSETS.get(quote), base, quote, digits);
    }

    @Override
    public List<Pair> pairs() {
        return rules;
    }

    static String asset(int asset) {
        return ASSETS.get(asset);
    }

    NavigableMap<Long, Long> bids(int pair) {
        return bids.get(pair);
    }

    NavigableMap<Long, Long> asks(int pair) {
        return asks.get(pair);
    }

    /** Every triangle that was made to pay so far, the last one perhaps not over. */
    public List<Plant> plants() {
        return List.copyOf(plants);
    }

    @Override
    public void step(long nowMs, Consumer<BookChange> told) {
        step(nowMs).forEach(told);
    }

    private List<BookChange> step(long nowMs) {
        List<BookChange> changes = new ArrayList<>();
        if (planted >= 0 && nowMs >= plants.getLast().untilMs()) {
            off[planted] = 0;
            changes.add(change(planted));
            planted = -1;
            nextPlantMs = nowMs + 1_000 + random.nextInt(4_000);
        } else if (planted < 0 && nowMs >= nextPlantMs) {
            changes.add(plant(nowMs));
        }
        for (int i = 0; i < ASSETS.size(); i++) {
            values[i] *= 1 + STEP * random.nextGaussian();
        }
        for (int i = 0; i < 3; i++) {
            changes.add(change(random.nextInt(pairs.size())));
        }
        return changes;
    }

    @Override
    public List<long[]> levels(int pair, Side side, int most) {
        return (side == Side.BUY ? bids.get(pair).descendingMap() : asks.get(pair))
                .entrySet().stream()
                        .limit(most)
                        .map(level -> new long[] {level.getKey(), level.getValue()})
                        .toList();
    }

    @Override
    public void take(int pair, Side side, long price, long quantity) {
        (side == Side.BUY ? bids.get(pair) : asks.get(pair))
                .computeIfPresent(price, (_, there) -> there > quantity ? there - quantity : null);
    }

    private BookChange plant(long nowMs) {
        planted = random.nextInt(pairs.size());
        off[planted] = (random.nextBoolean() ? 1 : -1) * (0.009 + 0.006 * random.nextDouble());
        long lasts = 200L + random.nextInt(1_500);
        plants.add(new Plant(pairs.get(planted).symbol(), nowMs, nowMs + lasts, off[planted] * 1e4));
        return change(planted);
    }

    /** Other levels around where the book belongs now. */
    private BookChange change(int pair) {
        MadePair rules = pairs.get(pair);
        double fair = values[rules.base()] / values[rules.quote()] * (1 + off[pair]);
        double unit = Math.pow(10, rules.priceDigits());
        long bid = (long) Math.floor(fair * (1 - HALF_SPREAD) * unit);
        long ask = Math.max(bid + 1, (long) Math.ceil(fair * (1 + HALF_SPREAD) * unit));
        long gap = Math.max(1, (long) (fair * unit * HALF_SPREAD / 2));
        return new BookChange(
                pair, replace(bids.get(pair), bid, -gap, rules), replace(asks.get(pair), ask, gap, rules));
    }

    private List<long[]> replace(NavigableMap<Long, Long> side, long best, long gap, MadePair rules) {
        TreeMap<Long, Long> next = new TreeMap<>();
        double worth = 2_000 / values[rules.base()] * Math.pow(10, MadePair.QUANTITY_DIGITS);
        for (int level = 0; level < LEVELS; level++) {
            long price = best + gap * level;
            if (price > 0) {
                Long before = side.get(price);
                long drawn = 1 + (long) (worth * (0.2 + random.nextDouble()) * (1 + level));
                next.put(price, before != null && random.nextInt(3) > 0 ? before : drawn);
            }
        }
        List<long[]> changes = new ArrayList<>();
        side.keySet().stream()
                .filter(price -> !next.containsKey(price))
                .forEach(price -> changes.add(new long[] {price, 0}));
        next.forEach((price, quantity) -> {
            if (!quantity.equals(side.get(price))) {
                changes.add(new long[] {price, quantity});
            }
        });
        side.clear();
        side.putAll(next);
        return changes;
    }
}
