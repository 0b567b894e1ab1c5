package dev.sextant.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sextant.local.kinesis.EmulatorSettings;
import dev.sextant.local.kinesis.Emulators;
import dev.sextant.local.kinesis.KinesisEmulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The artifacts, each alone in its sandbox, and the desk's handlers beside them: both get every event. */
final class Twins implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    final Stage alone;
    private final Stage desk;
    private final DeskFunctions deskFunctions;
    private final Path folder;
    private final RuntimeClient runtime;
    private final KinesisEmulator emulator;
    private final Map<DeployedFunction, Sandbox> sandboxes = new EnumMap<>(DeployedFunction.class);

    /** Skips aloud when the artifacts, Linux or the Kinesis emulator are missing. */
    Twins(Path folder) throws IOException {
        DeployedFunction.API.artifact();
        this.folder = folder;
        runtime = new RuntimeClient(folder);
        EmulatorSettings settings = Emulators.settings(folder);
        emulator = KinesisEmulator.start(new EmulatorSettings(
                settings.home(), folder, 0, settings.retentionHours(), settings.node(), List.of("alone", "desk")));
        alone = new Stage(emulator, "alone");
        desk = new Stage(emulator, "desk");
        deskFunctions = new DeskFunctions(desk);
    }

    /** Gives both the event, compares all there is to compare, and returns the artifact's answer. */
    String same(DeployedFunction function, String event) throws Exception {
        String json = recorded(event);
        String answer = sandbox(function).answer(json);
        String twin = deskFunctions.answer(function, json);
        assertEquals(JSON.readTree(Masked.of(twin)), JSON.readTree(Masked.of(answer)));
        assertEquals(String.join("\n", desk.rows()), String.join("\n", alone.rows()));
        assertEquals(desk.told(), alone.told());
        return answer;
    }

    /** What becomes of an event with this environment on top of Lambda's. */
    Outcome invokeWith(Map<String, String> environment, DeployedFunction function, String event) throws Exception {
        try (Sandbox sandbox = Sandbox.start(
                runtime, function.artifact(), environment, folder.resolve("other-" + function + ".log"))) {
            return sandbox.invoke(recorded(event));
        }
    }

    /** Changes both databases. */
    void both(String statement) throws SQLException {
        alone.execute(statement);
        desk.execute(statement);
    }

    private Sandbox sandbox(DeployedFunction function) throws IOException {
        @Nullable Sandbox running = sandboxes.get(function);
        if (running != null) {
            return running;
        }
        Map<String, String> environment = new HashMap<>(function.environment(alone));
        if (function == DeployedFunction.ORDER_PLACER || function == DeployedFunction.RECONCILER) {
            environment.putAll(DeployedFunction.VENUE_AWAY);
        }
        Sandbox started = Sandbox.start(runtime, function.artifact(), environment, folder.resolve(function + ".log"));
        sandboxes.put(function, started);
        return started;
    }

    private static String recorded(String event) throws IOException {
        try (InputStream file = Twins.class.getResourceAsStream(event)) {
            if (file == null) {
                throw new IOException("no recorded event " + event);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        sandboxes.values().forEach(Sandbox::close);
        deskFunctions.close();
        desk.close();
        alone.close();
        emulator.close();
    }
}
