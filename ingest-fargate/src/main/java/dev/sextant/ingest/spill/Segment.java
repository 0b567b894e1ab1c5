package dev.sextant.ingest.spill;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One file of this run: first appended to, then sealed, read and deleted. */
final class Segment {

    private final Path file;
    private final SegmentName name;
    private final long firstSequence;
    private final long openedAtMs;
    private @Nullable FileChannel channel;
    private long records;
    private long bytes;

    private Segment(Path file, SegmentName name, long firstSequence, long openedAtMs, FileChannel channel) {
        this.file = file;
        this.name = name;
        this.firstSequence = firstSequence;
        this.openedAtMs = openedAtMs;
        this.channel = channel;
    }

    static Segment create(Path folder, SegmentName name, long firstSequence, long nowMs) throws IOException {
        Path file = folder.resolve(name.fileName());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Segment segment = new Segment(file, name, firstSequence, nowMs, channel);
        try {
            segment.write(channel, SegmentFormat.header(name, firstSequence));
            return segment;
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Appends a record; when that fails, the file ends where it ended before. */
    void append(ByteBuffer record) throws IOException {
        FileChannel open = channel;
        if (open == null) {
            throw new IOException(file + " is sealed");
        }
        try {
            write(open, record);
            records++;
        } catch (IOException e) {
            truncate(open);
            throw e;
        }
    }

    private void write(FileChannel open, ByteBuffer source) throws IOException {
        int length = source.remaining();
        while (source.hasRemaining()) {
            open.write(source);
        }
        bytes += length;
    }

    private void truncate(FileChannel open) throws IOException {
        try {
            open.truncate(bytes);
            open.position(bytes);
        } finally {
            seal();
        }
    }

    /** Nothing is appended any more. */
    void seal() throws IOException {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }

    boolean isSealed() {
        return channel == null;
    }

    /** @throws SegmentException when the header is not the one that was written */
    SegmentReader read() throws IOException, SegmentException {
        byte[] content = Files.readAllBytes(file);
        return new SegmentReader(content, SegmentFormat.checkHeader(content, name));
    }

    Path file() {
        return file;
    }

    long openedAtMs() {
        return openedAtMs;
    }

    long bytes() {
        return bytes;
    }

    /** The sequence that the next segment begins with. */
    long endSequence() {
        return firstSequence + records;
    }
}
