package dev.sextant.local.lambda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A function in a JVM of its own, with the environment Lambda and the deploy give it and nothing else. */
final class Sandbox implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final RuntimeApi api;
    private final Process process;
    private final Path log;

    private Sandbox(RuntimeApi api, Process process, Path log) {
        this.api = api;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param deployed the variables that a deploy sets
     * @param log where it prints to
     */
    static Sandbox start(RuntimeClient runtime, Artifact artifact, Map<String, String> deployed, Path log)
            throws IOException {
        RuntimeApi api = RuntimeApi.start("sextant-" + artifact.name());
        ProcessBuilder builder = new ProcessBuilder(
                        runtime.command(artifact.handler().getName()))
                .directory(artifact.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(givenByLambda(artifact, api));
        builder.environment().putAll(deployed);
        return new Sandbox(api, builder.start(), log);
    }

    /** Lambda's reserved and unreserved variables, see its documentation of defined runtime environment variables. */
    private static Map<String, String> givenByLambda(Artifact artifact, RuntimeApi api) {
        String name = "sextant-" + artifact.name();
        return Map.ofEntries(
                Map.entry("_HANDLER", artifact.handler().getName()),
                Map.entry("AWS_LAMBDA_RUNTIME_API", api.address()),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", name),
                Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
                Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"),
                Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
                Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + name),
                Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "2024/08/08/[$LATEST]0"),
                Map.entry("AWS_LAMBDA_LOG_FORMAT", "TEXT"),
                Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
                Map.entry("AWS_REGION", "us-east-1"),
                Map.entry("AWS_DEFAULT_REGION", "us-east-1"),
                Map.entry("AWS_ACCESS_KEY_ID", "local"),
                Map.entry("AWS_SECRET_ACCESS_KEY", "local"),
                Map.entry("LAMBDA_TASK_ROOT", artifact.folder().toString()),
                Map.entry("TZ", ":UTC"),
                Map.entry("LANG", "en_US.UTF-8"),
                Map.entry("PATH", "/usr/local/bin:/usr/bin:/bin"));
    }

    /** Invokes it once. When it ends without a word to the Runtime API, what it printed is the message. */
    Outcome invoke(String event) throws InterruptedException, ExecutionException {
        CompletableFuture<Outcome> died = process.onExit()
                .thenApply(ended -> new Outcome.NotStarted("ended with " + ended.exitValue() + ":\n" + printed()));
        try {
            // An error of its own is told before it ends, and must win.
            CompletableFuture<Outcome> told = api.invoke(event, PATIENCE);
            CompletableFuture.anyOf(told, died).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return told.getNow(died.getNow(new Outcome.NotStarted("nothing was told")));
        } catch (TimeoutException e) {
            throw new AssertionError("no answer within " + PATIENCE.toSeconds() + " s; it printed:\n" + printed(), e);
        }
    }

    /** The answer's JSON; anything else fails the test with the function's own words. */
    String answer(String event) throws InterruptedException, ExecutionException {
        Outcome outcome = invoke(event);
        if (outcome instanceof Outcome.Answered(String json)) {
            return json;
        }
        throw new AssertionError(outcome + "; it printed:\n" + printed());
    }

    String printed() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(the log can't be read: " + e + ")";
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        api.close();
    }
}
