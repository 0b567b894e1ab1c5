package dev.sextant.bench.detect;

import dev.sextant.bench.Contender;
import dev.sextant.bench.Figures;
import dev.sextant.bench.Rounds;
import dev.sextant.bench.Table;
import java.util.List;
import java.util.Locale;

/** Prints what an update of a book costs until it is known whether a cycle through it earns something. */
public final class DetectBench {

    private static final long SEED = 11;

    /** Prices so far apart that one update in five shows an opportunity: far above what markets do. */
    private static final double LIVELY = 0.0012;

    /** Nearly no opportunity, as in real markets. */
    private static final double QUIET = 0.0004;

    private DetectBench() {}

    /** @param args how many updates a round has; those who search all cycles anew get a part of them */
    public static void main(String[] args) {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        System.out.println("clock: " + Rounds.clock() + " ns a reading");
        for (int currencies : new int[] {50, 100, 200}) {
            compare(currencies, LIVELY, count);
        }
        compare(100, QUIET, count);
    }

    private static void compare(int currencies, double wandering, int count) {
        MadeUpVenue venue = new MadeUpVenue(currencies, SEED);
        Updates updates = new UpdateMaker(venue, wandering, count, SEED).make();
        Ours ours = new Ours(venue, updates);
        ours.begin();
        ours.take(0, count);
        System.out.printf(
                Locale.ROOT,
                "%n%d currencies, prices %.0f bp apart, %d markets, %d triangles: per update %.2f levels set, %.1f cycles touched, %.3f walked through depth%n%n",
                currencies,
                wandering * 1e4,
                venue.graph.marketCount(),
                venue.cycles.count(),
                (double) (updates.prices.length - updates.firsts[updates.snapshots]) / count,
                touched(venue, updates),
                (double) ours.walked() / count);
        Table table = new Table(System.out, "found");
        table.add(ours.name(), Rounds.measure(ours, count));
        PlainJava plain = new PlainJava(venue, updates);
        table.add(plain.name(), Rounds.measure(plain, count / 4));
        for (Contender rescan : List.of(new ArrayBellmanFord(venue, updates), new JGraphT(venue, updates))) {
            int part = Math.max(
                    Rounds.BATCH * 4, count / (rescan instanceof JGraphT ? 4 * currencies : 5 * currencies / 10));
            Figures figures = Rounds.measure(rescan, part);
            table.add(rescan.name(), figures);
        }
        ours.begin();
        ours.take(0, count / 4 / Rounds.BATCH * Rounds.BATCH);
        System.out.println("\nover the updates the plain one had, ours found " + ours.found());
    }

    private static double touched(MadeUpVenue venue, Updates updates) {
        long touched = 0;
        for (int u = updates.snapshots; u < updates.markets.length; u++) {
            touched += venue.cycles.touching(updates.markets[u]).length;
        }
        return (double) touched / updates.count();
    }
}
