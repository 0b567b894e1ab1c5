package dev.sextant.ingest.opportunity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.ingest.store.StoreException;
import dev.sextant.platform.telemetry.Metrics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns each posted status of a watch into metrics: how much its feed's totals have grown since the last one. */
public final class MeteredOpportunities implements OpportunityStore {

    /** Under which the figures are told, whoever watches. */
    public static final String SERVICE = "kraken";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Totals of the feed, by their metric. */
    private static final Map<String, String> TOTALS = Map.of(
            "messages", "BookMessages",
            "connections", "BookConnections",
            "wrong_checksums", "BookChecksumsWrong",
            "unreadable", "BookMessagesUnreadable",
            "unanswered_pings", "BookPingsUnanswered");

    private final OpportunityStore store;
    private final Metrics metrics;
    private final Map<String, Long> known = new HashMap<>();

    /** @param metrics of {@link #SERVICE} */
    public MeteredOpportunities(OpportunityStore store, Metrics metrics) {
        this.store = store;
        this.metrics = metrics;
    }

    @Override
    public void post(String status) throws StoreException {
        measure(status);
        store.post(status);
    }

    private void measure(String text) {
        JsonNode feed;
        try {
            feed = JSON.readTree(text).path("feed");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a status is a JSON object, not " + text, e);
        }
        TOTALS.forEach((field, name) -> {
            long total = feed.path(field).asLong();
            Long before = known.put(name, total);
            // Totals begin anew with another feed.
            metrics.count(name, before == null || total < before ? total : total - before);
        });
        metrics.flush();
    }

    @Override
    public void interrupt(String venue) throws StoreException {
        store.interrupt(venue);
    }

    @Override
    public void save(List<OpportunityRecord> records) throws StoreException {
        store.save(records);
    }

    @Override
    public void taken(String opportunityId, String planId) throws StoreException {
        store.taken(opportunityId, planId);
    }

    @Override
    public void left(String opportunityId, String reason) throws StoreException {
        store.left(opportunityId, reason);
    }
}
