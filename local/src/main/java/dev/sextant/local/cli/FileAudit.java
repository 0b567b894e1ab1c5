package dev.sextant.local.cli;

import dev.sextant.domain.audit.AuditRow;
import dev.sextant.domain.audit.AuditWitness;
import dev.sextant.local.audit.AuditFile;
import dev.sextant.local.audit.BadAuditLineException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The log in an exported file. */
record FileAudit(Path file) implements AuditSource {

    @Override
    public List<AuditWitness> witnesses() {
        return List.of();
    }

    @Override
    public void rows(Consumer<AuditRow> to) {
        try {
            AuditFile.read(file, to);
        } catch (BadAuditLineException e) {
            throw UserError.failed(String.valueOf(e.getMessage()));
        } catch (NoSuchFileException _) {
            throw UserError.usage("there is no file " + file);
        } catch (IOException e) {
            throw UserError.failed("cannot read " + file + ": " + e.getMessage());
        }
    }
}
