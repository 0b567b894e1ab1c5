package dev.sextant.domain.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows one account's audit log from its first row and notes what does not fit: an edited row, a missing one, one out of
 * its place, one that a witness remembers otherwise. A log that was rewritten from some row to its end with new hashes is
 * whole in itself; only a witness that the rewriter could not reach shows that.
 *
 * <p>Used by {@code ./sextant audit verify}. Holds one row and the witnesses, however long the log is.
 */
public final class AuditChain {

    /** How many faults are kept; a log that was cut up has as many as rows. */
    public static final int MOST_FAULTS = 100;

    private final Map<Long, List<AuditWitness>> witnesses = new HashMap<>();
    private final List<AuditFault> faults = new ArrayList<>();
    private String lastHash = AuditRow.GENESIS;
    private long lastSeq;
    private long rows;
    private long found;

    /** @param witnesses of any rows, also of ones that may be missing */
    public AuditChain(Collection<AuditWitness> witnesses) {
        witnesses.forEach(witness -> this.witnesses
                .computeIfAbsent(witness.seq(), _ -> new ArrayList<>())
                .add(witness));
    }

    /** Takes the next row, in the order in which the log gives them. */
    public void add(AuditRow row) {
        rows++;
        if (row.seq() <= lastSeq) {
            fault(row.seq(), "row " + row.seq() + " stands after row " + lastSeq);
        } else if (row.seq() > lastSeq + 1) {
            fault(lastSeq + 1, missing(lastSeq + 1, row.seq() - 1));
        } else if (!row.prevHash().equals(lastHash)) {
            fault(row.seq(), "row " + row.seq() + " does not follow the row before it");
        }
        if (!row.computedHash().equals(row.hash())) {
            fault(row.seq(), "row " + row.seq() + " is not what was written");
        }
        List<AuditWitness> told = witnesses.remove(row.seq());
        if (told != null) {
            told.stream()
                    .filter(witness -> !witness.hash().equals(row.hash()))
                    .forEach(
                            witness -> fault(row.seq(), "row " + row.seq() + " is not as " + witness.name() + " says"));
        }
        if (row.seq() > lastSeq) {
            lastSeq = row.seq();
            lastHash = row.hash();
        }
    }

    /** Says that the log has no more rows: witnesses of rows that never came speak up. */
    public void end() {
        witnesses.values().stream()
                .flatMap(List::stream)
                .filter(witness -> witness.seq() > 0)
                .sorted((a, b) -> Long.compare(a.seq(), b.seq()))
                .forEach(witness ->
                        fault(witness.seq(), "row " + witness.seq() + " is missing, which " + witness.name() + " has"));
        witnesses.clear();
    }

    /** How many rows came. */
    public long rows() {
        return rows;
    }

    /** How many faults there are. */
    public long found() {
        return found;
    }

    /** The first {@value #MOST_FAULTS} of them, as they were met. */
    public List<AuditFault> faults() {
        return List.copyOf(faults);
    }

    private static String missing(long from, long to) {
        return from == to ? "row " + from + " is missing" : "rows " + from + " to " + to + " are missing";
    }

    private void fault(long seq, String told) {
        found++;
        if (faults.size() < MOST_FAULTS) {
            faults.add(new AuditFault(seq, told));
        }
    }
}
