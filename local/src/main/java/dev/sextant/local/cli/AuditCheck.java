package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.audit.AuditChain;
import dev.sextant.domain.audit.AuditWitness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows a log from its first row to its last, and tells what came of it. */
final class AuditCheck {

    private AuditCheck() {}

    static AuditChain of(AuditSource source, @Nullable Path against) {
        List<AuditWitness> witnesses = new ArrayList<>(source.witnesses());
        if (against != null) {
            new FileAudit(against)
                    .rows(row -> witnesses.add(new AuditWitness(
                            row.seq(), row.hash(), against.getFileName().toString())));
        }
        AuditChain chain = new AuditChain(witnesses);
        source.rows(chain::add);
        chain.end();
        return chain;
    }

    static List<String> lines(AuditChain chain) {
        List<String> lines = new ArrayList<>();
        if (chain.found() == 0) {
            lines.add("the audit log holds: " + chain.rows() + " rows, each as it was written");
            return lines;
        }
        lines.add("the audit log was CHANGED: " + chain.found() + " faults in " + chain.rows() + " rows");
        chain.faults().forEach(fault -> lines.add("  " + fault.told()));
        if (chain.found() > chain.faults().size()) {
            lines.add("  and " + (chain.found() - chain.faults().size()) + " more");
        }
        return lines;
    }

    /** Of several accounts; each is named where there is more than one. */
    static List<String> lines(Map<String, AuditChain> chains) {
        List<String> lines = new ArrayList<>();
        chains.forEach((account, chain) -> {
            List<String> told = lines(chain);
            lines.add((chains.size() > 1 ? account + ": " : "") + told.getFirst());
            lines.addAll(told.subList(1, told.size()));
        });
        return lines;
    }

    static ObjectNode json(Map<String, AuditChain> chains) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        long found = chains.values().stream().mapToLong(AuditChain::found).sum();
        report.put("holds", found == 0)
                .put(
                        "rows",
                        chains.values().stream().mapToLong(AuditChain::rows).sum())
                .put("found", found);
        ArrayNode faults = report.putArray("faults");
        chains.forEach((account, chain) -> chain.faults()
                .forEach(fault -> faults.addObject()
                        .put("log", account)
                        .put("seq", fault.seq())
                        .put("told", fault.told())));
        return report;
    }
}
