package dev.sextant.platform.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.Consumer;

/** Where metric lines go: standard output on AWS, where CloudWatch finds them, or a file. */
@FunctionalInterface
public interface MetricLines extends Consumer<String> {

    /** Names a file to append to; without it the lines are printed. */
    String FILE_VARIABLE = "SEXTANT_METRICS_FILE";

    /** Metrics of one part that end up here. */
    default Metrics of(String service) {
        return new EmfMetrics(service, this, System::currentTimeMillis);
    }

    /** What the environment asks for. */
    static MetricLines fromEnvironment(Map<String, String> environment) {
        String file = environment.getOrDefault(FILE_VARIABLE, "");
        return file.isBlank() ? System.out::println : appendingTo(Path.of(file));
    }

    /** Lines at the end of a file. */
    static MetricLines appendingTo(Path file) {
        return line -> {
            try {
                Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException("metrics can't be written to " + file, e);
            }
        };
    }
}
