package dev.sextant.recordings.input;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** How a file is packed, told by its first bytes; a name that promises another packing is an error. */
enum Packing {
    GZIP(".gz", "1f8b"),
    ZIP(".zip", "504b0304"),
    ZSTD(".zst", "28b52ffd"),
    PLAIN("", "");

    static final int MAGIC_BYTES = 4;

    private final String suffix;
    private final String magicHex;

    Packing(String suffix, String magicHex) {
        this.suffix = suffix;
        this.magicHex = magicHex;
    }

    static Packing of(byte[] start, String fileName) throws DamagedInputException {
        String name = fileName.toLowerCase(Locale.ROOT);
        for (Packing promised : values()) {
            if (promised != PLAIN && name.endsWith(promised.suffix) && !promised.matches(start)) {
                throw new DamagedInputException("named " + promised.suffix + " but is not "
                        + promised.name().toLowerCase(Locale.ROOT) + "; if it is text, rename it");
            }
        }
        return Arrays.stream(values())
                .filter(packing -> packing.matches(start))
                .findFirst()
                .orElse(PLAIN);
    }

    private boolean matches(byte[] start) {
        return HexFormat.of().formatHex(start).startsWith(magicHex);
    }

    /** The unpacked bytes of a stream that isn't a zip. */
    InputStream unpack(InputStream bytes) throws IOException {
        return switch (this) {
            case GZIP -> new GZIPInputStream(bytes, 1 << 16);
            case ZSTD -> new ZstdInputStream(bytes);
            case PLAIN -> bytes;
            case ZIP -> throw new AssertionError("a zip has entries");
        };
    }
}
