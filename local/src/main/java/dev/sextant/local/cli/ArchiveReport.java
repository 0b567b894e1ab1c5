package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The archive for people: a line for each symbol and month. */
final class ArchiveReport {

    private static final int MONTH_CHARS = "2026-11".length();

    private ArchiveReport() {}

    static List<String> lines(Path folder, List<JsonNode> segments, List<String> wrong, boolean verified) {
        List<String> lines = new ArrayList<>();
        lines.add(
                segments.isEmpty()
                        ? "no hour is archived yet; one is written at most 65 minutes after its end"
                        : "in " + folder);
        byMonth(segments).forEach((month, hours) -> lines.add(line(month, hours)));
        if (verified && !segments.isEmpty()) {
            lines.add(
                    wrong.isEmpty()
                            ? "all " + segments.size() + " files are what was written"
                            : wrong.size() + " of " + segments.size() + " files are NOT what was written");
            wrong.forEach(each -> lines.add("  " + each));
        }
        return lines;
    }

    private static String line(String month, List<JsonNode> hours) {
        boolean here = hours.stream().allMatch(hour -> hour.path("in_database").asBoolean());
        return String.format(
                Locale.ROOT,
                "%-18s %4d hours  %,12d trades  %,12d bytes  %s",
                month,
                hours.size(),
                sum(hours, "trades"),
                sum(hours, "bytes"),
                here ? "also in the database" : "here only");
    }

    private static Map<String, List<JsonNode>> byMonth(List<JsonNode> segments) {
        return segments.stream()
                .collect(Collectors.groupingBy(
                        segment -> segment.path("symbol").asText() + " "
                                + segment.path("hour").asText().substring(0, MONTH_CHARS),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private static long sum(List<JsonNode> hours, String field) {
        return hours.stream().mapToLong(hour -> hour.path(field).asLong()).sum();
    }

    static ObjectNode json(Path folder, List<JsonNode> segments, List<String> wrong, boolean verified) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("folder", folder.toString()).put("verified", verified);
        report.putArray("segments").addAll(segments);
        wrong.forEach(report.putArray("wrong")::add);
        return report;
    }
}
