package dev.sextant.local.audit;

import dev.sextant.domain.audit.AuditRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** An exported audit log. */
public final class AuditFile {

    private AuditFile() {}

    /**
     * Reads row by row, first line first.
     *
     * @throws BadAuditLineException naming file and line
     */
    public static void read(Path file, Consumer<AuditRow> rows) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                try {
                    rows.accept(AuditLine.read(line));
                } catch (BadAuditLineException e) {
                    throw new BadAuditLineException(file + ", line " + number + " " + e.getMessage());
                }
            }
        } catch (MalformedInputException _) {
            throw new BadAuditLineException(file + " is not text");
        }
    }
}
