package dev.sextant.local.venue.stream;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** Listen keys of the private stream: one active per API key, valid for a while of wall time. */
public final class ListenKeys {

    private record Active(String listenKey, long expiresAtNanos) {}

    private final Duration validity;
    private final LongSupplier nanoTime;
    private final Map<String, Active> byApiKey = new TreeMap<>();
    private int created;

    ListenKeys(Duration validity, LongSupplier nanoTime) {
        this.validity = validity;
        this.nanoTime = nanoTime;
    }

    /** The active key, its life extended, or a new one. */
    public synchronized String createOrExtend(String apiKey) {
        Active active = byApiKey.get(apiKey);
        String listenKey = active == null ? derive(apiKey, created++) : active.listenKey();
        byApiKey.put(apiKey, new Active(listenKey, nanoTime.getAsLong() + validity.toNanos()));
        return listenKey;
    }

    /** Extends the active key; empty when there is none. */
    public synchronized Optional<String> extend(String apiKey) {
        return byApiKey.containsKey(apiKey) ? Optional.of(createOrExtend(apiKey)) : Optional.empty();
    }

    /** Ends the active key; empty when there was none. */
    public synchronized Optional<String> delete(String apiKey) {
        return Optional.ofNullable(byApiKey.remove(apiKey)).map(Active::listenKey);
    }

    synchronized boolean isActive(String listenKey) {
        return byApiKey.values().stream().anyMatch(active -> active.listenKey().equals(listenKey));
    }

    synchronized List<String> active() {
        return byApiKey.values().stream().map(Active::listenKey).toList();
    }

    /** Removes and returns the keys whose time is over. */
    synchronized List<String> expire() {
        long nowNanos = nanoTime.getAsLong();
        List<String> expired = new ArrayList<>();
        byApiKey.values().removeIf(active -> {
            boolean over = active.expiresAtNanos() - nowNanos <= 0;
            if (over) {
                expired.add(active.listenKey());
            }
            return over;
        });
        return expired;
    }

    private static String derive(String apiKey, int number) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((apiKey + "/" + number).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
