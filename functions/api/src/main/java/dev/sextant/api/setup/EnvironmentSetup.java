package dev.sextant.api.setup;

import dev.sextant.domain.event.Account;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.SqlClient;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Map;

/** The setup inside a Lambda: everything from environment variables. The desk on one machine brings its own. */
@Factory
@Requires(missingBeans = ApiSetup.class)
final class EnvironmentSetup {

    @Singleton
    ApiSetup setup() {
        return of(System.getenv());
    }

    static ApiSetup of(Map<String, String> environment) {
        return new ApiSetup(
                new SqlClient(DataApi.fromEnvironment(environment)),
                new Account(environment.getOrDefault("SEXTANT_ACCOUNT", "paper-main")),
                operator(environment.getOrDefault(OperatorToken.VARIABLE, "")),
                environment.getOrDefault("SEXTANT_VERSION", "unknown"));
    }

    private static OperatorToken operator(String hash) {
        return hash.isEmpty() ? OperatorToken.NONE : OperatorToken.ofHash(hash);
    }
}
