package dev.sextant.ingest.config;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Environment variables, read with their defaults. Problems are collected, so that a user sees all of them at once. */
public final class Variables {

    private static final int SHOWN = 200;

    private final Map<String, String> environment;
    private final List<String> problems;

    /** @param otherProblems found elsewhere, to be told together */
    public Variables(Map<String, String> environment, List<String> otherProblems) {
        this.environment = environment;
        this.problems = new ArrayList<>(otherProblems);
    }

    /** Throws when any variable read so far was wrong. */
    public void check() throws ConfigException {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    public void problem(String name, String value, String expected) {
        problems.add(name + " is '" + shown(value) + "', expected " + expected);
    }

    /** A value as a message may show it. */
    static String shown(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }

    private String text(String name, String otherwise) {
        String value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    /** One of a few words. */
    public String choice(String name, String otherwise, List<String> choices) {
        String value = text(name, otherwise);
        if (!choices.contains(value)) {
            problem(name, value, "one of " + String.join(", ", choices));
        }
        return value;
    }

    /** A whole number within bounds. */
    public int number(String name, int otherwise, int min, int max) {
        String value = text(name, Integer.toString(otherwise));
        if (value.matches("\\d{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        }
        problem(name, value, "a whole number from " + min + " to " + max);
        return otherwise;
    }

    /** Basis points with at most two decimals, within bounds, as millionths. */
    public int basisPoints(String name, String otherwise, int min, int max) {
        String value = text(name, otherwise);
        if (value.matches("\\d{1,5}(\\.\\d{1,2})?")) {
            BigDecimal points = new BigDecimal(value);
            if (points.compareTo(BigDecimal.valueOf(min)) >= 0 && points.compareTo(BigDecimal.valueOf(max)) <= 0) {
                return points.movePointRight(2).intValueExact();
            }
        }
        problem(name, value, "basis points from " + min + " to " + max + " with at most two decimals");
        return new BigDecimal(otherwise).movePointRight(2).intValueExact();
    }

    public String host(String name, String otherwise) {
        return text(name, otherwise);
    }

    /** Text of a form, or empty when it is not set. */
    public Optional<String> optional(String name, Pattern form, String expected) {
        String value = text(name, "");
        if (!value.isEmpty() && !form.matcher(value).matches()) {
            problem(name, value, expected);
        }
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    Path path(String name, Path otherwise) {
        String value = text(name, otherwise.toString());
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            problem(name, value, "a folder's path");
            return otherwise;
        }
    }

    /** Comma-separated, at least one, each made by {@code make}, whose refusal is the problem. */
    <T> List<T> list(String name, String otherwise, String expected, Function<String, T> make) {
        String value = text(name, otherwise);
        List<T> elements = new ArrayList<>();
        for (String part :
                Arrays.stream(value.split(",", -1)).map(String::strip).toList()) {
            try {
                elements.add(make.apply(part));
            } catch (IllegalArgumentException e) {
                problem(name, value, expected);
                return List.of();
            }
        }
        if (elements.stream().distinct().count() < elements.size()) {
            problem(name, value, expected + ", each once");
        }
        return elements;
    }

    /** An address with one of the schemes, without a slash at the end. */
    public URI address(String name, String otherwise, String... schemes) {
        return optionalAddress(name, otherwise, schemes).orElse(URI.create(otherwise));
    }

    /** The same, or empty when it is not set and there is no default. */
    public Optional<URI> optionalAddress(String name, String otherwise, String... schemes) {
        String value = text(name, otherwise);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI address = new URI(value);
            if (Arrays.asList(schemes).contains(address.getScheme())
                    && address.getHost() != null
                    && !value.endsWith("/")) {
                return Optional.of(address);
            }
        } catch (URISyntaxException e) {
            // Told below, like any other wrong address.
        }
        problem(name, value, String.join("://… or ", schemes) + "://… without a slash at the end");
        return Optional.empty();
    }
}
