package dev.sextant.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import dev.sextant.api.ApiHandler;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.api.setup.OperatorToken;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.placer.OrderPlacerHandler;
import dev.sextant.platform.orders.SqlRequestLedger;
import dev.sextant.platform.stream.KinesisStreamWriter;
import dev.sextant.platform.telemetry.MetricLines;
import dev.sextant.reconciler.ReconcilerHandler;
import dev.sextant.risk.RiskCheckHandler;
import dev.sextant.scorer.SignalScorerHandler;
import dev.sextant.venues.binance.mode.TradingMode;
import dev.sextant.venues.binance.trade.BinanceVenues;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same five handlers in this JVM, wired the way the desk wires them; events and answers travel as JSON here too. */
final class DeskFunctions implements AutoCloseable {

    static final String VERSION = "0.1.0-test";
    static final String OPERATOR_TOKEN_SHA256 = OperatorToken.hashOf("correct-horse-battery-staple");

    private final ApplicationContext context;
    private final Map<DeployedFunction, RequestHandler<?, ?>> handlers;
    private final ApiHandler api;

    DeskFunctions(Stage stage) {
        context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .environments("desk")
                .properties(Map.of("sextant.account", "paper-main", "sextant.accounts", List.of("paper-main")))
                .singletons(
                        stage.sql,
                        new KinesisStreamWriter(stage.kinesis, stage.decisions),
                        (EpochClock) System::currentTimeMillis,
                        BinanceVenues.fromEnvironment(
                                DeployedFunction.VENUE_AWAY,
                                SqlRequestLedger.fromEnvironment(stage.sql, DeployedFunction.VENUE_AWAY)),
                        TradingMode.fromEnvironment(DeployedFunction.VENUE_AWAY),
                        (MetricLines) _ -> {})
                .start();
        api = new ApiHandler(new ApiSetup(
                stage.sql, new Account("paper-main"), OperatorToken.ofHash(OPERATOR_TOKEN_SHA256), VERSION));
        handlers = Map.of(
                DeployedFunction.SIGNAL_SCORER, new SignalScorerHandler(context),
                DeployedFunction.RISK_CHECK, new RiskCheckHandler(context),
                DeployedFunction.ORDER_PLACER, new OrderPlacerHandler(context),
                DeployedFunction.RECONCILER, new ReconcilerHandler(context),
                DeployedFunction.API, api);
    }

    String answer(DeployedFunction function, String event) {
        return answer(handlers.get(function), function.event, event);
    }

    private static <E> String answer(@Nullable RequestHandler<?, ?> handler, Class<E> type, String event) {
        PojoSerializer<E> events = LambdaEventSerializers.serializerFor(type, type.getClassLoader());
        @SuppressWarnings("unchecked") // Each function is listed with the event that its handler takes.
        RequestHandler<E, Object> typed = (RequestHandler<E, Object>) handler;
        if (typed == null) {
            throw new IllegalArgumentException("no handler of " + type);
        }
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        JacksonFactory.getInstance()
                .getSerializer(Object.class)
                .toJson(typed.handleRequest(events.fromJson(event), null), json);
        return json.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        api.close();
        context.close();
    }
}
