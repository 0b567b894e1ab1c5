package dev.sextant.fuzz.mutation;

import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/** For text: numbers at the ends of ranges, damaged UTF-8, characters that look like others. */
final class TextMutations {

    private static final String[] NUMBERS = {
        "0",
        "-0",
        "-1",
        "1",
        "00",
        "+1",
        "0.00000001",
        "0.000000001",
        "92233720368.54775807",
        "92233720368.54775808",
        "2147483647",
        "2147483648",
        "-2147483649",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "1e400",
        "1e-400",
        "1E999999999",
        "1e2147483648",
        "1e-2147483649",
        "NaN",
        "Infinity",
        "0x10",
        ".5",
        "5.",
        "1_000",
        "1,5",
        "4102444800000",
        "253402300799999",
        "99999999999999999999999999999999999999",
        "0.1000000000000000000000000000000000000000001"
    };

    /** Overlong, cut off, surrogates, beyond Unicode; a mark, blanks and digits that only look like the usual ones. */
    private static final List<byte[]> ODD = List.of(
            hex("c080"),
            hex("e282"),
            hex("eda080"),
            hex("f5808080"),
            hex("ff"),
            hex("efbbbf"),
            hex("e280a8"),
            hex("c2a0"),
            hex("e2808b"),
            hex("c4b1"),
            hex("c4b0"),
            hex("d9a1"),
            hex("efbc91"),
            hex("f09f98"),
            hex("f09f9880"),
            hex("00"),
            hex("c285"),
            hex("efbfbd"),
            hex("efbfbf"),
            hex("1b5b33316d"));

    private static final int[] LENGTHS = {33, 41, 65, 129, 257, 300, 1_100, 5_000};

    private TextMutations() {}

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    static List<Mutation> all() {
        return List.of(TextMutations::number, TextMutations::number, TextMutations::odd, TextMutations::stretch);
    }

    static String number(RandomGenerator random) {
        return NUMBERS[random.nextInt(NUMBERS.length)];
    }

    /** A run of digits becomes another number. */
    static byte[] number(byte[] input, RandomGenerator random) {
        int from = next(input, random, true, random.nextInt(input.length + 1));
        int to = from;
        while (to < input.length && isNumeric(input[to])) {
            to++;
        }
        return Cut.replace(input, from, to, number(random));
    }

    private static int next(byte[] input, RandomGenerator random, boolean wrap, int start) {
        for (int i = start; i < input.length; i++) {
            if (isNumeric(input[i])) {
                return i;
            }
        }
        return wrap ? next(input, random, false, 0) : random.nextInt(input.length + 1);
    }

    private static boolean isNumeric(byte b) {
        return (b >= '0' && b <= '9') || b == '.' || b == '-';
    }

    static byte[] odd(byte[] input, RandomGenerator random) {
        int at = random.nextInt(input.length + 1);
        int to = Math.min(input.length, at + random.nextInt(2));
        return Cut.replace(input, at, to, ODD.get(random.nextInt(ODD.size())));
    }

    /** One character, many times. */
    static byte[] stretch(byte[] input, RandomGenerator random) {
        int at = random.nextInt(input.length + 1);
        String one = input.length == 0 || at == input.length ? "a" : String.valueOf((char) (input[at] & 0x7f));
        int length = random.nextInt(64) == 0 ? 70_000 : LENGTHS[random.nextInt(LENGTHS.length - 2 * random.nextInt(2))];
        return Cut.replace(input, at, at, one.repeat(length));
    }
}
