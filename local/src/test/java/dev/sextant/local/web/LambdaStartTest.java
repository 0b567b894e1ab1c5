package dev.sextant.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.local.postgres.ChildJvm;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The function on its own, as in Lambda: made without arguments, everything from the environment. */
class LambdaStartTest {

    @Test
    void theFunctionStartsFromItsEnvironment() throws IOException {
        try (TestDesk desk = new TestDesk()) {
            new Story(desk.sql).deskIsUp();
            Map<String, String> environment = Map.of(
                    "AWS_ENDPOINT_URL_RDS_DATA", desk.database.endpoint().toString(),
                    "AWS_REGION", "us-east-1",
                    "AWS_ACCESS_KEY_ID", "local",
                    "AWS_SECRET_ACCESS_KEY", "local",
                    "SEXTANT_DB_CLUSTER_ARN", "arn:aws:rds:us-east-1:000000000000:cluster:sextant",
                    "SEXTANT_DB_SECRET_ARN", "arn:aws:secretsmanager:us-east-1:000000000000:secret:sextant/database",
                    "SEXTANT_DB_NAME", "sextant");
            try (ChildJvm lambda =
                    ChildJvm.start(LambdaMain.class, LambdaStartTest::deployed, environment, "/api/v1/health")) {
                assertEquals("200", lambda.await("status "));
                assertTrue(lambda.await("body ").contains("\"HEALTHY\""));
            }
        }
    }

    /** In Lambda a function stands alone; the others' beans must not be on its class path. */
    private static boolean deployed(String entry) {
        return !entry.matches(".*(signal-scorer|risk-check|order-placer|reconciler).*");
    }
}
