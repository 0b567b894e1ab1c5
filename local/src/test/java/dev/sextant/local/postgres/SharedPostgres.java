package dev.sextant.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One server for all tests of this JVM; each asks for a database of its own. */
public final class SharedPostgres {

    private static final LocalPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private SharedPostgres() {}

    /** The JDBC address of a new, empty database. */
    public static String newDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(SERVER.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return SERVER.jdbcUrl(name);
    }

    private static LocalPostgres start() {
        try {
            Path state = Files.createTempDirectory("sextant-tests-");
            LocalPostgres server = LocalPostgres.start(state);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                LocalPostgres.remove(state);
            }));
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
