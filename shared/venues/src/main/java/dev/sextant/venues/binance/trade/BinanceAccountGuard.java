package dev.sextant.venues.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.binance.trade.RepeatableCalls.Call;
import dev.sextant.venues.binance.trade.RequestBudget.Priority;
import dev.sextant.venues.binance.trade.RequestFactory.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares the account's settings with what the desk relies on, at start-up. Only looks: a setting that differs is for a
 * human to change, because changing it behind somebody's back changes the risk of positions that are open.
 */
public final class BinanceAccountGuard {

    private final RepeatableCalls calls;
    private final SortedMap<Symbol, ExpectedSetting> expected;

    BinanceAccountGuard(RepeatableCalls calls, Map<Symbol, ExpectedSetting> expected) {
        this.calls = calls;
        this.expected = new TreeMap<>(expected);
    }

    /**
     * What stands in the way of trading, one sentence each; empty when nothing does.
     *
     * @throws VenueUnavailableException when the settings can't be read; the desk must not start entries on that
     */
    public List<String> check() throws VenueUnavailableException {
        List<String> findings = new ArrayList<>();
        try {
            if (VenueJson.flag(read("/fapi/v1/positionSide/dual", 30), "dualSidePosition")) {
                findings.add("the account is in hedge mode; switch its position mode to one-way");
            }
            if (!VenueJson.flag(read("/fapi/v1/accountConfig", 5), "canTrade")) {
                findings.add("the account may not trade (canTrade is false)");
            }
            findings.addAll(symbolFindings(VenueJson.list(read("/fapi/v1/symbolConfig", 5))));
            return List.copyOf(findings);
        } catch (MalformedAnswerException e) {
            throw new VenueUnavailableException("account settings: " + e.getMessage(), e);
        }
    }

    private List<String> symbolFindings(JsonNode configs) throws MalformedAnswerException {
        Map<String, JsonNode> bySymbol = new HashMap<>();
        for (JsonNode config : configs) {
            bySymbol.put(VenueJson.text(config, "symbol"), config);
        }
        List<String> findings = new ArrayList<>();
        for (Map.Entry<Symbol, ExpectedSetting> entry : expected.entrySet()) {
            JsonNode config = bySymbol.get(entry.getKey().name());
            if (config == null) {
                findings.add(entry.getKey() + " has no settings at the venue; is it listed and open to this account?");
            } else {
                findings.addAll(differences(entry.getKey(), entry.getValue(), config));
            }
        }
        return findings;
    }

    private static List<String> differences(Symbol symbol, ExpectedSetting expected, JsonNode config)
            throws MalformedAnswerException {
        List<String> findings = new ArrayList<>();
        String marginType = VenueJson.text(config, "marginType");
        if (!marginType.equals(expected.marginType().name())) {
            findings.add(symbol + " has margin type " + marginType + ", expected " + expected.marginType());
        }
        long leverage = VenueJson.whole(config, "leverage");
        if (leverage != expected.leverage()) {
            findings.add(symbol + " has leverage " + leverage + ", expected " + expected.leverage());
        }
        return findings;
    }

    private JsonNode read(String path, int weight) throws VenueUnavailableException {
        return calls.read(new Call(Method.GET, path, new Parameters(), weight, Priority.READ));
    }
}
