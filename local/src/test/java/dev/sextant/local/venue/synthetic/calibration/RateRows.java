package dev.sextant.local.venue.synthetic.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many aggregate trades a second. The recordings hold only large trades, but aggregate ids count all of them: the
 * quietest recorded session is set beside the median generated minute, the busiest beside the busiest in a hundred.
 */
final class RateRows {

    private static final String FOLDER = "binance-usdm-large-aggtrades";
    private static final List<String> FILES = List.of("2025-01-aggtrades.csv.gz", "2025-12-aggtrades.csv.gz");
    private static final long PAUSE_MS = 15 * 60_000;
    private static final int FEWEST = 200;

    private record Sighting(long timeMs, long id) {}

    private RateRows() {}

    static List<Row> of(String symbol, Generated market) {
        List<Double> sessions = new ArrayList<>();
        FILES.forEach(file -> sessions.addAll(sessions(file, symbol)));
        double[] minutes = Numbers.map(Numbers.sums(market.tape.counts(), 60), count -> count / 60);
        double quietest = sessions.stream().min(Comparator.naturalOrder()).orElseThrow();
        double busiest = sessions.stream().max(Comparator.naturalOrder()).orElseThrow();
        return List.of(
                Row.within(
                        symbol + " trades a second: quietest of " + sessions.size() + " sessions, median minute",
                        FOLDER,
                        quietest,
                        Numbers.quantile(minutes, 0.5),
                        3),
                Row.within(
                        symbol + " trades a second: busiest session, busiest minute of a hundred",
                        FOLDER,
                        busiest,
                        Numbers.quantile(minutes, 0.99),
                        4));
    }

    private static List<Double> sessions(String file, String symbol) {
        List<Sighting> sightings = Recorded.csv(FOLDER, file).stream()
                .filter(row -> row[1].equals(symbol))
                .map(row -> new Sighting(Long.parseLong(row[5]), Long.parseLong(row[2])))
                .distinct()
                .sorted(Comparator.comparingLong(Sighting::timeMs).thenComparingLong(Sighting::id))
                .toList();
        List<Double> rates = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= sightings.size(); i++) {
            boolean ends = i == sightings.size()
                    || sightings.get(i).timeMs() - sightings.get(i - 1).timeMs() > PAUSE_MS;
            if (ends) {
                if (i - first >= FEWEST) {
                    Sighting from = sightings.get(first);
                    Sighting to = sightings.get(i - 1);
                    rates.add(1_000.0 * (to.id() - from.id()) / (to.timeMs() - from.timeMs()));
                }
                first = i;
            }
        }
        return rates;
    }
}
