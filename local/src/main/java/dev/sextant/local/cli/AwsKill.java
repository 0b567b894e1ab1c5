package dev.sextant.local.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Stops every order of a desk on AWS from outside: the placer may run no more, the direct lane's task ends. Needs the AWS
 * command line and somebody whom IAM lets do it; neither the desk's database nor its API has to work.
 */
final class AwsKill {

    /** What the command line says of a desk without a direct lane, or with one that is gone. */
    private static final List<String> NO_LANE = List.of("ServiceNotFoundException", "ServiceNotActiveException");

    private final Shell shell;

    AwsKill(Shell shell) {
        this.shell = shell;
    }

    /** Runs a command. */
    @FunctionalInterface
    interface Shell {

        /** What it said and how it ended. */
        record Said(int code, String text) {}

        Said run(List<String> command) throws IOException, InterruptedException;

        /** Of this machine. */
        static Shell real() {
            return command -> {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                        .start();
                String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Said(process.waitFor(), text.strip());
            };
        }
    }

    /** What came of one of the two. */
    record Outcome(boolean stopped, String told) {}

    /**
     * Does both, the second whatever came of the first.
     *
     * @param desk for example {@code sextant-live}
     */
    List<Outcome> kill(String desk) throws InterruptedException {
        return List.of(
                attempt(
                        "the placer",
                        List.of(
                                "aws",
                                "lambda",
                                "put-function-concurrency",
                                "--function-name",
                                desk + "-order-placer",
                                "--reserved-concurrent-executions",
                                "0"),
                        List.of()),
                attempt(
                        "the direct lane",
                        List.of(
                                "aws",
                                "ecs",
                                "update-service",
                                "--cluster",
                                desk,
                                "--service",
                                "direct",
                                "--desired-count",
                                "0"),
                        NO_LANE));
    }

    private Outcome attempt(String what, List<String> command, List<String> absent) throws InterruptedException {
        try {
            Shell.Said said = shell.run(command);
            if (said.code() == 0) {
                return new Outcome(true, what + ": stopped");
            }
            return absent.stream().anyMatch(said.text()::contains)
                    ? new Outcome(true, what + ": this desk has none")
                    : new Outcome(
                            false,
                            what + ": NOT STOPPED, " + String.join(" ", command) + " said: "
                                    + said.text().replace('\n', ' '));
        } catch (IOException e) {
            return new Outcome(false, what + ": NOT STOPPED, the AWS command line could not be run: " + e.getMessage());
        }
    }
}
