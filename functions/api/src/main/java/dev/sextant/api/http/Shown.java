package dev.sextant.api.http;

/** Makes a value that came from outside fit to be shown in a message or a log line. */
final class Shown {

    private static final int MAX_LENGTH = 80;

    private Shown() {}

    /** At most 80 characters, everything invisible replaced. */
    static String text(String value) {
        String cut = value.length() <= MAX_LENGTH ? value : value.substring(0, MAX_LENGTH - 1) + "…";
        return cut.replaceAll("[\\p{C}\\u2028\\u2029]", "?");
    }
}
