package dev.sextant.platform.migrate;

import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.List;

/** The table of what has been applied. Every method runs inside the caller's transaction. */
final class SchemaHistory {

    /** One applied migration. */
    record Applied(int version, String name, String checksum) {}

    private final SqlClient sql;

    SchemaHistory(SqlClient sql) {
        this.sql = sql;
    }

    void createIfAbsent() {
        sql.update(Sql.of("create schema if not exists ops"));
        sql.update(Sql.of("""
                create table if not exists ops.schema_migrations (
                    version    integer primary key,
                    name       text not null,
                    checksum   text not null,
                    applied_at timestamptz not null default now())"""));
    }

    List<Applied> applied() {
        return sql.call(Sql.of("select version, name, checksum from ops.schema_migrations order by version")).stream()
                .map(row -> new Applied(row.intValue("version"), row.text("name"), row.text("checksum")))
                .toList();
    }

    void record(Migration migration) {
        sql.update(Sql.of("""
                insert into ops.schema_migrations (version, name, checksum)
                values (:version::int, :name, :checksum)""")
                .with("version", migration.version())
                .with("name", migration.name())
                .with("checksum", migration.checksum()));
    }
}
