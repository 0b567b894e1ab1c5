package dev.sextant.local.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The component statuses of the local desk, in the shapes that the API's health page documents. */
final class DeskStatus {

    private DeskStatus() {}

    static Map<String, JsonNode> of(DeskAccount account, DeskMarket market, Mappings mappings) {
        Map<String, JsonNode> statuses = new LinkedHashMap<>(market.statuses());
        statuses.put("desk", desk(account));
        statuses.put("pollers", mappings.status());
        return statuses;
    }

    private static ObjectNode desk(DeskAccount account) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("mode", account.mode().word())
                .put("account", account.name().name())
                .put("version", Desk.VERSION);
    }
}
