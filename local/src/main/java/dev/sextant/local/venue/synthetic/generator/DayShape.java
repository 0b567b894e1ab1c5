package dev.sextant.local.venue.synthetic.generator;

/** How busy and how wild each hour of a UTC day is against the day's mean: BTCUSDT's hours of 2024. */
final class DayShape {

    private static final long HOUR_MS = 3_600_000;
    private static final int HOURS = 24;

    private static final double[] VOLUME = {
        0.96, 0.94, 0.84, 0.74, 0.68, 0.68, 0.72, 0.85, 0.91, 0.87, 0.88, 0.91,
        1.20, 1.63, 2.15, 1.87, 1.61, 1.31, 1.18, 1.10, 1.00, 0.78, 0.77, 0.77
    };
    private static final double[] MOVE = {
        0.96, 1.04, 0.97, 0.81, 0.74, 0.73, 0.76, 0.90, 0.89, 0.76, 0.80, 0.78,
        0.91, 1.30, 1.68, 1.49, 1.16, 1.14, 1.12, 1.17, 1.06, 1.00, 0.98, 0.84
    };

    private DayShape() {}

    static double volume(long timeMs) {
        return at(VOLUME, timeMs);
    }

    static double move(long timeMs) {
        return at(MOVE, timeMs);
    }

    /** Straight lines between the middles of the hours. */
    private static double at(double[] hours, long timeMs) {
        double position = Math.floorMod(timeMs - HOUR_MS / 2, HOURS * HOUR_MS) / (double) HOUR_MS;
        int hour = (int) position;
        double within = position - hour;
        return hours[hour] * (1 - within) + hours[(hour + 1) % HOURS] * within;
    }
}
