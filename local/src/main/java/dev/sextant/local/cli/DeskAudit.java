package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.audit.AuditRow;
import dev.sextant.domain.audit.AuditWitness;
import dev.sextant.local.audit.AuditLine;
import dev.sextant.local.audit.BadAuditLineException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The log of the running desk, page by page.
 *
 * @param account whose; null for the desk's own
 */
record DeskAudit(RunningDesk desk, @Nullable String account) implements AuditSource {

    DeskAudit(RunningDesk desk) {
        this(desk, null);
    }

    /** Those of all its accounts, its own first. */
    static List<DeskAudit> all(RunningDesk desk) {
        List<DeskAudit> all = new ArrayList<>();
        desk.read("/api/v1/accounts")
                .path("items")
                .forEach(
                        item -> all.add(new DeskAudit(desk, item.path("account").asText())));
        return all;
    }

    private String path(String path) {
        return account == null ? path : path + (path.contains("?") ? "&" : "?") + "account=" + account;
    }

    @Override
    public List<AuditWitness> witnesses() {
        JsonNode answer = desk.read(path("/api/v1/audit/witnesses"));
        List<AuditWitness> witnesses = new ArrayList<>();
        if (answer.path("head").isObject()) {
            witnesses.add(witness(answer.path("head"), "the head of the log"));
        }
        answer.path("anchors")
                .forEach(anchor -> witnesses.add(
                        witness(anchor, "the anchor of " + anchor.path("day").asText())));
        return witnesses;
    }

    @Override
    public void rows(Consumer<AuditRow> to) {
        try {
            desk.eachItem(path("/api/v1/audit?order=oldest"), row -> to.accept(AuditLine.read(row)));
        } catch (BadAuditLineException e) {
            throw UserError.failed("a row of the desk's log " + e.getMessage());
        }
    }

    /** Writes every row as a line and says how many there were. */
    long lines(BufferedWriter out) throws IOException {
        long[] rows = {0};
        try {
            desk.eachItem(path("/api/v1/audit?order=oldest"), row -> {
                try {
                    out.append(row.toString()).append('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                rows[0]++;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return rows[0];
    }

    private static AuditWitness witness(JsonNode node, String name) {
        return new AuditWitness(node.path("seq").asLong(), node.path("hash").asText(), name);
    }
}
