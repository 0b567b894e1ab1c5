package dev.sextant.infra.desk;

import dev.sextant.domain.market.Symbol;
import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.settings.KrakenTrade;
import dev.sextant.infra.settings.KrakenTrade.Lane;
import dev.sextant.infra.state.Database;
import dev.sextant.infra.state.DatabaseRole;
import dev.sextant.infra.state.StateStack;
import dev.sextant.venues.binance.mode.TradingMode;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.SecretsManagerSecretOptions;

/**
 * The environment of each part: what it reads and nothing else. Sorted, so that a template doesn't change by itself.
 */
final class Environments {

    /** Shown by the API's health. */
    static final String VERSION = "0.1.0";

    private final DeskSettings settings;
    private final StateStack state;

    Environments(DeskSettings settings, StateStack state) {
        this.settings = settings;
        this.state = state;
    }

    SortedMap<String, String> of(FunctionSpec function) {
        SortedMap<String, String> environment = database(function.login());
        // The SDK's HTTP client is a native library; without this the JVM warns of it on each start.
        environment.put("JAVA_TOOL_OPTIONS", "--enable-native-access=ALL-UNNAMED");
        environment.putAll(
                switch (function) {
                    case SIGNAL_SCORER -> scorer();
                    case RISK_CHECK -> Map.of("SEXTANT_DECISIONS_STREAM", decisions());
                    case ORDER_PLACER -> placer();
                    case RECONCILER -> reconciler();
                    case API -> api();
                });
        return environment;
    }

    SortedMap<String, String> ofIngest() {
        SortedMap<String, String> environment = database(DatabaseRole.INGEST);
        environment.put("AWS_REGION", Aws.REGION);
        environment.put(
                "SEXTANT_SYMBOLS", settings.symbols().stream().map(Symbol::name).collect(Collectors.joining(",")));
        environment.put("SEXTANT_ACCOUNTS", account());
        environment.put("SEXTANT_BINANCE", settings.mode().binance());
        settings.mode().privateStreams().ifPresent(base -> environment.put("SEXTANT_PRIVATE_WS_URL", base.toString()));
        // The direct lane reads the books itself.
        settings.kraken()
                .filter(_ -> !settings.hasDirectLane())
                .ifPresent(watch -> environment.putAll(watch.environment()));
        streamed().ifPresent(trade -> environment.putAll(trade.ofFramesFor(settings.account())));
        environment.put("SEXTANT_SPILL_FOLDER", "/tmp/spill");
        environment.put("SEXTANT_MARKET_STREAM", state.streams().market().getStreamName());
        environment.put("SEXTANT_DECISIONS_STREAM", decisions());
        return environment;
    }

    SortedMap<String, String> ofDirect(KrakenTrade trade) {
        SortedMap<String, String> environment = database(DatabaseRole.DIRECT);
        environment.put("AWS_REGION", Aws.REGION);
        settings.kraken().ifPresent(watch -> environment.putAll(watch.environment()));
        environment.putAll(trade.ofDirect(settings.mode(), settings.account()));
        return environment;
    }

    SortedMap<String, String> ofRecorder() {
        SortedMap<String, String> environment = database(DatabaseRole.INGEST);
        environment.put("AWS_REGION", Aws.REGION);
        environment.put("SEXTANT_BINANCE", settings.mode().binance());
        environment.put("SEXTANT_MARKET_STREAM", state.streams().market().getStreamName());
        environment.put("SEXTANT_RECORDER_NAME", Recorder.application(settings));
        environment.put("SEXTANT_ARCHIVE_BUCKET", state.tradeArchive().bucket().getBucketName());
        return environment;
    }

    private SortedMap<String, String> database(DatabaseRole role) {
        SortedMap<String, String> environment = new TreeMap<>();
        environment.put("SEXTANT_DB_CLUSTER_ARN", state.database().cluster().getClusterArn());
        environment.put("SEXTANT_DB_SECRET_ARN", state.database().login(role).getSecretArn());
        environment.put("SEXTANT_DB_NAME", Database.NAME);
        return environment;
    }

    private SortedMap<String, String> venue(String secretArn) {
        SortedMap<String, String> environment = new TreeMap<>();
        environment.put(TradingMode.VARIABLE, settings.mode().word());
        environment.put("SEXTANT_ACCOUNT", account());
        environment.put("SEXTANT_VENUE_REST", settings.venue().toString());
        environment.put("SEXTANT_VENUE_API_KEY", field(secretArn, "api_key"));
        environment.put(
                settings.exchangeKey().variable(),
                field(secretArn, settings.exchangeKey().field()));
        return environment;
    }

    private SortedMap<String, String> scorer() {
        SortedMap<String, String> environment = new TreeMap<>();
        environment.put("SEXTANT_DECISIONS_STREAM", decisions());
        environment.put("SEXTANT_ACCOUNTS", account());
        streamed().ifPresent(trade -> {
            environment.putAll(trade.ofFramesFor(settings.account()));
            environment.put("SEXTANT_TRIANGLES_MAX_BOOK_AGE_MS", String.valueOf(trade.planAgeMs()));
        });
        return environment;
    }

    private SortedMap<String, String> placer() {
        SortedMap<String, String> environment = venue(state.exchangeSecrets().placerArn());
        streamed().ifPresent(trade -> {
            environment.putAll(trade.ofFunction(settings.account()));
            environment.putAll(
                    krakenKey(state.exchangeSecrets().krakenPlacerArn().orElseThrow()));
        });
        return environment;
    }

    private static Map<String, String> krakenKey(String secretArn) {
        return Map.of(
                "SEXTANT_KRAKEN_API_KEY", field(secretArn, "api_key"),
                "SEXTANT_KRAKEN_API_SECRET", field(secretArn, "api_secret"));
    }

    /** How triangles are traded where the functions do. */
    private Optional<KrakenTrade> streamed() {
        return settings.krakenTrade().filter(trade -> trade.lane() == Lane.STREAM);
    }

    private SortedMap<String, String> reconciler() {
        SortedMap<String, String> environment = venue(state.exchangeSecrets().reconcilerArn());
        settings.krakenTrade().ifPresent(trade -> {
            environment.putAll(trade.ofFunction(settings.account()));
            environment.putAll(
                    krakenKey(state.exchangeSecrets().krakenReconcilerArn().orElseThrow()));
            settings.kraken()
                    .ifPresent(watch -> environment.put("SEXTANT_KRAKEN_STARTS", String.join(",", watch.starts())));
        });
        environment.put("SEXTANT_MARGIN_TYPE", settings.expected().marginType().name());
        environment.put("SEXTANT_LEVERAGE", String.valueOf(settings.expected().leverage()));
        return environment;
    }

    /** A reference that CloudFormation resolves while it deploys; the template holds no value. */
    private static String field(String secretArn, String field) {
        return SecretValue.secretsManager(
                        secretArn,
                        SecretsManagerSecretOptions.builder().jsonField(field).build())
                .unsafeUnwrap();
    }

    private SortedMap<String, String> api() {
        SortedMap<String, String> environment = new TreeMap<>();
        environment.put("SEXTANT_ACCOUNT", account());
        environment.put("SEXTANT_VERSION", VERSION);
        settings.operatorTokenSha256().ifPresent(hash -> environment.put("SEXTANT_OPERATOR_TOKEN_SHA256", hash));
        return environment;
    }

    private String decisions() {
        return state.streams().decisions().getStreamName();
    }

    private String account() {
        return settings.account().name();
    }
}
