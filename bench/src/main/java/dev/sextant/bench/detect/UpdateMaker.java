package dev.sextant.bench.detect;

import dev.sextant.arbitrage.graph.MarketRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/**
 * Makes a stream of updates from a seed. Each market's middle wanders around its fair price; most messages change a quantity near the best price, the others move the best price. One message in seven is
 * of a market between hubs, which are in most cycles.
 */
final class UpdateMaker {

    private static final double STAYS = 0.95;
    private static final double HALF_SPREAD = 0.0005;
    private static final double STEP = 0.0002;
    private static final double HUB_SHARE = 0.146;
    private static final double MOVES = 0.4;

    private final MadeUpVenue venue;
    private final Random random;
    private final double wandering;
    private final double[] noise;
    private final List<NavigableMap<Long, Long>> bids = new ArrayList<>();
    private final List<NavigableMap<Long, Long>> asks = new ArrayList<>();
    private final List<Level> levels = new ArrayList<>();
    private final int[] markets;
    private final int[] firsts;

    private record Level(boolean bid, long price, long quantity) {}

    /** @param wandering how far a market's middle is from its fair price on average, as a share of it */
    UpdateMaker(MadeUpVenue venue, double wandering, int count, long seed) {
        this.wandering = wandering;
        this.venue = venue;
        this.random = new Random(seed);
        int all = venue.graph.marketCount();
        noise = new double[all];
        markets = new int[all + count];
        firsts = new int[markets.length + 1];
        for (int market = 0; market < all; market++) {
            bids.add(new TreeMap<>(Comparator.reverseOrder()));
            asks.add(new TreeMap<>());
            noise[market] = random.nextGaussian() * wandering;
        }
    }

    Updates make() {
        int all = venue.graph.marketCount();
        for (int i = 0; i < markets.length; i++) {
            markets[i] = i < all ? i : anyMarket();
            firsts[i] = levels.size();
            if (i < all || random.nextDouble() < MOVES) {
                move(markets[i]);
            } else {
                requote(markets[i]);
            }
        }
        firsts[markets.length] = levels.size();
        boolean[] sides = new boolean[levels.size()];
        for (int i = 0; i < sides.length; i++) {
            sides[i] = levels.get(i).bid();
        }
        return new Updates(
                all,
                markets,
                firsts,
                sides,
                levels.stream().mapToLong(Level::price).toArray(),
                levels.stream().mapToLong(Level::quantity).toArray());
    }

    private int anyMarket() {
        return random.nextDouble() < HUB_SHARE
                ? random.nextInt(venue.hubMarkets)
                : random.nextInt(venue.hubMarkets, venue.graph.marketCount());
    }

    /** Another quantity at one of the better levels. */
    private void requote(int market) {
        boolean bid = random.nextBoolean();
        NavigableMap<Long, Long> side = (bid ? bids : asks).get(market);
        int rank = Math.min(side.size() - 1, (int) Math.abs(random.nextGaussian() * 3));
        long price = side.keySet().stream().skip(rank).findFirst().orElseThrow();
        set(market, bid, price, quantity(market));
    }

    /** The middle goes on, and both sides go after it. */
    private void move(int market) {
        noise[market] = noise[market] * STAYS + random.nextGaussian() * wandering * Math.sqrt(1 - STAYS * STAYS);
        follow(market, true);
        follow(market, false);
    }

    private void follow(int market, boolean bid) {
        MarketRules rules = venue.graph.market(market);
        double unit = Math.pow(10, -rules.pricePrecision());
        int away = bid ? -1 : 1;
        double best = venue.fair(market) * (1 + noise[market] + away * HALF_SPREAD);
        long touch = Math.round(best / unit);
        NavigableMap<Long, Long> side = (bid ? bids : asks).get(market);
        for (long price : List.copyOf(side.headMap(touch, false).keySet())) {
            set(market, bid, price, 0);
        }
        long step = Math.max(1, Math.round(venue.fair(market) * STEP / unit));
        if (side.isEmpty() || Math.abs(side.firstKey() - touch) > step) {
            set(market, bid, touch, quantity(market));
        }
        while (side.size() < Updates.DEPTH) {
            set(market, bid, side.lastKey() + away * random.nextLong(1, 2 * step + 1), quantity(market));
        }
        while (side.size() > Updates.DEPTH) {
            side.pollLastEntry();
        }
    }

    /** Worth 50 to about 5,000 dollars. */
    private long quantity(int market) {
        MarketRules rules = venue.graph.market(market);
        double dollars = 50 * Math.pow(10, random.nextDouble(2));
        double value = venue.values[venue.graph.from(2 * market)];
        return Math.max(rules.lot(), Math.round(dollars / value * 1e8) / rules.lot() * rules.lot());
    }

    private void set(int market, boolean bid, long price, long quantity) {
        NavigableMap<Long, Long> side = (bid ? bids : asks).get(market);
        if (quantity == 0) {
            side.remove(price);
        } else {
            side.put(price, quantity);
        }
        levels.add(new Level(bid, price, quantity));
    }
}
