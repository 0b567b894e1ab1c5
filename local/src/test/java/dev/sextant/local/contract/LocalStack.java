package dev.sextant.local.contract;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** LocalStack by Testcontainers, where Docker answers. */
final class LocalStack {

    /** From before LocalStack's images asked for a token. */
    private static final String IMAGE = "localstack/localstack:4.4.0";

    private LocalStack() {}

    /** Starts one with a service, or skips with a line that says why. */
    static Service start(String service) throws InterruptedException {
        Assumptions.assumeTrue(
                dockerAnswers(), "skipped: LocalStack needs Docker, and 'docker version' got no answer from one");
        LocalStackContainer localStack = new LocalStackContainer(DockerImageName.parse(IMAGE)).withServices(service);
        localStack.start();
        return new Service(localStack.getEndpoint(), localStack::close);
    }

    /** Asked by its own command: Testcontainers would complain at length first. */
    private static boolean dockerAnswers() throws InterruptedException {
        try {
            Process docker = new ProcessBuilder("docker", "version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = docker.waitFor(5, TimeUnit.SECONDS);
            docker.destroyForcibly();
            return ended && docker.exitValue() == 0;
        } catch (IOException e) {
            // There is no such command.
            return false;
        }
    }
}
