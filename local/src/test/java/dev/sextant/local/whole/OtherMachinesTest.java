package dev.sextant.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The ways to start the desk that can't be run here, as far as reading them tells. */
class OtherMachinesTest {

    @Test
    void theComposeFileStartsThisCheckoutOnTheHostsNetwork() throws IOException {
        Map<?, ?> desk = map(map(compose(), "services"), "desk");
        assertEquals(List.of("./sextant", "up"), desk.get("command"));
        assertEquals("host", desk.get("network_mode"), "the desk listens on loopback only");
        assertEquals(List.of(".:/desk"), desk.get("volumes"));
        String image = String.valueOf(map(desk, "build").get("dockerfile_inline"));
        assertTrue(image.contains("temurin:25-jdk") && image.contains("nodejs"), image);
        assertTrue(image.contains("USER desk"), "not as root: " + image);
        assertTrue(Files.isExecutable(CommandLine.home().resolve("sextant")));
    }

    @Test
    void theWindowsScriptHandsOverToTheSameCommandAndItsExitCode() throws IOException {
        String script = Files.readString(CommandLine.home().resolve("sextant.cmd"));
        assertTrue(script.contains("wsl.exe -- ./sextant %*"), script);
        assertTrue(script.stripTrailing().endsWith("exit /b %errorlevel%"), script);
        assertTrue(script.lines().allMatch(line -> line.length() < 130), "readable");
        assertEquals(
                script.chars().filter(c -> c == '\n').count(),
                script.chars().filter(c -> c == '\r').count());
    }

    private static Map<?, ?> compose() throws IOException {
        try (Reader file = Files.newBufferedReader(CommandLine.home().resolve("compose.yaml"))) {
            return (Map<?, ?>) Objects.requireNonNull(new Yaml(new SafeConstructor(new LoaderOptions())).load(file));
        }
    }

    private static Map<?, ?> map(Map<?, ?> parent, String key) {
        return (Map<?, ?>) Objects.requireNonNull(parent.get(key), key);
    }
}
