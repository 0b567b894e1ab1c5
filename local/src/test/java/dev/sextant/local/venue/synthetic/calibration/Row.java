package dev.sextant.local.venue.synthetic.calibration;

import java.util.Locale;

/**
 * One number of a recorded market beside the same of the generated one.
 *
 * @param source the recording, or a word on why there is none
 * @param distance how far apart they may be, in the number's own unit
 */
record Row(String what, String source, double measured, double generated, double distance) {

    /** They may differ by this much. */
    static Row near(String what, String source, double measured, double generated, double distance) {
        return new Row(what, source, measured, generated, distance);
    }

    /** Either may be so many times the other. */
    static Row within(String what, String source, double measured, double generated, double times) {
        return new Row(what, source, measured, generated, Math.max(measured * (times - 1), measured * (1 - 1 / times)));
    }

    boolean isClose() {
        return Math.abs(measured - generated) <= distance;
    }

    String markdown() {
        return "| " + what + " | " + print(measured) + " | " + print(generated) + " | " + source + " |";
    }

    private static String print(double value) {
        double size = Math.abs(value);
        int digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 || size == 0 ? 2 : 4;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
