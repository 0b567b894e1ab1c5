package dev.sextant.infra.web;

import dev.sextant.infra.desk.DeskFunction;
import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.state.Log;
import java.util.List;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** The HTTP API in front of the function {@code api}: one route, everything else is the function's. */
final class Gateway extends Construct {

    private static final int REQUESTS_A_SECOND = 50;
    private static final int BURST = 100;

    private final HttpApi api;
    private final Door door;

    Gateway(Construct scope, DeskSettings settings, DeskFunction function, IKey key) {
        super(scope, "Gateway");
        this.door = new Door(this, settings, key);
        this.api = HttpApi.Builder.create(this, "Api")
                .apiName(settings.prefix())
                .description("Sextant's API; reached through CloudFront alone")
                .createDefaultStage(false)
                .build();
        api.addRoutes(AddRoutesOptions.builder()
                .path("/api/{path+}")
                .methods(List.of(HttpMethod.ANY))
                .integration(new HttpLambdaIntegration("Function", function.alias()))
                .authorizer(door.authorizer())
                .build());
        LogGroup log = Log.of(this, "/" + settings.prefix() + "/api-requests", key);
        HttpStage.Builder.create(this, "Stage")
                .httpApi(api)
                .stageName("$default")
                .autoDeploy(true)
                .throttle(ThrottleSettings.builder()
                        .rateLimit(REQUESTS_A_SECOND)
                        .burstLimit(BURST)
                        .build())
                .accessLogSettings(new RequestLog(log))
                .build();
    }

    /** Its host name, without the scheme. */
    String host() {
        return Fn.select(2, Fn.split("/", api.getApiEndpoint()));
    }

    String id() {
        return api.getApiId();
    }

    /** What CloudFront must say. */
    String password() {
        return door.password();
    }
}
