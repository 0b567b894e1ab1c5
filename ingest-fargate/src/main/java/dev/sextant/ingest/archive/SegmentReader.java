package dev.sextant.ingest.archive;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.money.E8;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The trades of an object that {@link Archivist} wrote, one by one in the order of ids. */
public final class SegmentReader {

    private static final int COLUMNS = 7;

    private final String key;
    private final BufferedReader lines;

    private SegmentReader(String key, BufferedReader lines) {
        this.key = key;
        this.lines = lines;
    }

    /**
     * Opens an object.
     *
     * @param sha256 what its bytes were when it was written
     * @throws ObjectStoreException when it can't be read, or is not what was written
     */
    public static SegmentReader open(ObjectReader objects, String key, String sha256) throws ObjectStoreException {
        byte[] content = objects.get(key);
        String found = HexFormat.of().formatHex(Sha256.of(content));
        if (!found.equals(sha256)) {
            throw new ObjectStoreException(
                    key + " has the SHA-256 " + found + ", expected " + sha256 + ": it is not what was written", null);
        }
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(new ByteArrayInputStream(content)), StandardCharsets.US_ASCII));
            lines.readLine();
            return new SegmentReader(key, lines);
        } catch (IOException e) {
            throw new ObjectStoreException(key + " can't be unpacked: " + e.getMessage(), e);
        }
    }

    /** The next trade, or null at the end. */
    public @Nullable AggTrade next() throws ObjectStoreException {
        try {
            String line = lines.readLine();
            return line == null ? null : trade(line);
        } catch (IOException e) {
            throw new ObjectStoreException(key + " can't be unpacked: " + e.getMessage(), e);
        }
    }

    private AggTrade trade(String line) throws ObjectStoreException {
        String[] values = line.split(",", -1);
        if (values.length != COLUMNS) {
            throw new ObjectStoreException(
                    key + " has a line of " + values.length + " values, expected " + COLUMNS + ": " + line, null);
        }
        return new AggTrade(
                Long.parseLong(values[0]),
                E8.parse(values[1]),
                E8.parse(values[2]),
                Long.parseLong(values[5]),
                Boolean.parseBoolean(values[6]),
                Long.parseLong(values[3]),
                Long.parseLong(values[4]));
    }
}
