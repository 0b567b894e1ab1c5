package dev.sextant.ingest.spill;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of one ingest's spill, held by one run at a time. Files that can't be used are renamed and kept. */
final class SpillFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SpillFolder.class);
    private static final String LOCK = "lock";
    private static final String ASIDE = ".aside";

    private final Path path;
    private final FileChannel lock;

    private long aside;

    private SpillFolder(Path path, FileChannel lock, long aside) {
        this.path = path;
        this.lock = lock;
        this.aside = aside;
    }

    /** @throws IOException saying in a sentence why the folder can't be used */
    static SpillFolder open(Path path) throws IOException {
        Files.createDirectories(path);
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new SpillFolder(path, channel, countAside(path));
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("another run of this process holds {}", path, e);
        }
        channel.close();
        throw new IOException("another ingest uses it: give each its own folder");
    }

    Path path() {
        return path;
    }

    /** Every file that ends like a segment, in the order of their names. */
    List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SegmentName.ENDING))
                    .sorted()
                    .toList();
        }
    }

    /** Files put aside by this and earlier runs. */
    long aside() {
        return aside;
    }

    private static long countAside(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ASIDE))
                    .count();
        }
    }

    /** Renames a file so that no run looks at it again. */
    void putAside(Path file, String reason) {
        try {
            Path kept = file.resolveSibling(file.getFileName() + ASIDE);
            Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
            aside++;
            LOG.error("{}; the file is kept as {}", reason, kept);
        } catch (IOException e) {
            LOG.error("{}; the file can't be renamed either: {}", reason, e.toString());
        }
    }

    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} was sent but can't be deleted: {}", file, e.toString());
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("the lock of {} could not be closed: {}", path, e.toString());
        }
    }
}
