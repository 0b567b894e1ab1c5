package dev.sextant.ingest.store;

/** Numbers the runs of the ingest. */
@FunctionalInterface
public interface Epochs {

    /** A number above that of every earlier run; consumers reject frames of a lower one than they have seen. */
    long next() throws StoreException;
}
