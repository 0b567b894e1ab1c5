package dev.sextant.fuzz;

/**
 * One parser and what must hold for every input. Shared by all: only the documented refusal, with a message of bounded
 * length; bounded time and memory. A target adds what its parser promises beyond that, and throws
 * {@link PropertyBroken} when it does not hold.
 */
public interface FuzzTarget {

    /** Kebab-case; the name of its folder in the corpus. */
    String name();

    /** Feeds one input to the parser. Any exception out of here is a finding. */
    Verdict check(byte[] input);

    /** Longest message of a refusal, characters. */
    default int maxMessageChars() {
        return 500;
    }

    /** The most a parser may allocate in all for an input, bytes. */
    default long maxAllocatedBytes(int inputBytes) {
        return (2L << 20) + 1_000L * inputBytes;
    }
}
