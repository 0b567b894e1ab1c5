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

    /** One setting, or several that are read together. Empty findings mean that it is as the desk needs it. */
    @FunctionalInterface
    private interface Look {
        List<String> findings() throws VenueUnavailableException, MalformedAnswerException;
    }

    /**
     * What stands in the way of trading, one sentence each; empty when nothing does.
     *
     * @throws VenueUnavailableException when the settings can't be read; the desk must not start entries on that
     */
    public List<String> check() throws VenueUnavailableException {
        List<String> findings = new ArrayList<>(positionMode());
        findings.addAll(account());
        findings.addAll(symbols());
        return List.copyOf(findings);
    }

    /** Of the position mode, which is of the whole account: hedge mode would make two positions of one. */
    public List<String> positionMode() throws VenueUnavailableException {
        return look(() -> VenueJson.flag(read("/fapi/v1/positionSide/dual", 30), "dualSidePosition")
                ? List.of("the account is in hedge mode; switch its position mode to one-way")
                : List.of());
    }

    /** Of the account itself. In multi-assets mode other assets would back positions that are reckoned in one. */
    public List<String> account() throws VenueUnavailableException {
        return look(() -> {
            JsonNode config = read("/fapi/v1/accountConfig", 5);
            List<String> findings = new ArrayList<>();
            if (!VenueJson.flag(config, "canTrade")) {
                findings.add("the account may not trade (canTrade is false)");
            }
            if (VenueJson.flag(config, "multiAssetsMargin")) {
                findings.add("the account is in multi-assets mode; switch its asset mode to single-asset");
            }
            return findings;
        });
    }

    /** Of margin type and leverage of each expected symbol. */
    public List<String> symbols() throws VenueUnavailableException {
        return look(() -> symbolFindings(VenueJson.list(read("/fapi/v1/symbolConfig", 5))));
    }

    private static List<String> look(Look look) throws VenueUnavailableException {
        try {
            return look.findings();
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
