package dev.sextant.local.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;

/** A process to be killed: starts the server, then commits rows for ever and says each number once it is committed. */
final class CrashingDesk {

    private CrashingDesk() {}

    public static void main(String[] args) throws Exception {
        LocalPostgres postgres = LocalPostgres.start(Path.of(args[0]));
        System.out.println("pid " + postgres.pid());
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl())) {
            connection.createStatement().execute("create table committed (n bigint primary key)");
            try (PreparedStatement insert = connection.prepareStatement("insert into committed values (?)")) {
                for (long n = 1; ; n++) {
                    insert.setLong(1, n);
                    insert.executeUpdate();
                    System.out.println("committed " + n);
                }
            }
        }
    }
}
