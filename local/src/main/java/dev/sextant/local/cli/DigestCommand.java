package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sextant digest}: what the last days brought. */
@Command(
        name = "digest",
        mixinStandardHelpOptions = true,
        description = "Shows what today and the days before it brought.")
final class DigestCommand implements Callable<Integer> {

    private static final int MOST_DAYS = 500;

    @Option(names = "--days", defaultValue = "7", description = "how many days, 1 to 500 (default: ${DEFAULT-VALUE})")
    private int days;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() {
        if (days < 1 || days > MOST_DAYS) {
            throw UserError.usage("--days is " + days + ", expected 1 to " + MOST_DAYS);
        }
        JsonNode digests = new RunningDesk(DeskHome.state()).read("/api/v1/digests?limit=" + days);
        if (json) {
            System.out.println(digests);
        } else {
            digests.path("items").forEach(digest -> lines(digest).forEach(System.out::println));
        }
        return Sextant.OK;
    }

    static List<String> lines(JsonNode digest) {
        List<String> lines = new ArrayList<>();
        lines.add(text(digest, "day") + (digest.path("whole").asBoolean() ? "" : ", so far") + ": "
                + text(digest, "trades") + " trades closed (" + text(digest, "wins") + " won, "
                + text(digest, "losses") + " lost), net " + text(digest, "net_pnl") + ", "
                + text(digest, "pnl_r") + " R, fees " + text(digest, "fees"));
        lines.add("  " + text(digest, "decisions") + " decisions, " + text(digest, "signals") + " signals"
                + counts(", refused", digest.path("refused")) + counts("; exits", digest.path("exits"))
                + counts("; orders", digest.path("orders")));
        lines.add("  " + text(digest, "open_trades") + " trades open at its end, " + text(digest, "gaps")
                + " gaps in the data, " + text(digest, "gaps_open") + " of them open");
        return lines;
    }

    private static String counts(String what, JsonNode counts) {
        List<String> each = new ArrayList<>();
        counts.properties().forEach(count -> each.add(count.getValue().asText() + " " + count.getKey()));
        return each.isEmpty() ? "" : what + " " + String.join(", ", each);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
