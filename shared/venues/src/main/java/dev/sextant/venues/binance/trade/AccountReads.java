package dev.sextant.venues.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.venue.VenuePosition;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.binance.trade.RepeatableCalls.Call;
import dev.sextant.venues.binance.trade.RequestBudget.Priority;
import dev.sextant.venues.binance.trade.RequestFactory.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Positions and wallet balances. */
final class AccountReads {

    private static final int WEIGHT = 5;

    private final RepeatableCalls calls;

    AccountReads(RepeatableCalls calls) {
        this.calls = calls;
    }

    List<VenuePosition> positions() throws VenueUnavailableException {
        try {
            return positions(list("/fapi/v3/positionRisk"));
        } catch (MalformedAnswerException e) {
            throw new VenueUnavailableException("positions: " + e.getMessage(), e);
        }
    }

    static List<VenuePosition> positions(JsonNode list) throws MalformedAnswerException {
        List<VenuePosition> positions = new ArrayList<>();
        for (JsonNode json : list) {
            if (!VenueJson.text(json, "positionSide").equals("BOTH")) {
                throw VenueJson.wrong(
                        "positionSide", json.path("positionSide"), "BOTH: the desk trades in one-way mode only");
            }
            BigDecimal signedQty = VenueJson.decimal(json, "positionAmt");
            if (signedQty.signum() != 0) {
                positions.add(
                        new VenuePosition(VenueJson.symbol(json), signedQty, VenueJson.decimal(json, "entryPrice")));
            }
        }
        return List.copyOf(positions);
    }

    Map<String, BigDecimal> balances() throws VenueUnavailableException {
        try {
            return balances(list("/fapi/v3/balance"));
        } catch (MalformedAnswerException e) {
            throw new VenueUnavailableException("balances: " + e.getMessage(), e);
        }
    }

    static Map<String, BigDecimal> balances(JsonNode list) throws MalformedAnswerException {
        Map<String, BigDecimal> balances = new TreeMap<>();
        for (JsonNode json : list) {
            balances.put(VenueJson.text(json, "asset"), VenueJson.decimal(json, "balance"));
        }
        return Collections.unmodifiableMap(balances);
    }

    private JsonNode list(String path) throws VenueUnavailableException, MalformedAnswerException {
        return VenueJson.list(
                calls.read(new Call(Method.GET, path, new Parameters(), WEIGHT, Priority.RECONCILIATION)));
    }
}
