package dev.sextant.local.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.local.doctor.Finding;
import dev.sextant.local.doctor.Place;
import dev.sextant.local.settings.Settings;
import dev.sextant.venues.binance.mode.TradingMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a state folder, and with it the database, may be a mode's: looked at without opening either. */
public final class StateCheck {

    private static final String NAME = "database";

    private StateCheck() {}

    /** The finding, for a mode that trades at an exchange. */
    public static Finding of(Settings settings, Path state) {
        TradingMode mode = Place.mode(settings);
        Path file = state.resolve(ReplayCursor.FILE);
        try {
            String owner =
                    Files.exists(file) ? ReplayCursor.owner(new ObjectMapper().readTree(Files.readString(file))) : "";
            if (owner.isEmpty()) {
                return Finding.pass(NAME, "a new one; its migrations run when the desk starts, or it does not start");
            }
            return owner.equals(LiveClaim.words(mode.word(), Place.host(settings)))
                    ? Finding.pass(NAME, owner + "; its migrations are compared when the desk starts")
                    : Finding.fail(
                            NAME, "the state in " + state + " is of " + owner, "name another folder in SEXTANT_STATE");
        } catch (JsonProcessingException e) {
            return Finding.fail(NAME, file + " is corrupt", "name another folder in SEXTANT_STATE");
        } catch (IOException e) {
            return Finding.unknown(NAME, file + " can't be read: " + e.getMessage(), "");
        }
    }
}
