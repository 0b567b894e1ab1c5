package dev.sextant.recordings.input;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The unpacked content of a plain, gzip, zip (one entry) or zstd file, read as a stream.
 *
 * @param innerName the zip entry's name, or the file's without folder
 */
public record PackedFile(String innerName, InputStream content) implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;

    /**
     * Opens a file.
     *
     * @throws DamagedInputException when it is empty, or packed otherwise than its name says
     */
    public static PackedFile open(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        BufferedInputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        try {
            bytes.mark(Packing.MAGIC_BYTES);
            byte[] start = bytes.readNBytes(Packing.MAGIC_BYTES);
            bytes.reset();
            if (start.length == 0) {
                throw new DamagedInputException("is empty");
            }
            Packing packing = Packing.of(start, name);
            return packing == Packing.ZIP ? entry(bytes) : new PackedFile(name, packing.unpack(bytes));
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private static PackedFile entry(InputStream bytes) throws IOException {
        ZipInputStream zip = new ZipInputStream(bytes);
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || entry.isDirectory()) {
            throw new DamagedInputException("is a zip without a file at its start, expected one file");
        }
        return new PackedFile(entry.getName(), new OnlyEntry(zip));
    }

    /** The one entry of a zip; a second one shows when the first has ended. */
    private static final class OnlyEntry extends InputStream {

        private final ZipInputStream zip;
        private boolean ended;

        OnlyEntry(ZipInputStream zip) {
            this.zip = zip;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int read = ended ? -1 : zip.read(to, offset, length);
            if (read < 0 && !ended) {
                ended = true;
                ZipEntry second = zip.getNextEntry();
                if (second != null) {
                    throw new DamagedInputException(
                            "is a zip of several files (" + second.getName() + " is the second): unpack it first");
                }
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
