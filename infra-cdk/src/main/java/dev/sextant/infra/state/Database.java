package dev.sextant.infra.state;

import dev.sextant.infra.settings.DeskSettings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.rds.AuroraPostgresClusterEngineProps;
import software.amazon.awscdk.services.rds.AuroraPostgresEngineVersion;
import software.amazon.awscdk.services.rds.BackupProps;
import software.amazon.awscdk.services.rds.ClusterInstance;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.CredentialsBaseOptions;
import software.amazon.awscdk.services.rds.DatabaseCluster;
import software.amazon.awscdk.services.rds.DatabaseClusterEngine;
import software.amazon.awscdk.services.rds.ServerlessV2ClusterInstanceProps;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/**
 * Aurora PostgreSQL Serverless v2 behind the Data API, which is the only way in: no security group lets a connection
 * through. One login per part of the desk.
 *
 * <p>A running desk touches it each second, so it would never pause; half a unit is the floor then. A hibernating desk's
 * database may pause.
 */
public final class Database extends Construct {

    /** The database in the cluster. */
    public static final String NAME = "sextant";

    /** The most the database may grow to, and so may cost. */
    public static final double MOST_UNITS = 4;

    private static final double LEAST_UNITS = 0.5;
    private static final Duration BACKUPS_KEPT = Duration.days(14);
    private static final int PASSWORD_LENGTH = 40;

    private final DatabaseCluster cluster;
    private final Map<DatabaseRole, Secret> logins = new EnumMap<>(DatabaseRole.class);

    Database(Construct scope, DeskSettings settings, Network network, IKey key) {
        super(scope, "Database");
        // Made before the cluster makes one of its own that is kept for ever.
        LogGroup log = Log.of(this, "/aws/rds/cluster/" + settings.prefix() + "/postgresql", key);
        this.cluster = cluster(settings, network, key);
        cluster.getNode().addDependency(log);
        for (DatabaseRole role : DatabaseRole.values()) {
            logins.put(role, login(settings.prefix(), role, key));
        }
        Output.of(this, "ClusterArn", "What the Data API is asked for", cluster.getClusterArn());
    }

    private DatabaseCluster cluster(DeskSettings settings, Network network, IKey key) {
        return DatabaseCluster.Builder.create(this, "Cluster")
                .clusterIdentifier(settings.prefix())
                .engine(DatabaseClusterEngine.auroraPostgres(AuroraPostgresClusterEngineProps.builder()
                        .version(AuroraPostgresEngineVersion.VER_17_9)
                        .build()))
                .defaultDatabaseName(NAME)
                .credentials(Credentials.fromGeneratedSecret(
                        "sextant_owner",
                        CredentialsBaseOptions.builder()
                                .secretName(settings.prefix() + "/database/owner")
                                .encryptionKey(key)
                                .build()))
                .writer(ClusterInstance.serverlessV2(
                        "Writer",
                        ServerlessV2ClusterInstanceProps.builder()
                                .publiclyAccessible(false)
                                .build()))
                .serverlessV2MinCapacity(settings.running() ? LEAST_UNITS : 0)
                .serverlessV2MaxCapacity(MOST_UNITS)
                .enableDataApi(true)
                .vpc(network.vpc())
                .vpcSubnets(Network.database())
                .securityGroups(List.of(SecurityGroup.Builder.create(this, "NobodyConnects")
                        .vpc(network.vpc())
                        .description("The database is reached through the Data API alone")
                        .allowAllOutbound(false)
                        .build()))
                .parameters(Map.of("rds.force_ssl", "1"))
                .storageEncrypted(true)
                .storageEncryptionKey(key)
                .backup(BackupProps.builder().retention(BACKUPS_KEPT).build())
                .copyTagsToSnapshot(true)
                .cloudwatchLogsExports(List.of("postgresql"))
                .deletionProtection(true)
                .removalPolicy(RemovalPolicy.SNAPSHOT)
                .build();
    }

    private Secret login(String prefix, DatabaseRole role, IKey key) {
        return Secret.Builder.create(this, "Login-" + role.user())
                .secretName(role.secretName(prefix))
                .description("How " + role.user() + " logs into the database")
                .encryptionKey(key)
                .generateSecretString(SecretStringGenerator.builder()
                        .secretStringTemplate("{\"username\":\"" + role.user() + "\"}")
                        .generateStringKey("password")
                        .excludePunctuation(true)
                        .passwordLength(PASSWORD_LENGTH)
                        .build())
                .build();
    }

    public DatabaseCluster cluster() {
        return cluster;
    }

    public Secret login(DatabaseRole role) {
        return Objects.requireNonNull(logins.get(role));
    }
}
