package dev.sextant.ingest.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Objects as files below a folder. A file is there whole or not at all. */
public final class FolderObjects implements ArchiveObjects {

    private final Path folder;

    public FolderObjects(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(String key, byte[] content) throws ObjectStoreException {
        Path file = folder.resolve(key);
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel out = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer left = ByteBuffer.wrap(content);
                while (left.hasRemaining()) {
                    out.write(left);
                }
                out.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ObjectStoreException(file + " can't be written: " + e.getMessage(), e);
        }
    }

    @Override
    public byte[] get(String key) throws ObjectStoreException {
        Path file = folder.resolve(key);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ObjectStoreException(file + " can't be read: " + e.getMessage(), e);
        }
    }
}
