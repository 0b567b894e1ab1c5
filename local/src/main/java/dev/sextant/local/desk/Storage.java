package dev.sextant.local.desk;

import dev.sextant.local.dataapi.DataApiServer;
import dev.sextant.local.dataapi.Limits;
import dev.sextant.local.postgres.LocalPostgres;
import dev.sextant.platform.migrate.Migrator;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.platform.sql.SqlClient;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The desk's database: an embedded PostgreSQL, the Data API in front of it, the schema up to date. */
final class Storage implements AutoCloseable {

    private final LocalPostgres postgres;
    private final DataApiServer server;
    private final DataApi api;

    private Storage(LocalPostgres postgres, DataApiServer server, DataApi api) {
        this.postgres = postgres;
        this.server = server;
        this.api = api;
    }

    static Storage start(StateFolder state) {
        LocalPostgres postgres = LocalPostgres.start(state.folder());
        try {
            DataApiServer server = DataApiServer.start(
                    postgres.jdbcUrl(), DatabaseAddress.LOCAL.database(), System::currentTimeMillis, Limits.AWS);
            DataApi api = server.client();
            new Migrator(api, List.of("db/migration")).migrate();
            return new Storage(postgres, server, api);
        } catch (IOException e) {
            postgres.close();
            throw new DeskException("the Data API endpoint can't listen: " + e.getMessage(), e);
        }
    }

    /** As the database's owner: what sets the desk up. */
    SqlClient sql() {
        return new SqlClient(api);
    }

    /** As one part of the desk, with no more rights than it has on AWS. */
    SqlClient sqlAs(String part) {
        return new SqlClient(api.to(DatabaseAddress.localAs(part)));
    }

    /** Completes when the server has ended, wanted or not. */
    CompletableFuture<Void> onExit() {
        return postgres.onExit();
    }

    URI endpoint() {
        return server.endpoint();
    }

    @Override
    public void close() {
        api.close();
        server.close();
        postgres.close();
    }
}
