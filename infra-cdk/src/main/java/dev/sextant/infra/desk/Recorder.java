package dev.sextant.infra.desk;

import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.state.DatabaseRole;
import dev.sextant.infra.state.StateStack;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/**
 * The container that stores what the market stream says, and does what is due by the clock and takes long: the ingest's
 * image, another program in it. A task of its own, so that it can be away, behind or short of memory without the feed
 * noticing, and may write to no stream.
 */
public final class Recorder extends Construct {

    private static final String NAME = "recorder";

    private static final int CPU = 256;
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
            "-Dlogback.configurationFile=recorder-logback.xml",
            "-cp",
            "/app/recorder/*",
            "dev.sextant.recorder.RecorderMain");

    public Recorder(Construct scope, DeskSettings settings, Containers containers, StateStack state) {
        super(scope, "Recorder");
        FargateTaskDefinition task =
                containers.run(this, NAME, CPU, MEMORY_MB, PROGRAM, new Environments(settings, state).ofRecorder());
        List<PolicyStatement> may = new ArrayList<>(List.of(
                Permissions.readRecords(state.streams().market()),
                Permissions.runStatements(state.database().cluster()),
                Permissions.readSecret(state.database().login(DatabaseRole.INGEST)),
                Permissions.putObjects(state.tradeArchive().bucket()),
                Permissions.encryptWith(state.keys().data()),
                Permissions.decryptWith(state.keys().data())));
        may.addAll(Permissions.keepLeases(Stack.of(this), application(settings)));
        may.forEach(task::addToTaskRolePolicy);
    }

    /** Under this name the Kinesis Client Library keeps its leases, in a table that it makes itself. */
    static String application(DeskSettings settings) {
        return settings.prefix() + "-" + NAME;
    }
}
