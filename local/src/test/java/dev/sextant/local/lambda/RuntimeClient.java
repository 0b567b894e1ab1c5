package dev.sextant.local.lambda;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** AWS's runtime interface client, which Lambda's own Java runtime is made of. It exists for Linux only. */
final class RuntimeClient {

    private static final String NATIVE_PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
    private static final String JARS =
            ".*/(aws-lambda-java-(runtime-interface-client|core|serialization)|annotations|utils-lite)-[0-9.]+\\.jar";

    private final Path nativePart;

    /** @param folder for the native part, which would go to one fixed place in {@code /tmp} otherwise */
    RuntimeClient(Path folder) throws IOException {
        String os = System.getProperty("os.name");
        Assumptions.assumeTrue(
                os.equals("Linux"), "skipped: the runtime interface client runs on Linux only, not on " + os);
        String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        nativePart = folder.resolve("libaws-lambda-jni.so");
        try (InputStream library =
                AWSLambda.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-" + arch + ".so")) {
            if (library == null) {
                throw new IllegalStateException("the runtime interface client has no native part for " + arch);
            }
            Files.copy(library, nativePart);
        }
    }

    /**
     * How Lambda starts a function. The class path is the runtime's alone: it loads the artifact from the folder it runs
     * in, {@code lib/*.jar} in the order of their names.
     */
    List<String> command(String handler) {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.matches(JARS))
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx320m",
                "-D" + NATIVE_PROPERTY + "=" + nativePart,
                "-cp",
                classPath,
                AWSLambda.class.getName(),
                handler);
    }
}
