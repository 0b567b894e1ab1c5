package dev.sextant.infra.database;

import dev.sextant.infra.state.DatabaseRole;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The statements that let each part of the desk log in as its role. The migrations make the roles and give them rights. */
final class Logins {

    private Logins() {}

    /** @param verifierOf gives the verifier of a role's password */
    static List<String> statements(Function<DatabaseRole, String> verifierOf) {
        return Arrays.stream(DatabaseRole.values())
                .map(role -> "alter role " + role.user() + " login password '" + verifierOf.apply(role) + "'")
                .toList();
    }
}
