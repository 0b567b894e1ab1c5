package dev.sextant.ingest.config;

import dev.sextant.platform.config.PlatformSettings;
import dev.sextant.platform.sql.DatabaseAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything the program is told: its own settings, the database, the names of the streams. */
public record Settings(IngestConfig ingest, DatabaseAddress database, PlatformSettings streams) {

    /** @throws ConfigException listing every wrong variable of all of them */
    public static Settings from(Map<String, String> environment) throws ConfigException {
        List<String> problems = new ArrayList<>();
        try {
            DatabaseAddress.fromEnvironment(environment);
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        IngestConfig ingest = IngestConfig.from(environment, problems);
        return new Settings(
                ingest, DatabaseAddress.fromEnvironment(environment), PlatformSettings.fromEnvironment(environment));
    }
}
