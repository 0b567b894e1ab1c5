package dev.sextant.local.poller;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

/** One small JSON file per mapping, replaced by an atomic rename after its bytes are on disk. */
public final class FileCheckpoints implements CheckpointStore {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> FORM = new TypeReference<>() {};

    private final Path folder;

    /** Keeps the files in a folder, which is created when needed. */
    public FileCheckpoints(Path folder) {
        this.folder = folder;
    }

    @Override
    public Map<String, String> load(String mapping) {
        Path file = file(mapping);
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return JSON.readValue(file.toFile(), FORM);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "checkpoints " + file + " can't be read: delete the file to process the stream from its start", e);
        }
    }

    @Override
    public void save(String mapping, Map<String, String> lastProcessed) {
        try {
            Files.createDirectories(folder);
            Path next = folder.resolve(mapping + ".json.new");
            try (FileChannel out = FileChannel.open(
                    next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                out.write(ByteBuffer.wrap(JSON.writeValueAsBytes(lastProcessed)));
                out.force(false);
            }
            Files.move(next, file(mapping), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("checkpoints of " + mapping + " can't be kept in " + folder, e);
        }
    }

    private Path file(String mapping) {
        return folder.resolve(mapping + ".json");
    }
}
