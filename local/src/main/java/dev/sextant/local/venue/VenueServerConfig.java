package dev.sextant.local.venue;

import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.play.Pacer;
import dev.sextant.local.venue.play.Speed;
import dev.sextant.local.venue.rest.ApiKey;
import dev.sextant.local.venue.rest.LimitRules;
import dev.sextant.local.venue.stream.ConnectionRules;
import dev.sextant.venues.sim.SimSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * How to start a venue server.
 *
 * @param capture files of one capture
 * @param startAtMs event time to resume at (a {@link VenueServer#positionMs}); empty plays from the beginning
 * @param journal file that keeps the orders, so that a resumed play has the same account; empty keeps none. A play from
 *     the beginning starts it over
 * @param seed of everything made up
 * @param apiKey the one account's key
 * @param account changes the standard account: wallet, leverage, fees, latency, queue
 * @param onFinished called once on the player's thread when the capture is over
 */
public record VenueServerConfig(
        List<Path> capture,
        OptionalLong startAtMs,
        Optional<Path> journal,
        Speed speed,
        long seed,
        ApiKey apiKey,
        UnaryOperator<SimSettings> account,
        LimitRules limits,
        ConnectionRules connections,
        Pacer pacer,
        Faults faults,
        Runnable onFinished) {

    public VenueServerConfig {
        capture = List.copyOf(capture);
    }

    /** Real time, seed 1, the standard account, the live venue's limits, no faults. */
    public static VenueServerConfig of(Path capture, ApiKey apiKey) {
        return new VenueServerConfig(
                List.of(capture),
                OptionalLong.empty(),
                Optional.empty(),
                Speed.REAL_TIME,
                1,
                apiKey,
                UnaryOperator.identity(),
                LimitRules.live(),
                ConnectionRules.live(),
                Pacer.none(),
                Faults.none(),
                () -> {});
    }

    /** Other files: several, when the recorder kept REST answers apart. */
    public VenueServerConfig withCapture(List<Path> files) {
        return new VenueServerConfig(
                files,
                startAtMs,
                journal,
                speed,
                seed,
                apiKey,
                account,
                limits,
                connections,
                pacer,
                faults,
                onFinished);
    }

    public VenueServerConfig withStartAtMs(long eventTimeMs) {
        return new VenueServerConfig(
                capture,
                OptionalLong.of(eventTimeMs),
                journal,
                speed,
                seed,
                apiKey,
                account,
                limits,
                connections,
                pacer,
                faults,
                onFinished);
    }

    public VenueServerConfig withJournal(Path file) {
        return new VenueServerConfig(
                capture,
                startAtMs,
                Optional.of(file),
                speed,
                seed,
                apiKey,
                account,
                limits,
                connections,
                pacer,
                faults,
                onFinished);
    }

    public VenueServerConfig withApiKey(ApiKey other) {
        return new VenueServerConfig(
                capture,
                startAtMs,
                journal,
                speed,
                seed,
                other,
                account,
                limits,
                connections,
                pacer,
                faults,
                onFinished);
    }

    public VenueServerConfig withSpeed(Speed other) {
        return new VenueServerConfig(
                capture,
                startAtMs,
                journal,
                other,
                seed,
                apiKey,
                account,
                limits,
                connections,
                pacer,
                faults,
                onFinished);
    }

    public VenueServerConfig withSeed(long other) {
        return new VenueServerConfig(
                capture,
                startAtMs,
                journal,
                speed,
                other,
                apiKey,
                account,
                limits,
                connections,
                pacer,
                faults,
                onFinished);
    }

    public VenueServerConfig withAccount(UnaryOperator<SimSettings> other) {
        return new VenueServerConfig(
                capture,
                startAtMs,
                journal,
                speed,
                seed,
                apiKey,
                other,
                limits,
                connections,
                pacer,
                faults,
                onFinished);
    }

    public VenueServerConfig withLimits(LimitRules other) {
        return new VenueServerConfig(
                capture,
                startAtMs,
                journal,
                speed,
                seed,
                apiKey,
                account,
                other,
                connections,
                pacer,
                faults,
                onFinished);
    }

    public VenueServerConfig withConnections(ConnectionRules other) {
        return new VenueServerConfig(
                capture, startAtMs, journal, speed, seed, apiKey, account, limits, other, pacer, faults, onFinished);
    }

    public VenueServerConfig withPacer(Pacer other) {
        return new VenueServerConfig(
                capture,
                startAtMs,
                journal,
                speed,
                seed,
                apiKey,
                account,
                limits,
                connections,
                other,
                faults,
                onFinished);
    }

    public VenueServerConfig withFaults(Faults other) {
        return new VenueServerConfig(
                capture,
                startAtMs,
                journal,
                speed,
                seed,
                apiKey,
                account,
                limits,
                connections,
                pacer,
                other,
                onFinished);
    }

    public VenueServerConfig withOnFinished(Runnable other) {
        return new VenueServerConfig(
                capture, startAtMs, journal, speed, seed, apiKey, account, limits, connections, pacer, faults, other);
    }
}
