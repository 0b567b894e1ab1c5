package dev.sextant.signals.strategy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The strategy files that come with the desk, from the class path: what a new desk starts with before its user edits or
 * adds any. The same files lie in {@code strategies/} at the repository's root.
 */
public final class ShippedStrategies {

    /** Names of the files, without their ending. */
    public static final List<String> NAMES = List.of("v51_baseline", "v52_8signals", "demo_fast");

    private ShippedStrategies() {}

    /** All of them, read and checked. */
    public static List<Strategy> all() {
        return NAMES.stream().map(name -> StrategyFile.parse(text(name))).toList();
    }

    /**
     * The text of a shipped file.
     *
     * @throws IllegalArgumentException when none has that name
     */
    public static String text(String name) {
        try (InputStream file = ShippedStrategies.class.getResourceAsStream("/strategies/" + name + ".json")) {
            if (file == null || !NAMES.contains(name)) {
                throw new IllegalArgumentException("no shipped strategy is named '" + name + "', known: " + NAMES);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the shipped strategy " + name, e);
        }
    }
}
