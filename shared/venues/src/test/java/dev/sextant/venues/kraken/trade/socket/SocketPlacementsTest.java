package dev.sextant.venues.kraken.trade.socket;

import static dev.sextant.venues.kraken.trade.socket.PrivateRequestsTest.NOW_MS;
import static dev.sextant.venues.kraken.trade.socket.PrivateRequestsTest.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sextant.domain.venue.Placement;
import dev.sextant.venues.kraken.trade.KrakenOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketPlacementsTest {

    private static final KrakenOrder ORDER = order("b1", "BTC/USD");
    private final PrivateSocketReader reader = new PrivateSocketReader();

    private Placement one(String message) {
        return SocketPlacements.ofOne(ORDER, 7, NOW_MS, reader.read(message));
    }

    private static String placed(String more) {
        return "{\"method\":\"add_order\",\"req_id\":7,\"result\":{\"order_id\":\"AA5JGQ-SBMRC-SCJ7J7\"" + more
                + "},\"success\":true,\"time_in\":\"x\"}";
    }

    private static String refused(String error) {
        return "{\"method\":\"add_order\",\"req_id\":7,\"success\":false,\"error\":\"" + error + "\"}";
    }

    @Test
    void anOrderIdForOurRequestIsAccepted() {
        for (String more : List.of("", ",\"cl_ord_id\":\"b1\"", ",\"warnings\":[\"slow\"]", ",\"order_userref\":0")) {
            Placement.Accepted accepted = assertInstanceOf(Placement.Accepted.class, one(placed(more)));
            assertEquals("AA5JGQ-SBMRC-SCJ7J7", accepted.order().venueOrderId());
            assertEquals(NOW_MS, accepted.order().updatedAtMs());
        }
    }

    @Test
    void listedErrorsAreWhatTheTableSays() {
        assertEquals(
                new Placement.Rejected("EOrder:Insufficient funds", "EOrder:Insufficient funds", false, false),
                one(refused("EOrder:Insufficient funds")));
        assertEquals(true, ((Placement.Rejected) one(refused("EOrder:Rate limit exceeded"))).retryable());
        assertEquals(true, ((Placement.Rejected) one(refused("EAPI:Invalid key"))).halt());
        assertInstanceOf(Placement.Unknown.class, one(refused("EService:Busy")));
        assertInstanceOf(Placement.Unknown.class, one(refused("EOrder:New words")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"channel\":\"heartbeat\"}",
                "{\"method\":\"add_order\",\"req_id\":8,\"result\":{\"order_id\":\"A-B-C\"},\"success\":true}",
                "{\"method\":\"add_order\",\"result\":{\"order_id\":\"A-B-C\"},\"success\":true}",
                "{\"method\":\"add_order\",\"req_id\":7,\"result\":{\"order_id\":\"A-B-C\",\"cl_ord_id\":\"b2\"},\"success\":true}",
                "{\"method\":\"add_order\",\"req_id\":7,\"result\":{},\"success\":true}",
                "{\"method\":\"add_order\",\"req_id\":7,\"success\":true}",
                "{\"method\":\"add_order\",\"req_id\":7,\"result\":{\"order_id\":\"A-B-C\"}}",
                "{\"method\":\"add_order\",\"req_id\":7,\"result\":{\"order_id\":\"A-B-C\"},\"success\":false,\"error\":\"EOrder:Insufficient funds\"}",
                "{\"method\":\"add_order\",\"req_id\":7,\"result\":{\"order_id\":\"A-B-C\"},\"success\":true,\"error\":\"EOrder:Insufficient funds\"}",
                "{\"method\":\"add_order\",\"req_id\":8,\"success\":false,\"error\":\"EOrder:Insufficient funds\"}",
                "{\"method\":\"add_order\",\"success\":false,\"error\":\"EOrder:Insufficient funds\"}",
                "{\"method\":\"cancel_order\",\"req_id\":7,\"success\":false,\"error\":\"EOrder:Insufficient funds\"}",
                "{\"method\":\"add_order\",\"req_id\":7,\"success\":false,\"error\":[\"EOrder:Insufficient funds\"]}",
                "{\"method\":\"edit_order\",\"req_id\":7,\"result\":{\"order_id\":\"A-B-C\"},\"success\":true}"
            })
    void everythingElseIsUnknown(String message) {
        assertInstanceOf(Placement.Unknown.class, one(message));
    }

    @Test
    void aBatchIsJudgedOrderByOrder() {
        List<KrakenOrder> orders = List.of(order("O-A", "BTC/USD"), order("O-B", "BTC/USD"));
        String partial = "{\"method\":\"batch_add\",\"req_id\":45,\"result\":[{\"order_id\":\"ORDERX-IDXXX-XXXXX1\","
                + "\"cl_ord_id\":\"O-A\"},{\"error\":\"EOrder:Insufficient funds\",\"cl_ord_id\":\"O-B\"}],\"success\":true}";
        List<Placement> placements = SocketPlacements.ofBatch(orders, 45, NOW_MS, reader.read(partial));
        assertInstanceOf(Placement.Accepted.class, placements.get(0));
        assertInstanceOf(Placement.Rejected.class, placements.get(1));
        String swapped = partial.replace("O-B", "O-C").replace("O-A", "O-B");
        assertUnknown(SocketPlacements.ofBatch(orders, 45, NOW_MS, reader.read(swapped)));
        assertUnknown(SocketPlacements.ofBatch(orders.subList(0, 1), 45, NOW_MS, reader.read(partial)));
        assertUnknown(SocketPlacements.ofBatch(orders, 46, NOW_MS, reader.read(partial)));
        String whole =
                "{\"method\":\"batch_add\",\"req_id\":45,\"success\":false,\"error\":\"EGeneral:Invalid arguments:x\"}";
        SocketPlacements.ofBatch(orders, 45, NOW_MS, reader.read(whole))
                .forEach(each -> assertInstanceOf(Placement.Rejected.class, each));
    }

    private static void assertUnknown(List<Placement> placements) {
        placements.forEach(each -> assertInstanceOf(Placement.Unknown.class, each));
    }
}
