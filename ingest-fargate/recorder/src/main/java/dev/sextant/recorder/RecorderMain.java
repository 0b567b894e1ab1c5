package dev.sextant.recorder;

import dev.sextant.ingest.archive.S3Objects;
import dev.sextant.ingest.config.ConfigException;
import dev.sextant.platform.process.StopSignals;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.telemetry.MetricLines;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The program. All settings are environment variables. */
public final class RecorderMain {

    private static final Logger LOG = LoggerFactory.getLogger(RecorderMain.class);
    private static final int FAILED = 1;
    private static final int WRONG_SETTINGS = 2;

    private RecorderMain() {}

    public static void main(String[] args) throws InterruptedException {
        // The library leaves threads behind that would keep the process alive.
        System.exit(run(System.getenv()));
    }

    private static int run(Map<String, String> environment) throws InterruptedException {
        RecorderSettings settings;
        try {
            settings = RecorderSettings.from(environment);
        } catch (ConfigException e) {
            LOG.error("{}", e.getMessage());
            return WRONG_SETTINGS;
        }
        try (DataApi database = DataApi.fromEnvironment(environment);
                S3Client s3 = S3Client.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build()) {
            Recording recording = new Recording(
                    settings,
                    new SqlClient(database),
                    new S3Objects(s3, settings.archiveBucket()),
                    // Ended with the process: closing takes seconds in which ECS may lose its patience.
                    KclClients.create(),
                    MetricLines.fromEnvironment(environment).of("recorder"));
            StopSignals.onStop(recording::stop);
            boolean asked = recording.run();
            if (!asked) {
                LOG.error("the recorder can't go on, as told above, and ends, so that another is started");
            }
            return asked ? 0 : FAILED;
        }
    }
}
