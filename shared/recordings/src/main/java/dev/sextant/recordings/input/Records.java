package dev.sextant.recordings.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** How a file is cut into records. */
public sealed interface Records {

    /** Takes records one by one; {@code number} counts from 1: the line, or the element of a document. */
    @FunctionalInterface
    interface Sink {

        /** Returns false to end the reading. */
        boolean accept(long number, String record);
    }

    /** Gives all records to the sink, until it has enough. */
    void read(InputStream content, Sink sink) throws IOException;

    /** What a record's number counts. */
    String unit();

    /** One record a line. */
    record Lines() implements Records {
        @Override
        public void read(InputStream content, Sink sink) throws IOException {
            LineReader lines = new LineReader(content);
            long number = 0;
            boolean more = true;
            for (String line = lines.next(); line != null && more; line = lines.next()) {
                more = sink.accept(++number, line);
            }
        }

        @Override
        public String unit() {
            return "line";
        }
    }

    /**
     * One record an element of arrays in a JSON document.
     *
     * @param arrays names of the fields that hold the arrays; empty when the document is the array
     */
    record Elements(Set<String> arrays) implements Records {
        @Override
        public void read(InputStream content, Sink sink) throws IOException {
            new ElementReader(content, arrays).readAll(sink);
        }

        @Override
        public String unit() {
            return "element";
        }
    }

    /** One record, made of the document's first-level texts and whole numbers. */
    record Outline() implements Records {
        @Override
        public void read(InputStream content, Sink sink) throws IOException {
            sink.accept(1, DocumentOutline.of(content));
        }

        @Override
        public String unit() {
            return "document";
        }
    }
}
