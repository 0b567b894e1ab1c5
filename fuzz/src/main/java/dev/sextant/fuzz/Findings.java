package dev.sextant.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes inputs that broke something, each with its reason and how to see it again. */
final class Findings {

    private static final int NAME_DIGITS = 12;

    private final Path folder;

    Findings(Path folder) {
        this.folder = folder;
    }

    /** Returns the file with the input. */
    Path write(String target, byte[] input, String reason) throws IOException {
        Path file = folder.resolve(target).resolve(name(input));
        Files.createDirectories(file.getParent());
        Files.write(file, input);
        String replay = "fuzz/run.sh replay " + target + " " + file;
        Files.writeString(file.resolveSibling(file.getFileName() + ".txt"), replay + "\n\n" + reason + "\n");
        return file;
    }

    static String stack(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String name(byte[] input) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(input);
            return HexFormat.of().formatHex(hash).substring(0, NAME_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
