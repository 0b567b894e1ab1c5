package dev.sextant.infra.desk;

import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.settings.KrakenTrade;
import dev.sextant.infra.state.DatabaseRole;
import dev.sextant.infra.state.Output;
import dev.sextant.infra.state.StateStack;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/**
 * The container that trades triangles: the ingest's image, another program in it, with a key that trades, a login and a role
 * that no other task has. It touches no stream. There is never a second one beside it: its key wants rising nonces from one
 * sender.
 */
public final class Direct extends Construct {

    private static final String NAME = "direct";

    private static final int CPU = 512;
    private static final int MEMORY_MB = 1024;

    /** Its class path is its own: see the Dockerfile. */
    private static final List<String> PROGRAM = List.of(
            "java",
            "-XX:+UseSerialGC",
            "-XX:MaxRAMPercentage=50",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            "/app/direct/*",
            "dev.sextant.direct.DirectMain");

    public Direct(
            Construct scope,
            DeskSettings settings,
            KrakenTrade trade,
            ISecret key,
            Containers containers,
            StateStack state) {
        super(scope, "Direct");
        FargateTaskDefinition task = containers.runAlone(
                this,
                NAME,
                CPU,
                MEMORY_MB,
                PROGRAM,
                new Environments(settings, state).ofDirect(trade),
                Map.of(
                        "SEXTANT_KRAKEN_API_KEY", Secret.fromSecretsManager(key, "api_key"),
                        "SEXTANT_KRAKEN_API_SECRET", Secret.fromSecretsManager(key, "api_secret")));
        task.addToExecutionRolePolicy(Permissions.decryptWith(state.keys().exchange()));
        List.of(
                        Permissions.runStatements(state.database().cluster()),
                        Permissions.readSecret(state.database().login(DatabaseRole.DIRECT)),
                        Permissions.decryptWith(state.keys().data()))
                .forEach(task::addToTaskRolePolicy);
        Output.of(
                this,
                "StopDirect",
                "Stops the direct lane, whatever state the rest is in; StopPlacing stops the others",
                containers.stop(NAME));
    }
}
