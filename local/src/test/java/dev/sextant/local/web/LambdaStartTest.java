package dev.sextant.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.local.postgres.ChildJvm;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The function on its own, as in Lambda: made without arguments, everything from the environment. */
class LambdaStartTest {

    @Test
    void theFunctionStartsFromItsEnvironment() throws IOException {
        try (TestDesk desk = new TestDesk()) {
            new Story(desk.sql).deskIsUp();
            Map<String, String> environment = new HashMap<>(Map.of(
                    "AWS_ENDPOINT_URL_RDS_DATA", desk.database.endpoint().toString(),
                    "AWS_REGION", "us-east-1",
                    "AWS_ACCESS_KEY_ID", "local",
                    "AWS_SECRET_ACCESS_KEY", "local",
                    "SEXTANT_DB_CLUSTER_ARN", "arn:aws:rds:us-east-1:000000000000:cluster:sextant",
                    "SEXTANT_DB_SECRET_ARN", "arn:aws:secretsmanager:us-east-1:000000000000:secret:sextant/database",
                    "SEXTANT_DB_NAME", "sextant"));
            // The other functions share this test's class path, as they never do in Lambda; as in the desk they keep out.
            environment.put("MICRONAUT_ENVIRONMENTS", "desk");
            try (ChildJvm lambda = ChildJvm.start(LambdaMain.class, environment, "/api/v1/health")) {
                assertEquals("200", lambda.await("status "));
                assertTrue(lambda.await("body ").contains("\"HEALTHY\""));
            }
        }
    }
}
