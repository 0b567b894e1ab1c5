package dev.sextant.infra.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.infra.settings.SettingsException;
import dev.sextant.infra.state.Database;
import dev.sextant.infra.state.DatabaseRole;
import dev.sextant.platform.migrate.MigrationException;
import dev.sextant.platform.migrate.Migrator;
import dev.sextant.platform.setup.SetupException;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.sql.SqlException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Brings a deployed database up to date: the migrations, a login for each part of the desk, then the accounts and strategies that
 * its settings ask for. Run between the two stacks, and again after each upgrade; running it again changes nothing.
 */
public final class PrepareDatabase {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FAILED = 1;
    private static final int WRONG = 2;

    private PrepareDatabase() {}

    /** @param arguments the CDK's folder in the repository, the desk, and its settings as the CDK's command line takes them */
    public static void main(String[] arguments) {
        PrepareArguments asked;
        Path folder = Path.of(arguments[0]);
        try {
            asked = PrepareArguments.read(Arrays.copyOfRange(arguments, 1, arguments.length), folder);
        } catch (IllegalArgumentException | SettingsException e) {
            say(e);
            System.exit(WRONG);
            return;
        }
        try (SecretsManagerClient secrets = SecretsManagerClient.create()) {
            prepare(asked, secrets, folder.resolveSibling("strategies"));
        } catch (SdkException
                | SqlException
                | MigrationException
                | SetupException
                | IllegalArgumentException
                | UncheckedIOException e) {
            say(e);
            System.exit(FAILED);
        }
    }

    private static void say(RuntimeException e) {
        String.valueOf(e.getMessage()).lines().forEach(line -> System.err.println("prepare-database: " + line));
    }

    private static void prepare(PrepareArguments asked, SecretsManagerClient secrets, Path strategies) {
        String desk = asked.desk();
        String owner = secrets.describeSecret(request -> request.secretId(desk + "/database/owner"))
                .arn();
        try (DataApi api = DataApi.fromEnvironment(Map.of(
                "SEXTANT_DB_CLUSTER_ARN",
                clusterArn(desk, owner),
                "SEXTANT_DB_SECRET_ARN",
                owner,
                "SEXTANT_DB_NAME",
                Database.NAME))) {
            Migrator.Outcome outcome = new Migrator(api, List.of("db/migration")).migrate();
            System.out.println("schema: version " + outcome.before() + " → " + outcome.after());
            Logins.statements(role -> verifier(secrets, role.secretName(desk)))
                    .forEach(statement -> run(api, statement));
            System.out.println("logins: " + DatabaseRole.values().length + " up to date");
            DeskRows.write(asked.settings(), new SqlClient(api), strategies).forEach(System.out::println);
        }
    }

    /** Past the desk's own client, which takes constant statements alone: these are made of names that stand in code. */
    private static void run(DataApi api, String statement) {
        api.client()
                .executeStatement(request -> request.resourceArn(api.address().clusterArn())
                        .secretArn(api.address().secretArn())
                        .database(api.address().database())
                        .sql(statement));
    }

    /** The cluster carries the desk's name and stands where its owner's secret does. */
    static String clusterArn(String desk, String ownerSecretArn) {
        String[] parts = ownerSecretArn.split(":", -1);
        return String.join(":", parts[0], parts[1], "rds", parts[3], parts[4], "cluster", desk);
    }

    private static String verifier(SecretsManagerClient secrets, String secretName) {
        String secret =
                secrets.getSecretValue(request -> request.secretId(secretName)).secretString();
        byte[] salt = new byte[ScramVerifier.SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return ScramVerifier.of(password(secret), salt, ScramVerifier.ITERATIONS);
    }

    static String password(String secret) {
        try {
            return JSON.readTree(secret).path("password").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the secret of a login is JSON with a password; this one is not", e);
        }
    }
}
