package dev.sextant.infra.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a piece of JavaScript and reads what it prints. */
final class NodeScript {

    private NodeScript() {}

    /** @param packages a folder in which {@code require} looks, as Lambda's own packages would lie there */
    static String run(String script, Path packages, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of("node", "-e", script)).redirectErrorStream(true);
        builder.environment().put("NODE_PATH", packages.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
