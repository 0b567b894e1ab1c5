package dev.sextant.ingest.config;

import java.util.List;

/** The configuration is wrong. The message lists every problem: field, value, what is expected. */
public final class ConfigException extends Exception {

    public ConfigException(List<String> problems) {
        super("the configuration is wrong:\n  " + String.join("\n  ", problems));
    }
}
