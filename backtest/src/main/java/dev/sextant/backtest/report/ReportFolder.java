package dev.sextant.backtest.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder with one file per report, {@code <id>.json}. A report is written once, whole or not at all, and never again: a
 * second one of the same id must be the same to the byte. Several programs may write at once.
 */
public final class ReportFolder {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
    private static final String SUFFIX = ".json";

    private final Path folder;

    /** The folder need not be there yet. */
    public ReportFolder(Path folder) {
        this.folder = folder;
    }

    /** Whether a text is a report's id. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * Keeps a report under its field {@code id}.
     *
     * @return whether it is new
     * @throws ReportException when it can't be written, or another one has this id
     */
    public boolean keep(ObjectNode report) {
        String id = report.path("id").asText();
        if (!isId(id)) {
            throw new IllegalArgumentException("id is '" + id + "', expected 64 lower-case hex digits");
        }
        byte[] text = (report + "\n").getBytes(StandardCharsets.UTF_8);
        Path target = file(id);
        try {
            Files.createDirectories(folder);
            if (Files.exists(target)) {
                return isSame(target, text);
            }
            Path draft = Files.createTempFile(folder, id, ".draft");
            try {
                write(draft, text);
                Files.move(draft, target);
            } finally {
                Files.deleteIfExists(draft);
            }
            return true;
        } catch (FileAlreadyExistsException e) {
            return isSame(target, text);
        } catch (IOException e) {
            throw new ReportException("the report can't be kept in " + folder + ": " + e.getMessage());
        }
    }

    private static void write(Path draft, byte[] text) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(text);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** False when the report that is kept is this one. */
    private static boolean isSame(Path kept, byte[] text) {
        try {
            if (Arrays.equals(Files.readAllBytes(kept), text)) {
                return false;
            }
        } catch (IOException e) {
            throw new ReportException(kept + " can't be read: " + e.getMessage());
        }
        throw new ReportException(kept + " holds another result of the same run: it was made by other code, or changed."
                + " It is left as it is; move it away to keep this one");
    }

    /** A report by its id, as it was kept. */
    public Optional<JsonNode> find(String id) {
        return isId(id) && Files.exists(file(id)) ? Optional.of(read(file(id))) : Optional.empty();
    }

    private Path file(String id) {
        return folder.resolve(id + SUFFIX);
    }

    /** What is kept, written last first, so many at most. */
    public List<KeptReport> newest(int most) {
        return files().stream().limit(most).toList();
    }

    /** Every report, one after the other, those written last first. */
    public void forEach(Consumer<JsonNode> to) {
        files().forEach(kept -> to.accept(read(file(kept.id()))));
    }

    private List<KeptReport> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<KeptReport> found = new ArrayList<>();
            for (Path file : files.filter(ReportFolder::isReport).toList()) {
                String name = String.valueOf(file.getFileName());
                found.add(new KeptReport(
                        name.substring(0, name.length() - SUFFIX.length()),
                        Files.getLastModifiedTime(file).toMillis()));
            }
            found.sort(Comparator.comparingLong(KeptReport::keptMs).reversed().thenComparing(KeptReport::id));
            return found;
        } catch (IOException e) {
            throw new ReportException(folder + " can't be read: " + e.getMessage());
        }
    }

    private static boolean isReport(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(SUFFIX) && isId(name.substring(0, name.length() - SUFFIX.length()));
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new ReportException(file + " is no report: it was changed after it was written");
        } catch (IOException e) {
            throw new ReportException(file + " can't be read: " + e.getMessage());
        }
    }
}
