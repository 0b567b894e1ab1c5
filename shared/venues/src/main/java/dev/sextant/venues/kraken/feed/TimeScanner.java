package dev.sextant.venues.kraken.feed;

/** Reads times written exactly like {@code "2026-07-19T17:54:39.753424Z"}, quotes included. */
final class TimeScanner {

    /** Bytes of such a text. */
    static final int LENGTH = 29;

    /** In place of a time. */
    static final long NOT_A_TIME = -1;

    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private TimeScanner() {}

    /** Epoch microseconds, years 1971 to 2099; all bytes are in the array. */
    static long micros(byte[] b, int at) {
        boolean marked = b[at] == '"'
                && b[at + 5] == '-'
                && b[at + 8] == '-'
                && b[at + 11] == 'T'
                && b[at + 14] == ':'
                && b[at + 17] == ':'
                && b[at + 20] == '.'
                && b[at + 27] == 'Z'
                && b[at + 28] == '"';
        int century = two(b, at + 1);
        int years = two(b, at + 3);
        int month = two(b, at + 6);
        int day = two(b, at + 9);
        int hour = two(b, at + 12);
        int minute = two(b, at + 15);
        int second = two(b, at + 18);
        int high = two(b, at + 21);
        int middle = two(b, at + 23);
        int low = two(b, at + 25);
        int year = century * 100 + years;
        // a negative one leaves its sign
        if (!marked || (century | years | month | day | hour | minute | second | high | middle | low) < 0) {
            return NOT_A_TIME;
        }
        if (year < 1971 || year > 2099 || !isDay(year, month, day) || hour > 23 || minute > 59 || second > 59) {
            return NOT_A_TIME;
        }
        long seconds = epochDay(year, month, day) * 86_400L + hour * 3_600L + minute * 60L + second;
        return seconds * 1_000_000L + high * 10_000L + middle * 100L + low;
    }

    /** Two digits, or a negative number. */
    private static int two(byte[] b, int at) {
        int tens = b[at] - '0';
        int ones = b[at + 1] - '0';
        return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? -1 : tens * 10 + ones;
    }

    /** In these years every fourth one is a leap year. */
    private static boolean isDay(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= DAYS[month - 1]
                && (month != 2 || day != 29 || year % 4 == 0);
    }

    /** Days since 1970, counted in years that begin in March, so that the leap day is the last one. */
    private static int epochDay(int year, int month, int day) {
        int marchYear = month > 2 ? year : year - 1;
        int monthFromMarch = month > 2 ? month - 3 : month + 9;
        int daysBeforeMonth = (153 * monthFromMarch + 2) / 5;
        int centuryLeaps = marchYear / 100 - marchYear / 400;
        return marchYear * 365 + marchYear / 4 - centuryLeaps + daysBeforeMonth + day - 1 - 719_468;
    }
}
