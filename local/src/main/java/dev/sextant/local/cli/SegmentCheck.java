package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads the archive's files again. */
final class SegmentCheck {

    private static final int BUFFER_BYTES = 64 * 1024;

    private SegmentCheck() {}

    /** What is wrong with which file; empty when every file is what was written. */
    static List<String> of(Path folder, List<JsonNode> segments) {
        List<String> wrong = new ArrayList<>();
        for (JsonNode segment : segments) {
            String key = segment.path("key").asText();
            try {
                String found = sha256(folder.resolve(key));
                String written = segment.path("sha256").asText();
                if (!found.equals(written)) {
                    wrong.add(key + " has SHA-256 " + found + ", expected " + written);
                }
            } catch (NoSuchFileException e) {
                wrong.add(key + " is not there");
            } catch (IOException e) {
                wrong.add(key + " can't be read: " + e.getMessage());
            }
        }
        return wrong;
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
