package dev.sextant.backtest.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What a report is known by: the hash of all that its results follow from. Names of files are no part of it. */
final class ReportId {

    private ReportId() {}

    /**
     * 64 hex digits.
     *
     * @param kind {@code sweep} or {@code replay}
     * @param version of the program
     */
    static String of(String kind, String version, List<RecordedInput> inputs, JsonNode plan) {
        ObjectNode all = JsonNodeFactory.instance.objectNode().put("kind", kind).put("version", version);
        ArrayNode files = all.putArray("inputs");
        inputs.forEach(input -> files.addObject().put("format", input.format()).put("sha256", input.sha256()));
        all.set("plan", plan);
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
