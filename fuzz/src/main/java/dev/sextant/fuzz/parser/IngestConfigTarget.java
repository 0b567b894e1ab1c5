package dev.sextant.fuzz.parser;

import static dev.sextant.fuzz.PropertyBroken.unless;

import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.Verdict;
import dev.sextant.ingest.config.ConfigException;
import dev.sextant.ingest.config.IngestConfig;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The ingest's environment, one {@code NAME=value} a line. Only {@link ConfigException}; what is taken has symbols,
 * liquid ones among them, accounts, and figures within their bounds.
 */
public final class IngestConfigTarget implements FuzzTarget {

    @Override
    public String name() {
        return "ingest-config";
    }

    @Override
    public int maxMessageChars() {
        return 10_000; // a line for each variable
    }

    @Override
    public Verdict check(byte[] input) {
        Map<String, String> environment = new HashMap<>();
        new String(input, StandardCharsets.UTF_8).lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                environment.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
        try {
            IngestConfig config = IngestConfig.from(environment);
            unless(!config.symbols().isEmpty() && !config.accounts().isEmpty(), "there is something to follow");
            unless(config.symbols().containsAll(config.liquidSymbols()), "the liquid symbols are followed");
            unless(config.healthPort() >= 0 && config.healthPort() <= 65_535, "the port is one");
            return new Verdict.Accepted(
                    "symbols " + Math.min(3, config.symbols().size()));
        } catch (ConfigException e) {
            return Verdict.refused(e);
        }
    }
}
