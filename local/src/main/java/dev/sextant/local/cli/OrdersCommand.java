package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sextant orders}: the newest orders of the running desk. */
@Command(name = "orders", description = "Shows the newest orders, newest first.")
final class OrdersCommand extends ListCommand {

    private static final int MOST = 500;

    @Option(names = "--limit", defaultValue = "20", description = "how many, 1 to 500 (default: ${DEFAULT-VALUE})")
    private int limit;

    @Option(names = "--state", description = "only those in this state, for example OPEN or FILLED")
    private @Nullable String state;

    @Option(names = "--symbol", description = "only those of this symbol")
    private @Nullable String symbol;

    @Option(
            names = "--account",
            description = "those of another account of the desk, such as the triangles'; without it the desk's own")
    private @Nullable String account;

    @Option(names = "--external", description = "those at the venue that are not the desk's")
    private boolean external;

    @Override
    String path() {
        if (limit < 1 || limit > MOST) {
            throw UserError.usage("--limit is " + limit + ", expected 1 to " + MOST);
        }
        if (external) {
            if (state != null || symbol != null || account != null) {
                throw UserError.usage("--external goes with --limit only");
            }
            return "/api/v1/orders/external?limit=" + limit;
        }
        return "/api/v1/orders?limit=" + limit + word("state", state) + word("symbol", symbol)
                + word("account", account);
    }

    private static String word(String name, @Nullable String value) {
        if (value == null) {
            return "";
        }
        if (!value.matches("[A-Za-z0-9_.-]{1,40}(?:/[A-Za-z0-9_.-]{1,40})?")) {
            throw UserError.usage("--" + name + " is '" + value + "', expected letters, digits and _ . - /");
        }
        return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    List<String> table(JsonNode items) {
        return external ? externalTable(items) : ownTable(items);
    }

    private static List<String> externalTable(JsonNode items) {
        Columns table = new Columns("SEEN", "SYMBOL", "KIND", "STATUS", "FILLED", "VENUE ID", "CLIENT ID");
        for (JsonNode order : items) {
            table.row(
                    text(order, "first_seen_at"),
                    text(order, "symbol"),
                    text(order, "kind"),
                    text(order, "status"),
                    text(order, "filled_qty"),
                    text(order, "venue_order_id"),
                    text(order, "client_order_id"));
        }
        return table.lines();
    }

    private static List<String> ownTable(JsonNode items) {
        Columns table = new Columns(
                "CREATED", "SYMBOL", "PURPOSE", "SIDE", "QTY", "FILLED", "PRICE", "STATE", "STRATEGY", "WHY");
        for (JsonNode order : items) {
            String filledAt = text(order, "average_price");
            table.row(
                    text(order, "created_at"),
                    text(order, "symbol"),
                    text(order, "purpose"),
                    text(order, "side"),
                    text(order, "qty"),
                    text(order, "filled_qty"),
                    filledAt.equals("-") ? text(order, "trigger_price") : filledAt,
                    text(order, "state"),
                    text(order, "strategy"),
                    text(order, "reason"));
        }
        return table.lines();
    }
}
