package dev.sextant.platform.migrate;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds the numbered files in folders of the class path, unpacked or in jars. */
final class MigrationFiles {

    private MigrationFiles() {}

    /** All migrations of the folders by version, checked to run 1, 2, 3 … without a gap or a twin. */
    static List<Migration> load(ClassLoader loader, List<String> folders) {
        List<Migration> migrations = new ArrayList<>();
        for (String folder : folders) {
            int before = migrations.size();
            readFolder(loader, folder, migrations);
            if (migrations.size() == before) {
                throw new MigrationException("no migrations in " + folder + " on the class path");
            }
        }
        migrations.sort(Comparator.comparingInt(Migration::version));
        for (int i = 0; i < migrations.size(); i++) {
            checkNumber(i + 1, migrations.get(i));
        }
        return migrations;
    }

    private static void checkNumber(int expected, Migration migration) {
        if (migration.version() > expected) {
            throw new MigrationException(
                    "migration V%03d is missing before %s".formatted(expected, migration.fileName()));
        }
        if (migration.version() < expected) {
            throw new MigrationException("two migrations are numbered V%03d, one is %s"
                    .formatted(migration.version(), migration.fileName()));
        }
    }

    private static void readFolder(ClassLoader loader, String folder, List<Migration> into) {
        try {
            for (URL url : Collections.list(loader.getResources(folder))) {
                URI uri = url.toURI();
                if ("jar".equals(uri.getScheme())) {
                    // By its path and not by the URI: the latter can be open only once in a program.
                    URL file = ((JarURLConnection) url.openConnection()).getJarFileURL();
                    try (FileSystem jar = FileSystems.newFileSystem(Path.of(file.toURI()))) {
                        readFiles(jar.getPath("/" + folder), into);
                    }
                } else {
                    readFiles(Path.of(uri), into);
                }
            }
        } catch (IOException | URISyntaxException e) {
            throw new MigrationException("cannot read the migrations in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void readFiles(Path folder, List<Migration> into) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                into.add(Migration.parse(String.valueOf(file.getFileName()), Files.readString(file)));
            }
        }
    }
}
