package dev.sextant.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.domain.order.OrderState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A desk killed while a triangle is under way, and started again: what the venue was told is brought to its end, once. The venue
 * on loopback dies with the desk; it remembers what reached it, and what did not has never been placed.
 */
@Timeout(600)
class KilledPlanTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACCOUNT = "paper-main-kraken";
    private static final Set<String> ENDED = Set.of("COMPLETE", "UNWOUND", "MISSED", "RESIDUAL");

    private static final Set<String> IN_DOUBT = Set.of("UNKNOWN", "QUARANTINED");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"direct", "stream"})
    void whatTheVenueWasToldOfAPlanIsBroughtToItsEndOnce(String lane) throws Exception {
        try (RunningDesk desk = up(lane)) {
            desk.await("a plan that holds what its first order brought", () -> holds(desk));
            desk.kill();
        }
        Set<String> reached = ordersAtVenue();
        try (RunningDesk again = up(lane)) {
            again.await(
                    "a desk that has reconciled",
                    () -> again.get("/health").path("status").asText().equals("HEALTHY"));
            again.await(
                    "the end of every plan that can end",
                    () -> again.all("/plans").stream().allMatch(plan -> isOver(plan) || waits(again, plan)));
            List<String> ids =
                    orders(again).stream().map(KilledPlanTest::clientId).toList();
            assertEquals(Set.copyOf(ids).size(), ids.size(), "no id twice");
            assertTrue(ids.containsAll(reached), "the desk knows every order that reached the venue");
            Set<String> known = ordersAtVenue();
            for (JsonNode order : orders(again)) {
                assertTrue(
                        isFinal(order) || !known.contains(clientId(order)),
                        () -> "the venue knows it, and yet it is not over: " + order);
            }
            JsonNode report = again.stop();
            assertEquals(0, report.path("position_mismatch").asLong(-1), report.toString());
            long lost = report.path("unknown_orders").asLong()
                    + report.path("quarantined_orders").asLong();
            assertEquals(lost == 0 ? 0 : 1, again.exitCode(), report.toString());
        }
    }

    private RunningDesk up(String lane) throws Exception {
        CommandLine sextant = new CommandLine(
                folder.resolve("state"), Map.of("SEXTANT__KRAKEN__LANE", lane, "SEXTANT__VENUE__LATENCY_MS", "40"));
        return RunningDesk.up(
                sextant, folder, "--venue", "kraken", "--synthetic", "5", "--hours", "1", "--history", "0");
    }

    private static boolean holds(RunningDesk desk) {
        return desk.all("/plans?live=true").stream()
                .flatMap(plan -> ordersOf(desk, plan).stream())
                .anyMatch(order -> order.path("filled_qty").asDouble() > 0);
    }

    private static boolean isOver(JsonNode plan) {
        return ENDED.contains(plan.path("outcome").asText())
                || plan.path("state").asText().equals("RISK_REJECTED");
    }

    /** For an order that was on its way when the venue died. The desk can't know that, and waits as for a lost one. */
    private boolean waits(RunningDesk desk, JsonNode plan) {
        return ordersOf(desk, plan).stream()
                .filter(order -> IN_DOUBT.contains(order.path("state").asText()))
                .anyMatch(order -> !ordersAtVenue().contains(clientId(order)));
    }

    private static boolean isFinal(JsonNode order) {
        return OrderState.valueOf(order.path("state").asText()).isFinal();
    }

    private static String clientId(JsonNode order) {
        return order.path("client_order_id").asText();
    }

    private static List<JsonNode> orders(RunningDesk desk) {
        return desk.all("/orders?account=" + ACCOUNT);
    }

    private static List<JsonNode> ordersOf(RunningDesk desk, JsonNode plan) {
        return orders(desk).stream()
                .filter(order -> order.path("trade_id").equals(plan.path("plan_id")))
                .toList();
    }

    /** The last line may be half written: what stands there is not known yet. */
    private Set<String> ordersAtVenue() {
        Set<String> ids = new HashSet<>();
        try {
            String text = Files.readString(folder.resolve("state/kraken-account.jsonl"));
            for (String line :
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                JsonNode entry = JSON.readTree(line);
                if (entry.path("do").asText().equals("order")) {
                    ids.add(entry.path("client_id").asText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }
}
