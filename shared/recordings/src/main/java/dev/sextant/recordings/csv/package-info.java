/**
 * The dialects of comma-separated recordings.
 */
@NullMarked
package dev.sextant.recordings.csv;

import org.jspecify.annotations.NullMarked;
