package dev.sextant.infra.desk;

import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.state.DatabaseRole;
import dev.sextant.infra.state.StateStack;
import java.util.List;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.constructs.Construct;

/**
 * The container that listens to the exchange. During a deployment the new one reads before the old one ends, so that
 * nothing is missed: consumers listen to the newer epoch, and the lease lets one of them tell the time.
 */
public final class Ingest extends Construct {

    private static final int CPU = 512;
    private static final int MEMORY_MB = 1024;

    public Ingest(Construct scope, DeskSettings settings, Containers containers, StateStack state) {
        super(scope, "Ingest");
        FargateTaskDefinition task =
                containers.run(this, "ingest", CPU, MEMORY_MB, List.of(), new Environments(settings, state).ofIngest());
        List.of(
                        Permissions.putRecords(
                                state.streams().market(), state.streams().decisions()),
                        Permissions.encryptWith(state.keys().data()),
                        Permissions.runStatements(state.database().cluster()),
                        Permissions.readSecret(state.database().login(DatabaseRole.INGEST)),
                        Permissions.decryptWith(state.keys().data()))
                .forEach(task::addToTaskRolePolicy);
    }
}
