package dev.sextant.local.desk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder a desk keeps everything in, held by one desk at a time. Secrets in it are readable by the owner alone. */
final class StateFolder implements AutoCloseable {

    private static final int SECRET_BYTES = 24;
    private static final String LOCK = "lock";
    /** Kept by {@code --fresh}: this run already writes there. */
    private static final String LOG = "log";

    /** Kept by {@code --fresh}: how often settings were tried is not forgotten with the desk. */
    static final String BACKTESTS = "backtests";

    /** Kept by {@code --fresh}: recorded books are no state. */
    static final String BOOKS = "books";

    private static final List<String> KEPT = List.of(LOCK, LOG, BACKTESTS, BOOKS);

    private final Path folder;
    private final FileChannel channel;

    private StateFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the folder, emptied first when {@code fresh}.
     *
     * @throws DeskException when another desk holds it or it can't be used
     */
    static StateFolder open(Path folder, boolean fresh) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new DeskException("another desk already runs on " + folder + ": stop it first", null);
            }
            if (fresh) {
                empty(folder);
            }
            Files.createDirectories(folder.resolve(LOG));
            return new StateFolder(folder, channel);
        } catch (IOException e) {
            throw new DeskException("the state folder " + folder + " can't be used: " + e.getMessage(), e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder) && KEPT.stream().noneMatch(kept -> path.startsWith(folder.resolve(kept)))) {
                    Files.delete(path);
                }
            }
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    Path folder() {
        return folder;
    }

    /** The text of a file, or null when it is not there. */
    @Nullable
    String read(String name) {
        try {
            Path file = path(name);
            return Files.exists(file) ? Files.readString(file).strip() : null;
        } catch (IOException e) {
            throw new DeskException(path(name) + " can't be read: " + e.getMessage(), e);
        }
    }

    /** Replaces a file at once: a reader sees the old text or the new one. */
    void write(String name, String text) {
        Path target = path(name);
        Path next = path(name + ".next");
        try {
            Files.writeString(next, text);
            if (Files.getFileStore(next).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(next, target, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DeskException(target + " can't be written: " + e.getMessage(), e);
        }
    }

    /** A secret that is drawn once and kept. */
    String secret(String name) {
        String kept = read(name);
        if (kept != null && !kept.isEmpty()) {
            return kept;
        }
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        String drawn = HexFormat.of().formatHex(bytes);
        write(name, drawn);
        return drawn;
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw new DeskException(path(name) + " can't be removed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
