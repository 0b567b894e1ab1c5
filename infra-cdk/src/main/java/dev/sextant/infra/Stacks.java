package dev.sextant.infra;

import dev.sextant.infra.artifact.Artifacts;
import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.state.StateStack;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Tags;

/** The stacks of one desk. */
final class Stacks {

    private final StateStack state;
    private final DeskStack desk;

    Stacks(App app, DeskSettings settings, Artifacts artifacts) {
        Tags.of(app).add("project", "sextant");
        Tags.of(app).add("mode", settings.mode().word());
        this.state = new StateStack(app, settings.prefix() + "-state", settings);
        this.desk = new DeskStack(app, settings.prefix() + "-desk", settings, artifacts, state);
    }

    StateStack state() {
        return state;
    }

    DeskStack desk() {
        return desk;
    }
}
