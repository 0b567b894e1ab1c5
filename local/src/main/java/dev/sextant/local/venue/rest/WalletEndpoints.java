package dev.sextant.local.venue.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.local.venue.wire.Json;
import java.util.List;

/** What the wallet's side tells of a key. The exchange serves it on another host, and its testnet not at all. */
final class WalletEndpoints {

    private static final String PATH = "/sapi/v1/account/apiRestrictions";
    private static final long MADE_AT_MS = 1_723_000_000_000L;

    private final Rights rights;

    WalletEndpoints(Rights rights) {
        this.rights = rights;
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.signed("GET", PATH, 1, _ -> restrictions()));
    }

    private JsonNode restrictions() {
        return Json.object()
                .put("ipRestrict", rights.tiedToAddresses())
                .put("createTime", MADE_AT_MS)
                .put("enableReading", true)
                .put("enableWithdrawals", rights.withdrawals())
                .put("enableInternalTransfer", rights.internalTransfers())
                .put("enableMargin", rights.spot())
                .put("enableFutures", rights.futures())
                .put("permitsUniversalTransfer", rights.universalTransfers())
                .put("enableVanillaOptions", false)
                .put("enableFixApiTrade", false)
                .put("enableFixReadOnly", false)
                .put("enableSpotAndMarginTrading", rights.spot())
                .put("enablePortfolioMarginTrading", false);
    }
}
