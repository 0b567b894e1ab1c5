package dev.sextant.infra;

import dev.sextant.infra.alarm.Alarms;
import dev.sextant.infra.artifact.Artifacts;
import dev.sextant.infra.desk.Containers;
import dev.sextant.infra.desk.Direct;
import dev.sextant.infra.desk.FunctionSpec;
import dev.sextant.infra.desk.Functions;
import dev.sextant.infra.desk.Ingest;
import dev.sextant.infra.desk.Jobs;
import dev.sextant.infra.desk.Mappings;
import dev.sextant.infra.desk.Recorder;
import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.state.RightRegion;
import dev.sextant.infra.state.StateStack;
import dev.sextant.infra.web.Web;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** Everything that can be thrown away and made again: functions, what wakes them, ingest and recorder, the web, the alarms. */
final class DeskStack extends Stack {

    DeskStack(Construct scope, String id, DeskSettings settings, Artifacts artifacts, StateStack state) {
        super(
                scope,
                id,
                StackProps.builder()
                        .description("Sextant (" + settings.mode().word() + "): functions, containers, web, alarms")
                        .build());
        RightRegion.guard(this, settings);
        Functions functions = new Functions(this, settings, artifacts, state);
        Mappings mappings = new Mappings(settings, state, functions);
        Jobs jobs = new Jobs(this, settings, state, functions);
        Containers containers = new Containers(this, settings, artifacts, state);
        new Ingest(this, settings, containers, state);
        new Recorder(this, settings, containers, state);
        settings.krakenTrade()
                .filter(_ -> settings.hasDirectLane())
                .ifPresent(trade -> new Direct(
                        this, settings, trade, state.exchangeSecrets().direct().orElseThrow(), containers, state));
        Web web = new Web(
                this,
                settings,
                artifacts,
                functions.of(FunctionSpec.API),
                state.keys().data());
        new Alarms(this, settings, state, functions, mappings, jobs, web.apiId());
    }
}
