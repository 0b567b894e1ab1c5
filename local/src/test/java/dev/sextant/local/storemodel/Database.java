package dev.sextant.local.storemodel;

import dev.sextant.local.dataapi.DataApiServer;
import dev.sextant.local.dataapi.Limits;
import dev.sextant.local.postgres.SharedPostgres;
import dev.sextant.platform.migrate.Migrator;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.platform.sql.SqlClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A migrated database of its own behind the Data API. */
final class Database implements AutoCloseable {

    private final DataApiServer server;
    private final DataApi api;

    Database() {
        try {
            server = DataApiServer.start(
                    SharedPostgres.newDatabase(),
                    DatabaseAddress.LOCAL.database(),
                    () -> World.BEGINNING_MS,
                    Limits.AWS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        api = DataApi.local(server.endpoint());
        new Migrator(api, List.of("db/migration")).migrate();
    }

    SqlClient sql() {
        return new SqlClient(api);
    }

    PostgresSide side() {
        return new PostgresSide(sql());
    }

    @Override
    public void close() {
        api.close();
        server.close();
    }
}
