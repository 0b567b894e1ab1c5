package dev.sextant.local.cli;

import java.util.ArrayList;
import java.util.List;

/** A table of text: each column as wide as its widest cell, two spaces between. */
final class Columns {

    private final List<String[]> rows = new ArrayList<>();

    Columns(String... heads) {
        rows.add(heads);
    }

    /** Adds a row of as many cells as there are heads. */
    Columns row(String... cells) {
        if (cells.length != rows.getFirst().length) {
            throw new IllegalArgumentException(cells.length + " cells in a table of " + rows.getFirst().length);
        }
        rows.add(cells);
        return this;
    }

    List<String> lines() {
        int[] widths = new int[rows.getFirst().length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            line.append(row[i]).repeat(" ", widths[i] - row[i].length() + 2);
        }
        return line.toString().stripTrailing();
    }
}
