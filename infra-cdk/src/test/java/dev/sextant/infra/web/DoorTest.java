package dev.sextant.infra.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets into the HTTP API: the authorizer with a stand-in for the SDK that Lambda brings. */
class DoorTest {

    @TempDir
    private Path packages;

    @BeforeEach
    void standIn() throws IOException {
        Path sdk = Files.createDirectories(packages.resolve("@aws-sdk/client-secrets-manager"));
        Files.writeString(sdk.resolve("index.js"), """
                let asked = 0;
                exports.GetSecretValueCommand = class { constructor(input) { this.input = input; } };
                exports.SecretsManagerClient = class {
                  async send(command) {
                    if (command.input.SecretId !== 'arn:door' || ++asked > 1) throw new Error('asked ' + asked);
                    return { SecretString: 'open sesame' };
                  }
                };
                """);
    }

    @Test
    void whoSaysTheSecretGetsInAndTheSecretIsReadOnce() throws Exception {
        assertEquals(
                "true false false false true",
                knock(
                        "{ 'x-sextant-door': 'open sesame' }",
                        "{ 'x-sextant-door': 'open' }",
                        "{}",
                        "undefined",
                        "{ 'x-sextant-door': 'open sesame' }"));
    }

    private String knock(String... headers) throws IOException, InterruptedException {
        return NodeScript.run(
                Script.DOOR.text() + """

                        (async () => {
                          const answers = [];
                          for (const headers of [%s]) answers.push((await exports.handler({ headers })).isAuthorized);
                          console.log(answers.join(' '));
                        })();
                        """.formatted(String.join(",", headers)),
                packages,
                Map.of("SECRET_ARN", "arn:door"));
    }
}
