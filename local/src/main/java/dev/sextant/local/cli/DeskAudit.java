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

/** The log of the running desk, page by page. */
record DeskAudit(RunningDesk desk) implements AuditSource {

    private static final String LOG = "/api/v1/audit?order=oldest";

    @Override
    public List<AuditWitness> witnesses() {
        JsonNode answer = desk.read("/api/v1/audit/witnesses");
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
            desk.eachItem(LOG, row -> to.accept(AuditLine.read(row)));
        } catch (BadAuditLineException e) {
            throw UserError.failed("a row of the desk's log " + e.getMessage());
        }
    }

    /** Writes every row as a line and says how many there were. */
    long lines(BufferedWriter out) throws IOException {
        long[] rows = {0};
        try {
            desk.eachItem(LOG, row -> {
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
