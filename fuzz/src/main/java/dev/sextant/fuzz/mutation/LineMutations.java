package dev.sextant.fuzz.mutation;

import java.util.List;
import java.util.random.RandomGenerator;

/** For lines and their cells: commas, and the signs between names and values. */
final class LineMutations {

    private static final String SEPARATORS = ",=&/ .:;";

    private LineMutations() {}

    static List<Mutation> all() {
        return List.of(
                LineMutations::cell,
                LineMutations::dropCell,
                LineMutations::doubleCell,
                LineMutations::doubleLine,
                LineMutations::dropLine,
                LineMutations::separator);
    }

    /** A cell becomes empty or a number. */
    static byte[] cell(byte[] input, RandomGenerator random) {
        int from = start(input, random);
        return Cut.replace(input, from, end(input, from), random.nextInt(4) == 0 ? "" : TextMutations.number(random));
    }

    static byte[] dropCell(byte[] input, RandomGenerator random) {
        int from = start(input, random);
        return Cut.replace(input, from, Math.min(input.length, end(input, from) + 1), "");
    }

    static byte[] doubleCell(byte[] input, RandomGenerator random) {
        int from = start(input, random);
        int to = Math.min(input.length, end(input, from) + 1);
        return Cut.replace(input, to, to, Cut.part(input, from, to));
    }

    static byte[] doubleLine(byte[] input, RandomGenerator random) {
        int from = lineStart(input, random);
        int to = lineEnd(input, from);
        int where = lineStart(input, random);
        return Cut.replace(input, where, where, Cut.part(input, from, to));
    }

    static byte[] dropLine(byte[] input, RandomGenerator random) {
        int from = lineStart(input, random);
        return Cut.replace(input, from, lineEnd(input, from), "");
    }

    static byte[] separator(byte[] input, RandomGenerator random) {
        int at = end(input, random.nextInt(input.length + 1));
        String other = String.valueOf(SEPARATORS.charAt(random.nextInt(SEPARATORS.length())));
        return Cut.replace(input, at, Math.min(input.length, at + random.nextInt(2)), other);
    }

    private static int start(byte[] input, RandomGenerator random) {
        int at = random.nextInt(input.length + 1);
        while (at > 0 && !isSeparator(input[at - 1])) {
            at--;
        }
        return at;
    }

    private static int end(byte[] input, int from) {
        int at = from;
        while (at < input.length && !isSeparator(input[at])) {
            at++;
        }
        return at;
    }

    private static int lineStart(byte[] input, RandomGenerator random) {
        int at = random.nextInt(input.length + 1);
        while (at > 0 && input[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    private static int lineEnd(byte[] input, int from) {
        int at = from;
        while (at < input.length && input[at] != '\n') {
            at++;
        }
        return Math.min(input.length, at + 1);
    }

    private static boolean isSeparator(byte b) {
        return b == '\n' || SEPARATORS.indexOf(b) >= 0;
    }
}
