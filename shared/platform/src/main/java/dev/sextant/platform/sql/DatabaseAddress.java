package dev.sextant.platform.sql;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which database the Data API is to use: cluster, secret (whose user decides what may be done) and database name.
 *
 * @param clusterArn the Aurora cluster, {@code arn:aws:rds:…}
 * @param secretArn the secret with user and password, {@code arn:aws:secretsmanager:…}
 * @param database the database's name
 */
public record DatabaseAddress(String clusterArn, String secretArn, String database) {

    /** The address of the desk's own database on one machine; the local endpoint takes any cluster and secret. */
    public static final DatabaseAddress LOCAL = new DatabaseAddress(
            "arn:aws:rds:us-east-1:000000000000:cluster:sextant",
            "arn:aws:secretsmanager:us-east-1:000000000000:secret:sextant/database",
            "sextant");

    /**
     * The same database on one machine, spoken to as one part of the desk: the local endpoint reads the role from the
     * secret's name, and the role's grants decide. On AWS each part has a secret of its own instead.
     *
     * @param part {@code ingest}, {@code scorer}, {@code risk}, {@code placer}, {@code direct}, {@code reconciler} or {@code api}
     */
    public static DatabaseAddress localAs(String part) {
        return new DatabaseAddress(
                LOCAL.clusterArn,
                "arn:aws:secretsmanager:us-east-1:000000000000:secret:sextant/role/sextant_" + part,
                LOCAL.database);
    }

    public DatabaseAddress {
        requireArn("SEXTANT_DB_CLUSTER_ARN", clusterArn, "arn:aws");
        requireArn("SEXTANT_DB_SECRET_ARN", secretArn, "arn:aws");
        requireArn("SEXTANT_DB_NAME", database, "");
    }

    /**
     * Reads {@code SEXTANT_DB_CLUSTER_ARN}, {@code SEXTANT_DB_SECRET_ARN} and {@code SEXTANT_DB_NAME}.
     *
     * @throws IllegalArgumentException naming the variable that is missing or wrong
     */
    public static DatabaseAddress fromEnvironment(Map<String, String> environment) {
        return new DatabaseAddress(
                environment.getOrDefault("SEXTANT_DB_CLUSTER_ARN", ""),
                environment.getOrDefault("SEXTANT_DB_SECRET_ARN", ""),
                environment.getOrDefault("SEXTANT_DB_NAME", ""));
    }

    private static void requireArn(String name, @Nullable String value, String prefix) {
        if (value == null || value.isBlank() || !value.startsWith(prefix)) {
            throw new IllegalArgumentException(name + " is '" + value + "', expected "
                    + (prefix.isEmpty() ? "a name" : "an ARN (" + prefix + "…)"));
        }
    }
}
