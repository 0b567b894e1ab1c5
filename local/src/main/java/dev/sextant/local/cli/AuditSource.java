package dev.sextant.local.cli;

import dev.sextant.domain.audit.AuditRow;
import dev.sextant.domain.audit.AuditWitness;
import java.util.List;
import java.util.function.Consumer;

/** Where an audit log is read from. */
interface AuditSource {

    /** Who remembers rows of it; asked before its rows are. */
    List<AuditWitness> witnesses();

    /** Gives every row, oldest first. */
    void rows(Consumer<AuditRow> to);
}
