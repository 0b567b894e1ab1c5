package dev.sextant.backtest.sweep;

import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A file that was replayed.
 *
 * @param name without its folder
 * @param format the word of its dialect
 * @param bytes as it lies there, packed or not
 * @param sha256 of those bytes, 64 hex digits
 */
public record RecordedInput(String name, String format, long bytes, String sha256) {

    private static final int CHUNK = 1 << 16;

    /** The files as they are now; each is read once. */
    public static List<RecordedInput> of(List<BookFile> files) throws RecordingException {
        List<RecordedInput> inputs = new ArrayList<>();
        for (BookFile file : files) {
            inputs.add(of(file));
        }
        return inputs;
    }

    private static RecordedInput of(BookFile file) throws RecordingException {
        Path path = file.path();
        try (InputStream content = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[CHUNK];
            long bytes = 0;
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                digest.update(chunk, 0, read);
                bytes += read;
            }
            String hash = HexFormat.of().formatHex(digest.digest());
            return new RecordedInput(
                    String.valueOf(path.getFileName()), file.format().word(), bytes, hash);
        } catch (IOException e) {
            throw new RecordingException(path, "can't be read: " + e.getMessage());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
