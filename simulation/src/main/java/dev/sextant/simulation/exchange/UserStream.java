package dev.sextant.simulation.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The exchange's side of the user data stream: one key an account at a time, and whoever listens with it. */
public final class UserStream {

    /** How long a key lives unless it is extended. */
    public static final long VALID_MS = 3_600_000;

    /** One connection, as the exchange sees it. */
    public interface Ear {

        /** A message leaves. */
        void hear(String text);

        /** The exchange ends the connection. */
        void end();
    }

    private final Map<Ear, String> ears = new LinkedHashMap<>();
    private @Nullable String key;
    private long validUntilMs;
    private long minted;

    // What is asked with the account's own key.

    /** The active key, extended, or a new one. */
    public String mint(long nowMs) {
        String active = active(nowMs).orElseGet(() -> "listen-key-" + ++minted);
        key = active;
        validUntilMs = nowMs + VALID_MS;
        return active;
    }

    /** Extends the active key; false when there is none. */
    public boolean extend(long nowMs) {
        boolean there = active(nowMs).isPresent();
        if (there) {
            validUntilMs = nowMs + VALID_MS;
        }
        return there;
    }

    private Optional<String> active(long nowMs) {
        return nowMs < validUntilMs ? Optional.ofNullable(key) : Optional.empty();
    }

    // What becomes of a key.

    /** The key ends before its time; whoever listens with it is told, and hears nothing more. */
    public void expire(long nowMs) {
        active(nowMs).ifPresent(ended -> {
            tell("{\"e\":\"listenKeyExpired\",\"E\":" + nowMs + ",\"listenKey\":\"" + ended + "\"}");
            key = null;
        });
    }

    /** Somebody else deletes the key; nobody is told. */
    public void delete() {
        key = null;
    }

    /** Ends the connections of keys that are no more. */
    public void endOthers() {
        List.copyOf(ears.keySet()).stream()
                .filter(ear -> !ears.getOrDefault(ear, "").equals(key))
                .forEach(ear -> {
                    ears.remove(ear);
                    ear.end();
                });
    }

    // Connections.

    /** Lets somebody listen; false when there is no such key. */
    public boolean connect(String withKey, Ear ear, long nowMs) {
        boolean known = active(nowMs).filter(withKey::equals).isPresent();
        if (known) {
            ears.put(ear, withKey);
        }
        return known;
    }

    public void disconnect(Ear ear) {
        ears.remove(ear);
    }

    /** False when nobody would hear a message. */
    boolean isHeard() {
        return key != null && !ears.isEmpty();
    }

    void tell(String text) {
        List.copyOf(ears.entrySet()).stream()
                .filter(ear -> ear.getValue().equals(key))
                .forEach(ear -> ear.getKey().hear(text));
    }
}
