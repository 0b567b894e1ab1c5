package dev.sextant.local.contract;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** S3Mock in a JVM of its own, because it brings libraries that the desk has in other versions. */
record S3Mock(Process process, URI endpoint) implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on ports \\d+ \\(https\\), (\\d+) \\(http\\)");
    private static final long READY_WITHIN_NS = TimeUnit.SECONDS.toNanos(50);

    static S3Mock start(Path libraries, Path folder) throws IOException {
        Path log = folder.resolve("s3mock.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        libraries.resolve("*").toString(),
                        "com.adobe.testing.s3mock.S3MockApplication",
                        "--server.port=0",
                        "--http.port=0")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long startedNs = System.nanoTime();
        Optional<Integer> port = port(log);
        while (port.isEmpty()) {
            if (!process.isAlive() || System.nanoTime() - startedNs > READY_WITHIN_NS) {
                process.destroyForcibly();
                throw new IllegalStateException("S3Mock did not start:\n" + Files.readString(log));
            }
            LockSupport.parkNanos(50_000_000);
            port = port(log);
        }
        return new S3Mock(process, URI.create("http://127.0.0.1:" + port.get()));
    }

    private static Optional<Integer> port(Path log) throws IOException {
        Matcher said = PORT.matcher(Files.readString(log));
        return said.find() ? Optional.of(Integer.valueOf(said.group(1))) : Optional.empty();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
