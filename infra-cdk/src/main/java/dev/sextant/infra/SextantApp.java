package dev.sextant.infra;

import dev.sextant.infra.artifact.Artifacts;
import dev.sextant.infra.artifact.MissingArtifactException;
import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.settings.SettingsException;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.App;

/** The CDK app. The CDK's command line runs it; infra-cdk/cdk.sh runs that. */
public final class SextantApp {

    private static final int WRONG = 2;

    private SextantApp() {}

    /** @param arguments the repository's folder */
    public static void main(String[] arguments) {
        try {
            App app = new App();
            new Stacks(app, settings(app), new Artifacts(Path.of(arguments[0])));
            app.synth();
        } catch (SettingsException | MissingArtifactException e) {
            String.valueOf(e.getMessage()).lines().forEach(line -> System.err.println("sextant: " + line));
            System.exit(WRONG);
        }
    }

    @SuppressWarnings("unchecked") // the CDK declares its context, a map by name, as an object
    private static DeskSettings settings(App app) {
        return DeskSettings.from((Map<String, Object>) app.getNode().getAllContext());
    }
}
