package dev.sextant.simulation.desk;

import dev.sextant.domain.venue.PrivateStreamKeys;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.simulation.exchange.UserStream;
import dev.sextant.simulation.kernel.Kernel;

/** The exchange's keys of the private stream, as a sandbox reaches them. */
final class KeyPort implements PrivateStreamKeys {

    private final Kernel kernel;
    private final VenuePort venue;
    private final UserStream users;

    KeyPort(Kernel kernel, VenuePort venue, UserStream users) {
        this.kernel = kernel;
        this.venue = venue;
        this.users = users;
    }

    @Override
    public String mint() throws VenueUnavailableException {
        return venue.read("mint key", () -> users.mint(kernel.nowMs()));
    }

    @Override
    public boolean extend() throws VenueUnavailableException {
        return venue.read("extend key", () -> users.extend(kernel.nowMs()));
    }

    @Override
    public long validMs() {
        return UserStream.VALID_MS;
    }
}
