package dev.sextant.infra.web;

import dev.sextant.infra.desk.Permissions;
import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.state.Log;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpLambdaAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpLambdaAuthorizerProps;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpLambdaResponseType;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/** Keeps the HTTP API's own public address shut: it answers what came through CloudFront, which adds a secret header. */
final class Door extends Construct {

    static final String HEADER = "x-sextant-door";

    private static final Duration REMEMBERED = Duration.minutes(5);
    private static final int SECRET_LENGTH = 48;

    private final Secret secret;
    private final Function guard;

    Door(Construct scope, DeskSettings settings, IKey key) {
        super(scope, "Door");
        this.secret = Secret.Builder.create(this, "Secret")
                .description("What CloudFront says so that the API opens")
                .encryptionKey(key)
                .generateSecretString(SecretStringGenerator.builder()
                        .excludePunctuation(true)
                        .passwordLength(SECRET_LENGTH)
                        .build())
                .build();
        String name = settings.prefix() + "-door";
        LogGroup log = Log.of(this, "/aws/lambda/" + name, key);
        Role role = Role.Builder.create(this, "Role")
                .description("What " + name + " may do")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        role.addToPolicy(Permissions.writeLog(log));
        role.addToPolicy(Permissions.readSecret(secret));
        role.addToPolicy(Permissions.decryptWith(key));
        this.guard = Function.Builder.create(this, "Guard")
                .functionName(name)
                .runtime(Runtime.NODEJS_24_X)
                .architecture(Architecture.ARM_64)
                .handler("index.handler")
                .code(Code.fromInline(Script.DOOR.text()))
                .timeout(Duration.seconds(5))
                .environment(Map.of("SECRET_ARN", secret.getSecretArn()))
                .environmentEncryption(key)
                .role(role)
                .logGroup(log)
                .build();
    }

    HttpLambdaAuthorizer authorizer() {
        return new HttpLambdaAuthorizer(
                "Door",
                guard,
                HttpLambdaAuthorizerProps.builder()
                        .responseTypes(List.of(HttpLambdaResponseType.SIMPLE))
                        .identitySource(List.of("$request.header." + HEADER))
                        .resultsCacheTtl(REMEMBERED)
                        .build());
    }

    /** The secret as a reference that is resolved at deployment. */
    String password() {
        return secret.getSecretValue().unsafeUnwrap();
    }
}
