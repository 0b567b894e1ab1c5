package dev.sextant.infra.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrepareDatabaseTest {

    @Test
    void theClusterStandsWhereItsOwnersSecretDoes() {
        assertEquals(
                "arn:aws:rds:ap-northeast-1:111122223333:cluster:sextant-live",
                PrepareDatabase.clusterArn(
                        "sextant-live",
                        "arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:sextant-live/database/owner-a1B2c3"));
    }

    @Test
    void aLoginsPasswordIsReadOutOfItsSecret() {
        assertEquals("s3cret", PrepareDatabase.password("{\"username\":\"api\",\"password\":\"s3cret\"}"));
    }
}
