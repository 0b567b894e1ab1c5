package dev.sextant.local.postgres;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One server for all tests of this JVM; each asks for a database of its own. */
public final class SharedPostgres {

    private static final LocalPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private SharedPostgres() {}

    /** The JDBC address of a new, empty database. */
    public static String newDatabase() {
        return newDatabase("template1");
    }

    /** The same for a copy of another one, which nobody uses at the moment: quicker than to fill it again. */
    public static String copyOf(String jdbcUrl) {
        String name = jdbcUrl.replaceAll(".*/(test_[0-9]+).*", "$1");
        if (!name.startsWith("test_")) {
            throw new IllegalArgumentException("address " + jdbcUrl + " is not of a database that was made here");
        }
        return newDatabase(name);
    }

    private static String newDatabase(String template) {
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(SERVER.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
            // Durability has its own test; waiting for the disk at each commit would only slow the others.
            statement.execute("alter database " + name + " set synchronous_commit to off");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return SERVER.jdbcUrl(name);
    }

    private static LocalPostgres start() {
        try {
            Path state = Files.createTempDirectory("sextant-tests-");
            LocalPostgres server = LocalPostgres.start(state);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(server, state)));
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nobody needs the data any more, so the server is killed rather than stopped. */
    private static void discard(LocalPostgres server, Path state) {
        ProcessHandle.of(server.pid()).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
        try (Stream<Path> tree = Files.walk(state)) {
            tree.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            System.err.println("left behind: " + state);
        }
    }
}
