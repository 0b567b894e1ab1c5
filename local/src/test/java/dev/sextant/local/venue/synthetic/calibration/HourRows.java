package dev.sextant.local.venue.synthetic.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Returns and volumes over minutes and hours: clustering of volatility, tails, correlation of symbols. */
final class HourRows {

    private static final int HOUR = 3_600;
    private static final String FOLDER = "binance-usdm-candles-1h";
    private static final String HOURS = FOLDER + ", 2024";
    private static final String MINUTES = "okx-swap-derivs, SOL 1 min";

    private HourRows() {}

    static List<Row> of(Generated btc, Generated eth, Generated sol) {
        Map<Long, double[]> btcCandles = Recorded.candles(FOLDER, "BTCUSDT-perp-1h-to-2024-12-31.csv.gz", "timestamp");
        Map<Long, double[]> ethCandles = Recorded.candles(FOLDER, "ETHUSDT-perp-1h-to-2024-12-31.csv.gz", "timestamp");
        double[] recordedBtc = lastYear(Recorded.closes(btcCandles));
        double[] recordedEth = lastYear(Recorded.closes(ethCandles));
        List<Row> rows = new ArrayList<>();
        rows.addAll(hours("BTCUSDT", recordedBtc, btc));
        rows.addAll(hours("ETHUSDT", recordedEth, eth));
        rows.add(Row.near(
                "correlation of BTCUSDT's and ETHUSDT's hours",
                HOURS,
                Numbers.correlation(Numbers.returnsBps(recordedBtc), Numbers.returnsBps(recordedEth)),
                Numbers.correlation(hourly(btc), hourly(eth)),
                0.15));
        rows.add(solanaWithBitcoin(btc, sol));
        rows.addAll(volumes(lastYear(volumes(btcCandles)), recordedBtc, btc));
        rows.addAll(minutes(sol));
        return rows;
    }

    private static double[] lastYear(double[] hours) {
        return java.util.Arrays.copyOfRange(hours, 365 * 24, hours.length);
    }

    private static double[] volumes(Map<Long, double[]> candles) {
        return candles.values().stream()
                .mapToDouble(candle -> candle[0] * candle[1])
                .toArray();
    }

    private static double[] hourly(Generated market) {
        return Numbers.returnsBps(Numbers.every(market.tape.mids(), HOUR));
    }

    private static List<Row> hours(String symbol, double[] recordedCloses, Generated market) {
        double[] recorded = Numbers.returnsBps(recordedCloses);
        double[] generated = hourly(market);
        return List.of(
                Row.within(
                        symbol + " deviation of an hour's return, bps",
                        HOURS,
                        Numbers.deviation(recorded),
                        Numbers.deviation(generated),
                        1.6),
                Row.within(
                        symbol + " kurtosis of an hour's return",
                        HOURS,
                        Numbers.kurtosis(recorded),
                        Numbers.kurtosis(generated),
                        4),
                Row.near(
                        symbol + " size of an hour's return with the next",
                        HOURS,
                        Numbers.autocorrelation(Numbers.magnitudes(recorded), 1),
                        Numbers.autocorrelation(Numbers.magnitudes(generated), 1),
                        0.4),
                Row.near(
                        symbol + " an hour's return with the next",
                        HOURS,
                        Numbers.autocorrelation(recorded, 1),
                        Numbers.autocorrelation(generated, 1),
                        0.4));
    }

    private static Row solanaWithBitcoin(Generated btc, Generated sol) {
        Map<Long, double[]> bitcoin =
                Recorded.candles("binance-candles-4h", "BTCUSDT-4h-to-2024-12-31.csv.gz", "datetime");
        Map<Long, double[]> solana =
                Recorded.candles("binance-candles-4h", "SOLUSDT-4h-to-2024-12-31.csv.gz", "datetime");
        bitcoin.keySet().retainAll(solana.keySet());
        solana.keySet().retainAll(bitcoin.keySet());
        return Row.near(
                "correlation of BTCUSDT's and SOLUSDT's four hours",
                "binance-candles-4h",
                Numbers.correlation(
                        Numbers.returnsBps(Recorded.closes(bitcoin)), Numbers.returnsBps(Recorded.closes(solana))),
                Numbers.correlation(hourly(btc), hourly(sol)),
                0.2);
    }

    private static List<Row> volumes(double[] recorded, double[] recordedCloses, Generated btc) {
        double[] generated = Numbers.sums(btc.tape.volumes(), HOUR);
        double[] recordedLogs = Numbers.map(recorded, Math::log);
        double[] generatedLogs = Numbers.map(generated, Math::log);
        return List.of(
                Row.within(
                        "BTCUSDT deviation of the logarithm of an hour's volume",
                        HOURS,
                        Numbers.deviation(recordedLogs),
                        Numbers.deviation(generatedLogs),
                        1.7),
                Row.near(
                        "BTCUSDT the same with the next hour's",
                        HOURS,
                        Numbers.autocorrelation(recordedLogs, 1),
                        Numbers.autocorrelation(generatedLogs, 1),
                        0.25),
                Row.near(
                        "BTCUSDT the same with the logarithm of the size of the return",
                        HOURS,
                        withMove(recordedLogs, Numbers.returnsBps(recordedCloses), 1),
                        withMove(generatedLogs, hourly(btc), 0),
                        0.35));
    }

    /** A candle's return ends with it; a generated hour's begins with it. */
    private static double withMove(double[] logVolumes, double[] returns, int offset) {
        double[] moves = Numbers.map(Numbers.magnitudes(returns), move -> Math.log(move + 1));
        int length = Math.min(moves.length, logVolumes.length - offset);
        double[] aligned = IntStream.range(0, length)
                .mapToDouble(i -> logVolumes[i + offset])
                .toArray();
        return Numbers.correlation(aligned, java.util.Arrays.copyOf(moves, length));
    }

    private static List<Row> minutes(Generated sol) {
        List<String[]> csv = Recorded.csv("okx-swap-derivs", "SOL-USDT-SWAP-ohlcv_1m-20260531-20260615.csv.gz");
        double[] recorded = Recorded.column(csv, "close");
        double[] generated = Numbers.every(sol.tape.mids(), 60);
        List<Row> rows = new ArrayList<>();
        for (int minutes : new int[] {1, 5, 60}) {
            double[] r = Numbers.returnsBps(Numbers.every(recorded, minutes));
            double[] g = Numbers.returnsBps(Numbers.every(generated, minutes));
            String of = " of " + minutes + " min";
            rows.add(Row.within(
                    "SOLUSDT deviation of the return, bps" + of,
                    MINUTES,
                    Numbers.deviation(r),
                    Numbers.deviation(g),
                    1.7));
            rows.add(Row.within(
                    "SOLUSDT kurtosis of the return" + of, MINUTES, Numbers.kurtosis(r), Numbers.kurtosis(g), 4));
            rows.add(Row.near(
                    "SOLUSDT size of the return with the next" + of,
                    MINUTES,
                    Numbers.autocorrelation(Numbers.magnitudes(r), 1),
                    Numbers.autocorrelation(Numbers.magnitudes(g), 1),
                    0.25));
        }
        return rows;
    }
}
