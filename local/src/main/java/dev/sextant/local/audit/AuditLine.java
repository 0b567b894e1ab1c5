package dev.sextant.local.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sextant.domain.audit.AuditRow;
import dev.sextant.domain.time.IsoTime;

/** A row of the log as JSON, as the API tells it and as an export keeps it: one line each. */
public final class AuditLine {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private AuditLine() {}

    /** @throws BadAuditLineException naming the field that is not there or can't be */
    public static AuditRow read(String line) {
        try {
            JsonNode row = JSON.readTree(line);
            if (row == null || !row.isObject()) {
                throw new BadAuditLineException("is not a row of the audit log, expected a JSON object");
            }
            return read(row);
        } catch (JsonProcessingException _) {
            throw new BadAuditLineException("is not JSON");
        }
    }

    /** @throws BadAuditLineException naming the field that is not there or can't be */
    public static AuditRow read(JsonNode row) {
        long atMicros = number(row, "at_us");
        if (!text(row, "at").equals(IsoTime.print(Math.floorDiv(atMicros, 1_000)))) {
            throw new BadAuditLineException("has an at that is not the time in at_us");
        }
        return new AuditRow(
                text(row, "account"),
                number(row, "seq"),
                atMicros,
                text(row, "actor"),
                text(row, "action"),
                text(row, "subject"),
                text(row, "detail"),
                text(row, "prev_hash"),
                text(row, "hash"));
    }

    private static String text(JsonNode row, String field) {
        JsonNode value = row.path(field);
        if (!value.isTextual()) {
            throw new BadAuditLineException("has no text " + field);
        }
        return value.textValue();
    }

    private static long number(JsonNode row, String field) {
        JsonNode value = row.path(field);
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw new BadAuditLineException("has no whole number " + field);
        }
        return value.longValue();
    }
}
