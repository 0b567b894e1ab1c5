package dev.sextant.local.web;

import dev.sextant.api.ApiHandler;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.api.setup.OperatorToken;
import dev.sextant.domain.event.Account;
import dev.sextant.local.dataapi.DataApiServer;
import dev.sextant.local.dataapi.Limits;
import dev.sextant.local.postgres.SharedPostgres;
import dev.sextant.platform.migrate.Migrator;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.platform.sql.SqlClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A database of its own with the real schema, the API function on it, and the web server in front: nothing else runs. */
public final class TestDesk implements AutoCloseable {

    static final String TOKEN = "correct-horse-battery-staple";

    public final SqlClient sql;
    final Path dashboard;
    final WebServer web;
    final RawHttp http;
    final DataApiServer database;
    private final DataApi dataApi;
    private final ApiHandler api;

    public TestDesk() {
        try {
            database = DataApiServer.start(
                    SharedPostgres.newDatabase(),
                    DatabaseAddress.LOCAL.database(),
                    System::currentTimeMillis,
                    Limits.AWS);
            dataApi = DataApi.local(database.endpoint());
            new Migrator(dataApi, List.of("db/migration")).migrate();
            sql = new SqlClient(dataApi);
            api = new ApiHandler(new ApiSetup(
                    sql, new Account("paper-main"), OperatorToken.ofHash(OperatorToken.hashOf(TOKEN)), "0.1.0-test"));
            dashboard = builtDashboard();
            web = WebServer.start(0, dashboard, event -> api.handleRequest(event, null));
            http = new RawHttp(web.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers. */
    public String address() {
        return "http://127.0.0.1:" + web.port();
    }

    private static Path builtDashboard() throws IOException {
        Path state = Files.createTempDirectory(Path.of("target"), "web-");
        Files.writeString(state.resolve("secret.txt"), "not for the web");
        Path folder = state.resolve("dist");
        Files.createDirectories(folder.resolve("assets"));
        Files.writeString(folder.resolve("index.html"), "<!doctype html><title>Sextant</title>");
        Files.writeString(folder.resolve("favicon.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        Files.writeString(folder.resolve("assets/index-B3dQx9_k.js"), "console.log('sextant')");
        Files.writeString(folder.resolve("assets/index-Zz81aaQ2.css"), "body{margin:0}");
        return folder;
    }

    @Override
    public void close() {
        web.close();
        api.close();
        dataApi.close();
        database.close();
    }
}
