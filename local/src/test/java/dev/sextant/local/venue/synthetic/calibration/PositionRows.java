package dev.sextant.local.venue.synthetic.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Funding, open interest, ratios, forced orders, Coinbase. */
final class PositionRows {

    private static final int HOUR = 3_600;
    private static final String OKX = "okx-swap-derivs, SOL 1 h";
    private static final String LIQUIDATIONS = "binance-usdm-liquidations, 2025-01";

    private PositionRows() {}

    static List<Row> of(Generated btc, Generated sol) {
        List<Row> rows = new ArrayList<>();
        rows.addAll(funding(btc));
        rows.addAll(crowd(sol));
        rows.addAll(forced(btc));
        rows.addAll(coinbase(btc));
        return rows;
    }

    private static List<Row> funding(Generated btc) {
        String source = "binance-usdm-funding, BTCUSDT";
        double[] recorded = Numbers.map(
                Recorded.column(Recorded.csv("binance-usdm-funding", "BTCUSDT-funding-to-2024-12-31.csv.gz"), "rate"),
                rate -> rate * 1e4);
        double[] generated = btc.seconds.stream()
                .filter(second -> second.timeMs() % (8L * HOUR * 1_000) == 0)
                .mapToDouble(second -> second.mark().fundingRateE8() / 1e4)
                .toArray();
        return List.of(
                Row.near("BTCUSDT mean funding, bps", source, Numbers.mean(recorded), Numbers.mean(generated), 2.5),
                Row.near(
                        "BTCUSDT settlements at exactly 1 bps",
                        source,
                        Numbers.share(recorded, rate -> Math.abs(rate - 1) < 1e-6),
                        Numbers.share(generated, rate -> rate == 1),
                        0.6));
    }

    private static List<Row> crowd(Generated sol) {
        double[] interest = Recorded.column(
                Recorded.csv("okx-swap-derivs", "SOL-USDT-SWAP-open_interest-20260531-20260615.csv.gz"), "oi");
        double[] ratio = Recorded.column(
                Recorded.csv("okx-swap-derivs", "SOL-USDT-SWAP-long_short_ratio-20260531-20260615.csv.gz"), "ratio");
        List<String[]> takers = Recorded.csv("okx-swap-derivs", "SOL-USDT-SWAP-taker_volume-20260531-20260615.csv.gz");
        double[] made = Numbers.every(sol.readings(second -> second.openInterestE8()), HOUR);
        double[] ratios = Numbers.every(
                sol.readings(second -> second.longAccountsPerMyriad() / (10_000.0 - second.longAccountsPerMyriad())),
                HOUR);
        return List.of(
                Row.within(
                        "SOLUSDT deviation of an hour's change of open interest, bps",
                        OKX,
                        Numbers.deviation(Numbers.returnsBps(interest)),
                        Numbers.deviation(Numbers.returnsBps(made)),
                        1.6),
                Row.within("SOLUSDT mean long/short ratio", OKX, Numbers.mean(ratio), Numbers.mean(ratios), 1.6),
                Row.within(
                        "SOLUSDT deviation of an hour's change of it, bps",
                        OKX,
                        Numbers.deviation(Numbers.returnsBps(ratio)),
                        Numbers.deviation(Numbers.returnsBps(ratios)),
                        1.6),
                Row.within(
                        "SOLUSDT deviation of an hour's taker imbalance",
                        OKX,
                        Numbers.deviation(
                                imbalances(Recorded.column(takers, "buyVol"), Recorded.column(takers, "sellVol"))),
                        Numbers.deviation(imbalances(sol)),
                        1.6));
    }

    private static double[] imbalances(double[] bought, double[] sold) {
        double[] imbalances = new double[bought.length];
        for (int i = 0; i < bought.length; i++) {
            imbalances[i] = (bought[i] - sold[i]) / (bought[i] + sold[i]);
        }
        return imbalances;
    }

    private static double[] imbalances(Generated market) {
        double[] flows = Numbers.sums(market.tape.flows(), HOUR);
        double[] volumes = Numbers.sums(market.tape.volumes(), HOUR);
        for (int i = 0; i < flows.length; i++) {
            flows[i] /= volumes[i];
        }
        return flows;
    }

    private static List<Row> forced(Generated btc) {
        TreeSet<String> distinct = new TreeSet<>();
        for (String[] row : Recorded.csv("binance-usdm-liquidations", "2025-01-liq.csv.gz")) {
            if (row[0].equals("BTC")) {
                distinct.add(row[10] + "," + Double.parseDouble(row[9]) * Double.parseDouble(row[6]));
            }
        }
        double[] recorded = distinct.stream()
                .mapToDouble(row -> Double.parseDouble(row.split(",", 2)[1]))
                .toArray();
        double[] times = distinct.stream()
                .mapToDouble(row -> Double.parseDouble(row.split(",", 2)[0]))
                .toArray();
        double[] generated = btc.liquidations.stream()
                .mapToDouble(forced -> Math.abs(forced[1]))
                .toArray();
        double[] generatedTimes =
                btc.liquidations.stream().mapToDouble(forced -> forced[0]).toArray();
        return List.of(
                Row.within(
                        "BTCUSDT median forced order, USDT",
                        LIQUIDATIONS,
                        Numbers.quantile(recorded, 0.5),
                        Numbers.quantile(generated, 0.5),
                        2),
                Row.within(
                        "BTCUSDT forced order, 90th percentile, USDT",
                        LIQUIDATIONS,
                        Numbers.quantile(recorded, 0.9),
                        Numbers.quantile(generated, 0.9),
                        3),
                Row.near(
                        "BTCUSDT forced orders within 10 s of the one before",
                        LIQUIDATIONS,
                        close(times),
                        close(generatedTimes),
                        0.65));
    }

    private static double close(double[] times) {
        int close = 0;
        for (int i = 1; i < times.length; i++) {
            close += times[i] - times[i - 1] < 10_000 ? 1 : 0;
        }
        return close / (times.length - 1.0);
    }

    private static List<Row> coinbase(Generated btc) {
        String source = "coinbase-candles over binance-usdm-candles-1h";
        double[] recorded = Recorded.coinbasePremiums(
                Recorded.candles("binance-usdm-candles-1h", "BTCUSDT-perp-1h-to-2024-12-31.csv.gz", "timestamp"));
        double[] generated = btc.readings(second -> 1e4
                * (Generated.decimal(second.coinbaseMidE8())
                                / Generated.decimal(second.mark().markE8())
                        - 1));
        double[] fourHourly = Numbers.every(generated, 4 * HOUR);
        return List.of(
                Row.near(
                        "BTCUSDT median premium at Coinbase, bps",
                        source,
                        Numbers.quantile(recorded, 0.5),
                        Numbers.quantile(generated, 0.5),
                        12),
                Row.near(
                        "BTCUSDT deviation of it, bps",
                        source,
                        Numbers.deviation(recorded),
                        Numbers.deviation(generated),
                        6),
                Row.near(
                        "BTCUSDT the premium with that four hours later",
                        source,
                        Numbers.autocorrelation(recorded, 1),
                        Numbers.autocorrelation(fourHourly, 1),
                        0.4));
    }
}
