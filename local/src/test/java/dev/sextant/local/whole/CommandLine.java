package dev.sextant.local.whole;

import dev.sextant.local.cli.Sextant;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code ./sextant …} on this class path, with a state folder of its own and variables beside those of this process. */
record CommandLine(Path state, Map<String, String> environment) {

    private static final long PATIENCE_S = 60;

    /** What a command said and how it ended. */
    record Said(int exitCode, String out, String err) {}

    CommandLine(Path state) {
        this(state, Map.of());
    }

    /** The checkout's folder. */
    static Path home() {
        return Path.of("..").toAbsolutePath().normalize();
    }

    /** Starts it; both outputs go to files beside the state folder. */
    Process start(Path out, Path err, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dsextant.home=" + home(),
                "-cp",
                System.getProperty("java.class.path"),
                Sextant.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home().toFile())
                .redirectOutput(Redirect.to(out.toFile()))
                .redirectError(Redirect.to(err.toFile()));
        builder.environment().put("SEXTANT_STATE", state.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Runs it to its end. */
    Said run(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("sextant", ".out");
        Path err = Files.createTempFile("sextant", ".err");
        Process process = start(out, err, arguments);
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", arguments) + " did not end");
        }
        Said said = new Said(process.exitValue(), Files.readString(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        return said;
    }
}
