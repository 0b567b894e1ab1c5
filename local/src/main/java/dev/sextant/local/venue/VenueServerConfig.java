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
 * @param programme what to play
 * @param startAtMs event time to resume at (a {@link VenueServer#positionMs}); empty plays from the beginning
 * @param journal file that keeps the orders, so that a resumed play has the same account; empty keeps none. A play from
 *     the beginning starts it over
 * @param apiKey the one account's key
 * @param account changes the standard account: wallet, leverage, fees, latency, queue
 * @param onFinished called once on the player's thread when the market is over
 */
public record VenueServerConfig(
        Programme programme,
        OptionalLong startAtMs,
        Optional<Path> journal,
        Speed speed,
        ApiKey apiKey,
        UnaryOperator<SimSettings> account,
        LimitRules limits,
        ConnectionRules connections,
        Pacer pacer,
        Faults faults,
        Runnable onFinished) {

    /** A capture in real time, seed 1, the standard account, the live venue's limits, no faults. */
    public static VenueServerConfig of(Path capture, ApiKey apiKey) {
        return of(new Programme.Recorded(List.of(capture), 1), apiKey);
    }

    /** Real time, the standard account, the live venue's limits, no faults. */
    public static VenueServerConfig of(Programme programme, ApiKey apiKey) {
        return new VenueServerConfig(
                programme,
                OptionalLong.empty(),
                Optional.empty(),
                Speed.REAL_TIME,
                apiKey,
                UnaryOperator.identity(),
                LimitRules.live(),
                ConnectionRules.live(),
                Pacer.none(),
                Faults.none(),
                () -> {});
    }

    public VenueServerConfig withProgramme(Programme other) {
        return new VenueServerConfig(
                other, startAtMs, journal, speed, apiKey, account, limits, connections, pacer, faults, onFinished);
    }

    public VenueServerConfig withStartAtMs(long eventTimeMs) {
        return new VenueServerConfig(
                programme,
                OptionalLong.of(eventTimeMs),
                journal,
                speed,
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
                programme,
                startAtMs,
                Optional.of(file),
                speed,
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
                programme, startAtMs, journal, speed, other, account, limits, connections, pacer, faults, onFinished);
    }

    public VenueServerConfig withSpeed(Speed other) {
        return new VenueServerConfig(
                programme, startAtMs, journal, other, apiKey, account, limits, connections, pacer, faults, onFinished);
    }

    public VenueServerConfig withAccount(UnaryOperator<SimSettings> other) {
        return new VenueServerConfig(
                programme, startAtMs, journal, speed, apiKey, other, limits, connections, pacer, faults, onFinished);
    }

    public VenueServerConfig withLimits(LimitRules other) {
        return new VenueServerConfig(
                programme, startAtMs, journal, speed, apiKey, account, other, connections, pacer, faults, onFinished);
    }

    public VenueServerConfig withConnections(ConnectionRules other) {
        return new VenueServerConfig(
                programme, startAtMs, journal, speed, apiKey, account, limits, other, pacer, faults, onFinished);
    }

    public VenueServerConfig withPacer(Pacer other) {
        return new VenueServerConfig(
                programme, startAtMs, journal, speed, apiKey, account, limits, connections, other, faults, onFinished);
    }

    public VenueServerConfig withFaults(Faults other) {
        return new VenueServerConfig(
                programme, startAtMs, journal, speed, apiKey, account, limits, connections, pacer, other, onFinished);
    }

    public VenueServerConfig withOnFinished(Runnable other) {
        return new VenueServerConfig(
                programme, startAtMs, journal, speed, apiKey, account, limits, connections, pacer, faults, other);
    }
}
