package dev.sextant.platform.stream;

import java.io.Serializable;
import java.util.Comparator;

/**
 * The order of Kinesis sequence numbers within a shard: that of the whole numbers they write. They have up to 128 digits,
 * so they are compared as text.
 */
public enum SequenceOrder implements Comparator<String>, Serializable {
    INSTANCE;

    @Override
    public int compare(String left, String right) {
        int leftDigits = left.length() - leadingZeros(left);
        int rightDigits = right.length() - leadingZeros(right);
        return leftDigits != rightDigits
                ? Integer.compare(leftDigits, rightDigits)
                : left.substring(left.length() - leftDigits).compareTo(right.substring(right.length() - rightDigits));
    }

    /** The later of two. */
    public static String later(String left, String right) {
        return INSTANCE.compare(left, right) >= 0 ? left : right;
    }

    private static int leadingZeros(String number) {
        int zeros = 0;
        while (zeros < number.length() && number.charAt(zeros) == '0') {
            zeros++;
        }
        return zeros;
    }
}
