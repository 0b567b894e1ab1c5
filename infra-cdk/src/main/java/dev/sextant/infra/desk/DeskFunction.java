package dev.sextant.infra.desk;

import dev.sextant.infra.artifact.Artifacts;
import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.state.Log;
import dev.sextant.infra.state.StateStack;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Arn;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * One function with its own role, its own log and the alias {@code live}, which everything that calls it names: a
 * snapshot exists of published versions alone.
 */
public final class DeskFunction extends Construct {

    private static final int MEMORY_MB = 1024;
    private static final int HTTPS = 443;

    private final FunctionSpec spec;
    private final String name;
    private final StateStack state;
    private final Role role;
    private final Function function;
    private final Alias alias;

    DeskFunction(
            Construct scope,
            FunctionSpec spec,
            DeskSettings settings,
            Artifacts artifacts,
            StateStack state,
            Map<String, String> environment) {
        super(scope, spec.module());
        this.spec = spec;
        this.name = settings.prefix() + "-" + spec.module();
        this.state = state;
        LogGroup log = Log.of(this, "/aws/lambda/" + name, state.keys().data());
        this.role = role(log);
        Function.Builder builder = Function.Builder.create(this, "Function")
                .functionName(name)
                .description(description(settings))
                .runtime(Runtime.JAVA_25)
                // The same class files; a GB-second costs a fifth less than on x86.
                .architecture(Architecture.ARM_64)
                .memorySize(MEMORY_MB)
                .timeout(spec.timeout())
                .code(Code.fromAsset(artifacts.function(spec.module())))
                .handler(spec.handler())
                .environment(environment)
                .environmentEncryption(
                        spec.signs() ? state.keys().exchange() : state.keys().data())
                .role(role)
                .logGroup(log);
        spec.reservedConcurrency().ifPresent(builder::reservedConcurrentExecutions);
        if (spec.snapStart()) {
            builder.snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS);
        }
        if (spec.signs()) {
            grant(Permissions.decryptWith(state.keys().exchange()));
            state.network().egress().ifPresent(subnets -> join(builder, subnets));
        }
        this.function = builder.build();
        Annotations.of(function)
                .acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish", "callers name the alias");
        this.alias = Alias.Builder.create(this, "Live")
                .aliasName("live")
                .version(function.getCurrentVersion())
                // What was called by the clock and failed is not repeated: the next minute does it.
                .retryAttempts(0)
                .maxEventAge(Duration.minutes(1))
                .build();
    }

    /** Another word for the keys makes another version, with the keys of that moment in its environment. */
    private String description(DeskSettings settings) {
        return "Sextant " + spec.module()
                + (spec.signs()
                        ? settings.keysOf().map(word -> ", keys of " + word).orElse("")
                        : "");
    }

    private Role role(LogGroup log) {
        Role role = Role.Builder.create(this, "Role")
                .description("What " + name + " may do")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        List.of(
                        Permissions.writeLog(log),
                        Permissions.runStatements(state.database().cluster()),
                        Permissions.readSecret(state.database().login(spec.login())),
                        Permissions.decryptWith(state.keys().data()))
                .forEach(role::addToPolicy);
        return role;
    }

    /** Puts it where everything leaves through the fixed address. */
    private void join(Function.Builder builder, SubnetSelection subnets) {
        SecurityGroup onlyOut = SecurityGroup.Builder.create(this, "OnlyOut")
                .vpc(state.network().vpc())
                .description("HTTPS out, nothing in")
                .allowAllOutbound(false)
                .build();
        onlyOut.addEgressRule(Peer.anyIpv4(), Port.tcp(HTTPS), "The exchange and AWS");
        Permissions.joinNetwork(Stack.of(this), arn()).forEach(role::addToPolicy);
        builder.vpc(state.network().vpc()).vpcSubnets(subnets).securityGroups(List.of(onlyOut));
    }

    /** Written out: the function's own would tie the policy to the function that waits for it. */
    private String arn() {
        return Arn.format(
                ArnComponents.builder()
                        .service("lambda")
                        .resource("function")
                        .resourceName(name)
                        .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                        .build(),
                Stack.of(this));
    }

    void grant(PolicyStatement... statements) {
        List.of(statements).forEach(role::addToPolicy);
    }

    public FunctionSpec spec() {
        return spec;
    }

    public Function function() {
        return function;
    }

    public Alias alias() {
        return alias;
    }
}
