package dev.sextant.recordings.input;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
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
        for (Packing packing : values()) {
            boolean matches = packing.matches(start);
            if (packing != PLAIN && !matches && name.endsWith(packing.suffix)) {
                throw new DamagedInputException("named " + packing.suffix + " but is not "
                        + packing.name().toLowerCase(Locale.ROOT) + "; if it is text, rename it");
            }
            if (matches) {
                return packing;
            }
        }
        throw new AssertionError("everything is PLAIN");
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
