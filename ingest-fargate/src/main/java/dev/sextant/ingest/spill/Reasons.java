package dev.sextant.ingest.spill;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What went wrong, in words: the file system's own exceptions say little more than a path. */
final class Reasons {

    private Reasons() {}

    static String of(Exception e) {
        return switch (e) {
            case AccessDeniedException denied -> "no right to write " + denied.getFile();
            case NoSuchFileException gone -> gone.getFile() + " is not there";
            case NotDirectoryException file -> file.getFile() + " is no folder";
            case FileAlreadyExistsException there -> there.getFile() + " is there already";
            case SegmentException wrong -> String.valueOf(wrong.getMessage());
            default -> String.valueOf(e.getMessage());
        };
    }
}
