package dev.sextant.ingest.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What tells that an object is what was written. */
final class Sha256 {

    private Sha256() {}

    static byte[] of(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
