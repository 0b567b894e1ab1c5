package dev.sextant.fuzz.mutation;

import java.util.List;
import java.util.random.RandomGenerator;

/** For JSON, by looking at its punctuation: works on broken JSON, too, and does little harm to anything else. */
final class JsonMutations {

    private static final String[] VALUES = {
        "null",
        "true",
        "false",
        "0",
        "-1",
        "1.5",
        "\"\"",
        "\"x\"",
        "{}",
        "[]",
        "[[]]",
        "{\"a\":{}}",
        "[null]",
        "[[\"1\"]]",
        "[[\"1\",\"2\",\"3\"]]",
        "[[1,2]]",
        "\"0\"",
        "\"-0\"",
        "\"1.00000000\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"\\u0130\"",
        "{\"e\":\"aggTrade\"}"
    };

    private static final int[] DEPTHS = {1, 9, 11, 20, 60, 600, 1_100};

    private JsonMutations() {}

    static List<Mutation> all() {
        return List.of(
                JsonMutations::retype,
                JsonMutations::retype,
                JsonMutations::numberField,
                JsonMutations::drop,
                JsonMutations::twice,
                JsonMutations::swap,
                JsonMutations::nest,
                JsonMutations::rename);
    }

    /** A value becomes one of another type. */
    static byte[] retype(byte[] input, RandomGenerator random) {
        int from = valueStart(input, random);
        return Cut.replace(input, from, valueEnd(input, from), VALUES[random.nextInt(VALUES.length)]);
    }

    /** A value becomes an unusual number, as number or as text. */
    static byte[] numberField(byte[] input, RandomGenerator random) {
        int from = valueStart(input, random);
        String number = TextMutations.number(random);
        return Cut.replace(input, from, valueEnd(input, from), random.nextBoolean() ? number : '"' + number + '"');
    }

    /** A field or element less. */
    static byte[] drop(byte[] input, RandomGenerator random) {
        int from = find(input, random, ',');
        return Cut.replace(input, from, from < input.length ? valueEnd(input, from + 1) : from, "");
    }

    /** A field or element twice. */
    static byte[] twice(byte[] input, RandomGenerator random) {
        int from = find(input, random, ',');
        int to = from < input.length ? valueEnd(input, from + 1) : from;
        return Cut.replace(input, to, to, Cut.part(input, from, to));
    }

    /** One field's value in another field's place. */
    static byte[] swap(byte[] input, RandomGenerator random) {
        int from = valueStart(input, random);
        byte[] value = Cut.part(input, from, valueEnd(input, from));
        int to = valueStart(input, random);
        return Cut.replace(input, to, valueEnd(input, to), value);
    }

    static byte[] nest(byte[] input, RandomGenerator random) {
        int from = valueStart(input, random);
        int depth = DEPTHS[random.nextInt(DEPTHS.length)];
        boolean object = random.nextBoolean();
        String open = (object ? "{\"data\":" : "[").repeat(depth);
        String close = random.nextInt(4) == 0 ? "" : (object ? "}" : "]").repeat(depth);
        return Cut.replace(input, from, from, open + (close.isEmpty() ? "" : "1" + close));
    }

    /** A name that nobody knows, or a neighbour's. */
    static byte[] rename(byte[] input, RandomGenerator random) {
        int from = find(input, random, '"');
        int to = Math.min(input.length, from + 1);
        while (to < input.length && input[to] != '"') {
            to++;
        }
        int other = find(input, random, '"');
        int end = Math.min(input.length, other + 1);
        while (end < input.length && input[end] != '"') {
            end++;
        }
        return Cut.replace(input, from, to, Cut.part(input, other, end));
    }

    private static int valueStart(byte[] input, RandomGenerator random) {
        int at = find(input, random, random.nextInt(3) == 0 ? ',' : ':');
        return Math.min(input.length, at + 1);
    }

    /** The index of one of these characters, or the length of the input. */
    private static int find(byte[] input, RandomGenerator random, char wanted) {
        if (input.length == 0) {
            return 0;
        }
        int start = random.nextInt(input.length);
        for (int i = 0; i < input.length; i++) {
            int at = (start + i) % input.length;
            if (input[at] == wanted) {
                return at;
            }
        }
        return input.length;
    }

    /** Where the value that begins at an index ends: before the comma or bracket that belongs to what is around it. */
    private static int valueEnd(byte[] input, int from) {
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < input.length; i++) {
            switch (input[i]) {
                case '\\' -> i += quoted ? 1 : 0;
                case '"' -> quoted = !quoted;
                case '{', '[' -> depth += quoted ? 0 : 1;
                case '}', ']' -> {
                    if (!quoted && depth-- == 0) {
                        return i;
                    }
                }
                case ',' -> {
                    if (!quoted && depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return input.length;
    }
}
