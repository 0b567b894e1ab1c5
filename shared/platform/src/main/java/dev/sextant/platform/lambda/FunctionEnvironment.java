package dev.sextant.platform.lambda;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.platform.config.PlatformSettings;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.stream.KinesisClients;
import dev.sextant.platform.stream.KinesisStreamWriter;
import dev.sextant.platform.stream.StreamWriter;
import dev.sextant.platform.telemetry.MetricLines;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/**
 * What a function that runs alone finds in its environment. Each is made when something first asks for it. The local
 * desk, which runs every function in one process, brings its own instead.
 */
@Factory
@Requires(notEnv = "desk")
final class FunctionEnvironment {

    /** Away from a replay the market clock is the machine's; the claim compares it with the venue's. */
    @Singleton
    EpochClock marketClock() {
        return System::currentTimeMillis;
    }

    /** CloudWatch reads metrics out of what a function prints. */
    @Singleton
    MetricLines metricLines() {
        return MetricLines.fromEnvironment(System.getenv());
    }

    @Singleton
    SqlClient sqlClient() {
        return new SqlClient(DataApi.fromEnvironment(System.getenv()));
    }

    /** The {@code decisions} stream. */
    @Singleton
    StreamWriter decisions() {
        return new KinesisStreamWriter(
                KinesisClients.create(),
                PlatformSettings.fromEnvironment(System.getenv()).decisionsStream());
    }
}
