package dev.sextant.recordings.csv;

import dev.sextant.recordings.row.TimeFormat;
import java.util.Map;

/**
 * What is known of a file before its rows are read.
 *
 * @param columns index by name
 * @param symbol out of the file's name, or empty
 * @param name the file's, or the zip entry's
 */
record CsvFile(Map<String, Integer> columns, String timeColumn, TimeFormat timeFormat, String symbol, String name) {}
