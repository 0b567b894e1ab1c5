package dev.sextant.ingest.archive;

/** Where the archive lies, to be written and to be read. */
public interface ArchiveObjects extends ObjectStore, ObjectReader {}
