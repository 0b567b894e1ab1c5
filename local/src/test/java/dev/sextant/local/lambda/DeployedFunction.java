package dev.sextant.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import dev.sextant.api.ApiHandler;
import dev.sextant.placer.OrderPlacerHandler;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.reconciler.ReconcilerHandler;
import dev.sextant.risk.RiskCheckHandler;
import dev.sextant.scorer.SignalScorerHandler;
import java.util.HashMap;
import java.util.Map;

/** The five functions: what Lambda calls, with which event, and the variables a deploy sets for each. */
enum DeployedFunction {
    SIGNAL_SCORER(SignalScorerHandler.class, KinesisEvent.class),
    RISK_CHECK(RiskCheckHandler.class, KinesisEvent.class),
    ORDER_PLACER(OrderPlacerHandler.class, KinesisEvent.class),
    /** Called by the clock and by the stream, so it takes any object. */
    RECONCILER(ReconcilerHandler.class, Map.class),
    API(ApiHandler.class, APIGatewayV2HTTPEvent.class);

    /** A venue that refuses every connection. */
    static final Map<String, String> VENUE_AWAY = Map.of(
            "SEXTANT_VENUE_REST", "http://127.0.0.1:1",
            "SEXTANT_VENUE_API_KEY", "sextant-paper-account-key",
            "SEXTANT_VENUE_API_SECRET", "sextant-paper-account-secret");

    final Class<? extends RequestHandler<?, ?>> handler;
    final Class<?> event;

    DeployedFunction(Class<? extends RequestHandler<?, ?>> handler, Class<?> event) {
        this.handler = handler;
        this.event = event;
    }

    Artifact artifact() {
        return Artifact.of(handler);
    }

    /** What a deploy sets, with the endpoints of this machine on top; the venue's variables apart. */
    Map<String, String> environment(Stage stage) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "JAVA_TOOL_OPTIONS", "--enable-native-access=ALL-UNNAMED",
                "SEXTANT_DB_CLUSTER_ARN", DatabaseAddress.LOCAL.clusterArn(),
                "SEXTANT_DB_SECRET_ARN", DatabaseAddress.LOCAL.secretArn(),
                "SEXTANT_DB_NAME", DatabaseAddress.LOCAL.database(),
                "AWS_ENDPOINT_URL_RDS_DATA", stage.dataApi().toString()));
        environment.putAll(
                switch (this) {
                    case SIGNAL_SCORER -> publishing(stage, Map.of("SEXTANT_ACCOUNTS", "paper-main"));
                    case RISK_CHECK -> publishing(stage, Map.of());
                    case ORDER_PLACER -> Map.of();
                    case RECONCILER -> Map.of("SEXTANT_ACCOUNT", "paper-main");
                    case API ->
                        Map.of(
                                "SEXTANT_ACCOUNT", "paper-main",
                                "SEXTANT_VERSION", DeskFunctions.VERSION,
                                "SEXTANT_OPERATOR_TOKEN_SHA256", DeskFunctions.OPERATOR_TOKEN_SHA256);
                });
        return environment;
    }

    private static Map<String, String> publishing(Stage stage, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("SEXTANT_DECISIONS_STREAM", stage.decisions);
        environment.put("AWS_ENDPOINT_URL_KINESIS", stage.kinesisEndpoint().toString());
        return environment;
    }
}
